import type { RuleSetGiven } from './catalogue.inputs.js';
import { anybody, chairperson, collective, director, district, factors, hamlet, handedOn, household, ofAll, onlyHistory, papers, person, president, primeMinister, province, read, reportOptional, roads, seventy, sixtyOfArea, twoThirds, unread, withInitiative, workers } from './parts.data.js';

const law = 'Luật Thi đua, khen thưởng 15/2003/QH11';
const decree = 'Nghị định 91/2017/NĐ-CP';
const remembered = unread(`${law}; ${decree}`);
const areas = 'Nghị định 122/2018/NĐ-CP';
const published = read('Thủ tục hành chính cấp xã đã công bố (tặng Giấy khen)');
const high = ofAll(90, read(`${decree}, Điều 45 khoản 8`));

/** Luật 15/2003 with Nghị định 91/2017, to the end of 2023. */
export const tdkt2003: RuleSetGiven = {
  code: 'tdkt-2003',
  name: `${law} (sửa đổi 2005, 2009, 2013), ${decree}`,
  validFrom: '2017-10-01',
  validTo: '2023-12-31',
  ...read(`${law}; ${decree}`),
  rounding: { method: 'UP', unit: 10_000, ...read('“làm tròn số lên hàng chục nghìn đồng”; có nơi làm tròn gần nhất hoặc không làm tròn') },
  several: { pays: 'HIGHEST_OF_CATEGORY', ...unread(`${decree}: cùng thời điểm, cùng thành tích thì hưởng mức cao nhất; danh hiệu và hình thức khen thưởng hưởng cả hai`) },
  forms: [
    {
      code: 'ldtt', name: 'Lao động tiên tiến', category: 'TITLE', nominees: person, coefficient: '0.3', factors: [], ...unread(`${decree}, Điều 10`),
      prerequisite: 'Hoàn thành tốt nhiệm vụ trở lên; đoàn kết, tham gia phong trào thi đua; thời gian công tác từ 10 tháng trở lên trong năm.',
      authority: { ...chairperson, ...remembered }, voteRule: twoThirds, roads: roads(['MERIT'], 'DECISION', remembered), dossier: papers(['MERIT'], remembered, reportOptional),
    },
    {
      code: 'cstt', name: 'Chiến sĩ tiên tiến', category: 'TITLE', nominees: person, coefficient: '0.3', factors: [], ...unread(`${decree}, Điều 10`),
      prerequisite: 'Như Lao động tiên tiến, đối với dân quân, tự vệ.',
      authority: { ...chairperson, ...remembered }, voteRule: twoThirds, roads: roads(['MERIT'], 'DECISION', remembered), dossier: papers(['MERIT'], remembered, reportOptional),
    },
    {
      code: 'cstdcs', name: 'Chiến sĩ thi đua cơ sở', category: 'TITLE', nominees: person, coefficient: '1', ...remembered,
      prerequisite: 'Lao động tiên tiến và có sáng kiến được cơ sở công nhận hoặc đề tài khoa học được nghiệm thu.', quota: 'Không quá 15 % số người đạt Lao động tiên tiến.',
      ...handedOn(district, remembered, ['MERIT'], seventy), dossier: papers(['MERIT'], remembered, withInitiative),
    },
    { code: 'cstd-tinh', name: 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh', category: 'TITLE', nominees: person, coefficient: '3', prerequisite: '3 năm liên tục Chiến sĩ thi đua cơ sở; sáng kiến có ảnh hưởng trong tỉnh.', ...remembered, ...handedOn(province, remembered, ['MERIT'], high) },
    { code: 'cstdtq', name: 'Chiến sĩ thi đua toàn quốc', category: 'TITLE', nominees: person, coefficient: '4.5', prerequisite: '2 lần liên tục Chiến sĩ thi đua bộ, ban, ngành, tỉnh; sáng kiến có ảnh hưởng trong toàn quốc.', ...remembered, ...handedOn(primeMinister, remembered, ['MERIT'], high) },
    {
      code: 'ttldtt', name: 'Tập thể lao động tiên tiến', category: 'TITLE', nominees: workers, coefficient: '0.8', ...remembered,
      prerequisite: 'Hoàn thành tốt nhiệm vụ; phong trào thường xuyên; trên 50 % cá nhân đạt Lao động tiên tiến; không có người bị kỷ luật từ cảnh cáo trở lên.',
      ...handedOn(district, remembered, ['MERIT']),
    },
    { code: 'ttldxs', name: 'Tập thể lao động xuất sắc', category: 'TITLE', nominees: workers, coefficient: '1.5', prerequisite: 'Chọn trong các Tập thể lao động tiên tiến; 100 % hoàn thành nhiệm vụ, ít nhất 70 % Lao động tiên tiến; có Chiến sĩ thi đua cơ sở; không có người bị cảnh cáo trở lên.', ...remembered, ...handedOn(province, remembered, ['MERIT']) },
    { code: 'co-thi-dua-tinh', name: 'Cờ thi đua của bộ, ban, ngành, tỉnh', category: 'TITLE', nominees: collective, coefficient: '8', prerequisite: 'Tập thể dẫn đầu cụm, khối thi đua của tỉnh.', ...remembered, ...handedOn(province, remembered, ['MERIT']) },
    { code: 'co-thi-dua-chinh-phu', name: 'Cờ thi đua của Chính phủ', category: 'TITLE', nominees: collective, coefficient: '12', prerequisite: 'Tiêu biểu trong các tập thể dẫn đầu cụm, khối; hoàn thành vượt mức.', ...remembered, ...handedOn(primeMinister, remembered, ['MERIT']) },
    {
      code: 'thon-van-hoa', name: 'Khu dân cư văn hóa (thôn, tổ dân phố văn hóa)', category: 'TITLE', nominees: hamlet, coefficient: '1.5', prerequisite: 'Xét hằng năm.', ...unread(areas),
      ...handedOn(district, unread(areas), ['MERIT'], sixtyOfArea(read(`${areas}, Điều 15`))),
    },
    {
      code: 'gdvh', name: 'Gia đình văn hóa', category: 'TITLE', nominees: household, coefficient: '0.1', factors: [], prerequisite: 'Xét hằng năm.', ...unread(`${areas}; tiền thưởng theo ${decree}, Điều 69`),
      authority: { ...chairperson, ...unread(areas) }, voteRule: sixtyOfArea(unread(`${areas}, Điều 15, như khu dân cư văn hóa`)), roads: roads(['MERIT'], 'DECISION', unread(areas)), dossier: papers(['MERIT'], unread(areas)),
    },
    {
      code: 'giay-khen-xa', name: 'Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã', category: 'COMMENDATION', nominees: anybody, coefficient: '0.15', ...read(`${decree}, Điều 73`),
      factors: factors(read(`${decree}, Điều 73: tập thể gấp 2 lần cá nhân`), unread(`${decree}, Điều 73: hộ gia đình gấp 1,5 lần cá nhân`)),
      authority: { ...chairperson, ...read(law) }, voteRule: twoThirds, roads: roads(['MERIT', 'MOVEMENT', 'SUDDEN'], 'DECISION', published), dossier: papers(['MERIT', 'MOVEMENT', 'SUDDEN'], published),
    },
    { code: 'giay-khen-huyen', name: 'Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện', category: 'COMMENDATION', nominees: anybody, coefficient: '0.3', ...read(`${decree}, Điều 73`), ...handedOn(district, read(law), ['MERIT', 'MOVEMENT', 'SUDDEN']), factors: factors(remembered, remembered) },
    { code: 'giay-khen-so', name: 'Giấy khen của Giám đốc sở', category: 'COMMENDATION', nominees: anybody, coefficient: '0.3', ...read(`${decree}, Điều 73`), ...handedOn(director, read(law), ['MERIT', 'MOVEMENT', 'SUDDEN']), factors: factors(remembered, remembered) },
    { code: 'bang-khen-tinh', name: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', category: 'COMMENDATION', nominees: anybody, coefficient: '1', ...read(decree), ...handedOn(province, read(law), ['MERIT', 'MOVEMENT', 'SUDDEN']), factors: factors(remembered, remembered) },
    { code: 'bang-khen-thu-tuong', name: 'Bằng khen của Thủ tướng Chính phủ', category: 'COMMENDATION', nominees: anybody, coefficient: '3.5', ...remembered, ...handedOn(primeMinister, read(law), ['MERIT', 'MOVEMENT', 'SUDDEN']), factors: factors(remembered, remembered) },
    { code: 'huan-chuong-lao-dong-hang-ba', name: 'Huân chương Lao động hạng Ba', category: 'COMMENDATION', nominees: [...person, ...collective], coefficient: '4.5', ...remembered, ...handedOn(president, read(law), ['MERIT', 'SUDDEN', 'SERVICE']), factors: factors(remembered, remembered).slice(0, 1) },
    { code: 'huan-chuong-sao-vang', name: 'Huân chương Sao vàng', category: 'COMMENDATION', nominees: [...person, ...collective], coefficient: '46', ...remembered, ...handedOn(president, read(law), ['MERIT', 'SERVICE']), factors: factors(remembered, remembered).slice(0, 1) },
    { code: 'ky-niem-chuong', name: 'Kỷ niệm chương', category: 'COMMENDATION', nominees: person, ...remembered, ...onlyHistory },
    { code: 'huy-chuong', name: 'Huy chương', category: 'COMMENDATION', nominees: person, ...remembered, ...onlyHistory },
    { code: 'danh-hieu-vinh-du-nha-nuoc', name: 'Danh hiệu vinh dự nhà nước', category: 'COMMENDATION', nominees: person, ...remembered, ...onlyHistory },
  ],
};
