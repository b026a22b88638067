import { Refusal } from '../refusals.js';

/** Ways out for a file that is not taken, by its first bytes read as Latin 1; the first that fits. */
const advice = [
  [
    /^(?:\xef\xbb\xbf)?\s*%PDF-/,
    'tệp PDF này thiếu phần cuối, hãy in lại ra PDF (chọn máy in "Microsoft Print to PDF") rồi gửi tệp mới',
    'the end of this PDF is missing; print it to PDF anew and send the new file',
  ],
  [
    /^(?:PK|\xd0\xcf\x11\xe0|\{\\rtf)/,
    'hãy mở tệp, bỏ mật khẩu, macro nếu có, lưu lại từ Word dạng DOCX, lưu lại từ Excel dạng XLSX, hoặc in lại ra PDF',
    'open it in Word or Excel, without password and macros save it anew as DOCX or XLSX, or print it to PDF',
  ],
  [
    /^....ftyp(?:he|hev|mif|msf|avi)/s,
    'ảnh này không phải JPEG, hãy chụp dạng JPEG (iPhone: Cài đặt > Camera > Định dạng > Tương thích nhất)',
    'this photograph is no JPEG; take it as JPEG (iPhone: Settings > Camera > Formats > Most Compatible)',
  ],
  [
    /^\xff\xd8\xff|^\x89PNG/,
    'ảnh bị mất phần cuối, hãy chụp lại dạng JPEG, hoặc chép lại tệp từ điện thoại, máy quét',
    'the end of this picture is missing; take it anew as JPEG, or copy the file anew from the telephone or scanner',
  ],
  [
    /^(?:GIF8|RIFF....WEBP|BM|II\*\0|MM\0\*)/s,
    'hãy lưu lại ảnh dạng JPEG, hoặc quét lại ra PDF',
    'save the picture as JPEG, or scan it to PDF',
  ],
  [/^/, 'hãy in lại ra PDF, hoặc chụp dạng JPEG', 'print it to PDF, or take a photograph as JPEG'],
] as const;

/** The refusal of a file that begins so and is none that is taken, with the way out. */
export function refusedType(head: Buffer): Refusal {
  const begins = head.toString('latin1', 0, 64);
  const [, vi, en] = advice.find(([sign]) => sign.test(begins)) ?? advice[advice.length - 1]!;
  return new Refusal('FILE_TYPE_REFUSED', {}, [], { vi: { advice: vi }, en: { advice: en } });
}
