import type { RuleSetGiven } from './catalogue.inputs.js';
import { answered, anybody, chairperson, collective, commune, director, factors, hamlet, handedOn, household, ofAll, ofState, onlyHistory, papers, person, posted, president, primeMinister, province, read, reportOptional, roads, seventy, sixtyOfArea, twoThirds, unread, withInitiative, workers } from './parts.data.js';

const law = 'Luật Thi đua, khen thưởng 06/2022/QH15';
const decree = 'Nghị định 152/2025/NĐ-CP';
const areas = 'Nghị định 86/2023/NĐ-CP';
const article = (number: number) => `${law}, Điều ${number}; ${decree}, Điều 54`;
const ofCommune = read(`${law}, Điều 80 khoản 3`);
/** Powers of the district, which the commune took over at the district's end; no text read says so in these words. */
const ofDistrict = unread(`${law}, Điều 80 khoản 2; ${decree}`);
const consultedByState = read('Nghị định 98/2023/NĐ-CP, Điều 46 khoản 2; Nghị định 152/2025/NĐ-CP, Điều 60 khoản 3');
const remembered = unread(`${law}; ${decree}`);
const published = unread('Thủ tục hành chính cấp xã công bố trước 01/07/2025');
const vote = (percent: number) => ofAll(percent, unread(decree));
const areaVote = sixtyOfArea(unread('Nghị định 122/2018/NĐ-CP, Điều 15 (hết hiệu lực 2024), giữ làm mặc định'));
const money = factors(unread('Tập thể gấp 2 lần cá nhân'), unread('Hộ gia đình gấp 1,5 lần cá nhân'));
const orders = read(`${decree}, Điều 51`);
const ordersTwice = [{ nominees: collective, factor: '2', ...orders }];
const moneyRemembered = factors(remembered, remembered);

