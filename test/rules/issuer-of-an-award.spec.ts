import { levelOf, sectorOf } from '../../src/honours/issuer.rules.js';

it.each([
  ['Chủ tịch Ủy ban nhân dân xã Đức Lạng, huyện Đức Thọ', 'COMMUNE', 'GOVERNMENT'],
  ['UBND X. Đức Lạng', 'COMMUNE', 'GOVERNMENT'],
  ['Hội đồng nhân dân phường Nam Hồng', 'COMMUNE', 'GOVERNMENT'],
  ['Đảng bộ xã Đức Lạng', 'COMMUNE', 'PARTY'],
  ['Đảng ủy xã Đức Lạng', 'COMMUNE', 'PARTY'],
  ['Ban Thường vụ Huyện ủy Đức Thọ', 'DISTRICT', 'PARTY'],
  ['Hội Nông dân huyện Đức Thọ', 'DISTRICT', 'UNION'],
  ['Ban Chỉ huy Quân sự huyện Đức Thọ', 'DISTRICT', 'GOVERNMENT'],
  ['Ủy ban nhân dân thành phố Vinh, tỉnh Nghệ An', 'DISTRICT', 'GOVERNMENT'],
  ['Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh', 'PROVINCE', 'GOVERNMENT'],
  ['Ban Thường vụ Tỉnh ủy Hà Tĩnh', 'PROVINCE', 'PARTY'],
  ['Giám đốc Sở Nội vụ', 'PROVINCE', 'GOVERNMENT'],
  ['Bộ Chỉ huy Quân sự tỉnh Hà Tĩnh', 'PROVINCE', 'GOVERNMENT'],
  ['Tỉnh đoàn Hà Tĩnh', 'PROVINCE', 'UNION'],
  ['Trung ương Hội Liên hiệp Phụ nữ Việt Nam', 'STATE', 'UNION'],
  ['Thủ tướng Chính phủ', 'STATE', 'GOVERNMENT'],
  ['Bộ trưởng Bộ Nội vụ', 'STATE', 'GOVERNMENT'],
  ['Hội đồng Nhà nước', 'STATE', 'GOVERNMENT'],
  ['Khu dân cư số 5', null, 'OTHER'],
  ['Công ty Cổ phần Đức Thọ', null, 'OTHER'],
])('%s: %s, %s', (issuer, level, sector) => {
  expect([levelOf(issuer), sectorOf(issuer)]).toEqual([level, sector]);
});
