import { brokenEncoding, decoded } from '../../src/sheets/encoding.rules.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

it.each([
  ['UTF-8', bytes('Nguyễn'), 'Nguyễn'],
  ['UTF-8 with its mark', bytes('\ufeffNguyễn'), 'Nguyễn'],
  ['UTF-16, as Excel saves Unicode Text', bytes('\ufeffNguyễn', 'utf16le'), 'Nguyễn'],
  ['UTF-16, the other way round', bytes('\ufeffNguyễn', 'utf16le').swap16(), 'Nguyễn'],
  ['Windows-1252', bytes('Nguy\xean', 'latin1'), undefined],
])('%s', (_, file, text) => {
  expect(decoded(file)).toBe(text);
});

/** The lower-case letters of TCVN3, and vowels of VNI, as a program shows them that takes them for Latin. */
it.each([
  ['TCVN3', ['Danh s¸ch hé gia ®×nh', 'NguyÔn V¨n Hïng', 'TrÇn ThÞ Hoµ']],
  ['VNI', ['Danh saùch', 'Nguyeãn Vaên Huøng', 'Leâ Thò Hoaøng', 'ñaát nöôùc']],
  ['MOJIBAKE', ['Nguyá»…n VÄƒn HÃ¹ng', 'Tráº§n Thá»‹ Hoa']],
  ['LOST_LETTERS', ['Nguy?n V?n H?ng', 'Tr?n Th? Hoa']],
])('%s is told', (encoding, texts) => {
  expect(brokenEncoding(['Mã', ...texts])).toMatchObject({ encoding });
});

it.each([
  'Nguyễn Thị Ánh Nguyệt',
  'Diện tích (m²), tỷ lệ ≥ 95 %, 1½ ha, ±2 °C',
  '«Gia đình văn hoá» – đạt “xuất sắc”',
  'Có đủ hồ sơ chưa? Chưa.',
  'https://xa.gov.vn/tra-cuu?ma=1&nam=2023',
  'Công ty TNHH Việt® · Đức Lạng',
  'Quý I/2023; 6/6 khu; 50.000₫',
  'H’Hen Niê, Y Ñam',
])('%s is left alone', (text) => {
  expect(brokenEncoding([text, text.toLowerCase(), `${text} và ${text}`])).toBeUndefined();
});