/** Luật 06/2022 with Nghị định 152/2025, to its amendment: two tiers, province and commune. */
export const tdkt202507: RuleSetGiven = {
  code: 'tdkt-2025-07',
  name: `${law}, ${decree}`,
  validFrom: '2025-07-01',
  validTo: '2026-09-30',
  ...read(`${law}; ${decree}`),
  rounding: { method: 'UP', unit: 10_000, ...read('“làm tròn số lên hàng chục nghìn đồng”; có nơi làm tròn gần nhất hoặc không làm tròn') },
  several: { pays: 'HIGHEST_OF_CATEGORY', ...unread(`${decree}: cùng thời điểm, cùng thành tích thì hưởng mức cao nhất; danh hiệu và hình thức khen thưởng hưởng cả hai`) },
  preference: { prefers: 'WOMEN', ...unread(`${decree}, Điều 4`) },
  forms: [
    {
      code: 'ldtt', name: 'Lao động tiên tiến', category: 'TITLE', nominees: person, coefficient: '0.3', factors: [], ...read(article(24)),
      prerequisite: 'Hoàn thành tốt nhiệm vụ trở lên; đoàn kết, tham gia phong trào thi đua; tỉnh quy định chi tiết.',
      authority: { ...chairperson, ...ofCommune }, voteRule: twoThirds, roads: roads(['MERIT'], 'DECISION', published), dossier: papers(['MERIT'], published, reportOptional),
    },
    {
      code: 'cstt', name: 'Chiến sĩ tiên tiến', category: 'TITLE', nominees: person, coefficient: '0.3', factors: [], ...read(article(24)),
      prerequisite: 'Như Lao động tiên tiến, đối với dân quân, tự vệ.',
      authority: { ...chairperson, ...ofCommune }, voteRule: twoThirds, roads: roads(['MERIT'], 'DECISION', published), dossier: papers(['MERIT'], published, reportOptional),
    },
    {
      code: 'cstdcs', name: 'Chiến sĩ thi đua cơ sở', category: 'TITLE', nominees: person, coefficient: '1', ...unread(article(23)),
      prerequisite: 'Lao động tiên tiến và có sáng kiến được cơ sở công nhận hoặc đề tài khoa học được nghiệm thu.', quota: 'Không quá 15 % số người đạt Lao động tiên tiến.',
      factors: [], authority: { ...chairperson, ...ofDistrict }, voteRule: seventy, roads: roads(['MERIT'], 'DECISION', remembered), dossier: papers(['MERIT'], remembered, withInitiative),
    },
    { code: 'cstd-tinh', name: 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh', category: 'TITLE', nominees: person, coefficient: '3', prerequisite: '3 năm liên tục Chiến sĩ thi đua cơ sở; sáng kiến có ảnh hưởng trong tỉnh.', ...read(article(22)), ...handedOn(province, read(law), ['MERIT'], vote(80)) },
    { code: 'cstdtq', name: 'Chiến sĩ thi đua toàn quốc', category: 'TITLE', nominees: person, coefficient: '4.5', prerequisite: '2 lần liên tục Chiến sĩ thi đua bộ, ban, ngành, tỉnh; sáng kiến có ảnh hưởng trong toàn quốc.', ...read(article(21)), ...ofState(consultedByState, handedOn(primeMinister, read(law), ['MERIT'], vote(90))) },
    {
      code: 'ttldtt', name: 'Tập thể lao động tiên tiến', category: 'TITLE', nominees: workers, coefficient: '0.8', ...unread(article(28)),
      prerequisite: 'Hoàn thành tốt nhiệm vụ; phong trào thường xuyên; ít nhất 50 % cá nhân đạt Lao động tiên tiến; không có người bị kỷ luật từ cảnh cáo trở lên.',
      factors: [], authority: { ...chairperson, ...ofDistrict }, voteRule: twoThirds, roads: roads(['MERIT'], 'DECISION', remembered), dossier: papers(['MERIT'], remembered),
    },
    { code: 'ttldxs', name: 'Tập thể lao động xuất sắc', category: 'TITLE', nominees: workers, coefficient: '1.5', prerequisite: 'Chọn trong các Tập thể lao động tiên tiến; 100 % hoàn thành nhiệm vụ, ít nhất 70 % Lao động tiên tiến; có Chiến sĩ thi đua cơ sở; không có người bị cảnh cáo trở lên.', quota: 'Tỉnh có thể giới hạn (thường gặp 20 %).', ...unread(article(27)), ...handedOn(province, remembered, ['MERIT']) },
    { code: 'co-thi-dua-tinh', name: 'Cờ thi đua của bộ, ban, ngành, tỉnh', category: 'TITLE', nominees: collective, coefficient: '8', prerequisite: 'Tập thể dẫn đầu cụm, khối thi đua của tỉnh.', ...read(article(26)), ...handedOn(province, remembered, ['MERIT']) },
    { code: 'co-thi-dua-chinh-phu', name: 'Cờ thi đua của Chính phủ', category: 'TITLE', nominees: collective, coefficient: '12', prerequisite: 'Tiêu biểu trong các tập thể dẫn đầu cụm, khối; hoàn thành vượt mức.', ...read(article(25)), ...ofState(consultedByState, handedOn(primeMinister, read(law), ['MERIT'])) },
    { code: 'xa-tieu-bieu', name: 'Xã, phường, đặc khu tiêu biểu', category: 'TITLE', nominees: commune, coefficient: '2', prerequisite: '5 tiêu chuẩn, tỉnh quy định chi tiết.', ...read(`${law}, Điều 29; ${areas}, Phụ lục III`), ...handedOn(province, read(areas), ['MERIT']) },
    {
      code: 'thon-van-hoa', name: 'Thôn, tổ dân phố văn hóa', category: 'TITLE', nominees: hamlet, coefficient: '1.5', prerequisite: '5 tiêu chuẩn, tỉnh quy định chi tiết; xét hằng năm.', ...read(`${law}, Điều 30; ${areas}`),
      factors: [], authority: { ...chairperson, ...ofDistrict }, voteRule: areaVote, ...posted('DECISION', read(areas)),
      dossier: papers(['MERIT'], read(areas), [['to-trinh', 'TTr', 'Tờ trình (Mẫu 04)'], ['bao-cao', 'BC', 'Báo cáo thành tích (Mẫu 05)'], ['bien-ban', 'BB', 'Biên bản họp (Mẫu 06)']]),
    },
    {
      code: 'gdvh', name: 'Gia đình văn hóa', category: 'TITLE', nominees: household, factors: [], prerequisite: 'Tiêu chuẩn theo Phụ lục I, tỉnh quy định chi tiết; xét hằng năm, xong trước 25/11.', ...read(`${law}, Điều 31; ${areas}, Phụ lục I`),
      authority: { ...chairperson, ...ofCommune }, voteRule: areaVote, ...posted('DECISION', read(areas), answered(read(areas))),
      dossier: papers(['MERIT'], read(areas), [['to-trinh', 'TTr', 'Văn bản đề nghị (Mẫu 01)'], ['tong-hop', 'BC', 'Bảng tổng hợp và kết quả lấy ý kiến (Mẫu 02)'], ['bien-ban', 'BB', 'Biên bản họp (Mẫu 03)']]),
    },
    {
      code: 'giay-khen-xa', name: 'Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã', category: 'COMMENDATION', nominees: anybody, coefficient: '0.3', factors: money, ...read(`${law}, Điều 75; ${decree}, Điều 54 khoản 1 điểm đ.e`), prerequisite: 'Tiêu chuẩn do tỉnh quy định.',
      authority: { ...chairperson, ...ofCommune }, voteRule: twoThirds, roads: roads(['MERIT', 'MOVEMENT', 'SUDDEN'], 'DECISION', published), dossier: papers(['MERIT', 'MOVEMENT', 'SUDDEN'], published),
    },
    { code: 'giay-khen-so', name: 'Giấy khen của Giám đốc sở', category: 'COMMENDATION', nominees: anybody, coefficient: '0.3', prerequisite: 'Tiêu chuẩn do tỉnh quy định.', ...read(article(75)), ...handedOn(director, read(law), ['MERIT', 'MOVEMENT', 'SUDDEN']), factors: moneyRemembered },
    { code: 'bang-khen-tinh', name: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', category: 'COMMENDATION', nominees: anybody, coefficient: '1.5', prerequisite: 'Theo tờ trình của xã.', ...read(`${law}; ${decree}, Điều 54`), ...handedOn(province, read(law), ['MERIT', 'MOVEMENT', 'SUDDEN']), factors: moneyRemembered },
    { code: 'bang-khen-thu-tuong', name: 'Bằng khen của Thủ tướng Chính phủ', category: 'COMMENDATION', nominees: anybody, coefficient: '3.5', ...read(`${law}; ${decree}, Điều 54`), ...ofState(consultedByState, handedOn(primeMinister, read(law), ['MERIT', 'MOVEMENT', 'SUDDEN'])), factors: moneyRemembered },
    { code: 'huan-chuong-lao-dong-hang-ba', name: 'Huân chương Lao động hạng Ba', category: 'COMMENDATION', nominees: [...person, ...collective], coefficient: '4.5', ...orders, ...ofState(consultedByState, handedOn(president, read(law), ['MERIT', 'SUDDEN', 'SERVICE'])), factors: ordersTwice },
    { code: 'huan-chuong-sao-vang', name: 'Huân chương Sao vàng', category: 'COMMENDATION', nominees: [...person, ...collective], coefficient: '46', ...orders, ...ofState(consultedByState, handedOn(president, read(law), ['MERIT', 'SERVICE'])), factors: ordersTwice },
    { code: 'ky-niem-chuong', name: 'Kỷ niệm chương', category: 'COMMENDATION', nominees: person, ...remembered, ...onlyHistory },
    { code: 'huy-chuong', name: 'Huy chương', category: 'COMMENDATION', nominees: person, ...remembered, ...onlyHistory },
    { code: 'danh-hieu-vinh-du-nha-nuoc', name: 'Danh hiệu vinh dự nhà nước', category: 'COMMENDATION', nominees: person, ...remembered, ...onlyHistory },
  ],
};
