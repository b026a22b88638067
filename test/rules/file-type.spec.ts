import { typeOf } from '../../src/documents/file-type.js';
import { explain } from '../../src/api/problem.js';
import { Refusal } from '../../src/refusals.js';
import { contentTypes, docx, jpeg, officeEntries, pdf, png, sheet, word, xlsx, zip, zip64 } from '../files.js';

const office = 'application/vnd.openxmlformats-officedocument.';

/** The type, or the code of the refusal, and how many bytes were looked at. */
async function told(bytes: Buffer): Promise<[string, number]> {
  let looked = 0;
  const read = (position: number, length: number) => {
    const part = bytes.subarray(position, position + length);
    looked += part.length;
    return Promise.resolve(part);
  };
  return [
    await typeOf({ size: bytes.length, read }).catch((error: unknown) =>
      error instanceof Refusal ? error.code : String(error),
    ),
    looked,
  ];
}

it.each([
  ['application/pdf', pdf()],
  ['image/jpeg', jpeg()],
  ['image/jpeg', jpeg(300_000)],
  ['image/png', png()],
  [`${office}wordprocessingml.document`, docx()],
  [`${office}spreadsheetml.sheet`, xlsx()],
])('%s', async (type, bytes) => expect((await told(bytes))[0]).toBe(type));

/** A PDF with a table of places and this trailer, or with a stream in place of both. */
const withTrailer = (trailer: string, before = '') => {
  const body = Buffer.concat([Buffer.from(`${before}%PDF-1.5\n`, 'latin1'), Buffer.alloc(2_000, 'x\n')]);
  const table = Buffer.from(`xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 ${trailer} >>\n`);
  return Buffer.concat([body, table, Buffer.from(`startxref\n${body.length - before.length}\n%%EOF\n`)]);
};
const withStream = (dictionary: string) => {
  const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'x\n'), Buffer.from('endstream\n')]);
  const stream = Buffer.from(`9 0 obj\n<< /Type /XRef ${dictionary} /Length 9 >>\nstream\n/Encrypt 1 0 R\nendstream\n`);
  return Buffer.concat([body, stream, Buffer.alloc(100_000, 'y\n'), Buffer.from(`startxref\n${body.length}\n%%EOF`)]);
};
/** A photograph with this behind it. */
const taken = (behind: Buffer | string) => Buffer.concat([jpeg(20_000), Buffer.from(behind)]);
const slashed = (part: string) => officeEntries(part).map((each) => ({ ...each, name: each.name.replace('/', '\\') }));
const before = (bytes: string | Buffer, file: Buffer = pdf()) => Buffer.concat([Buffer.from(bytes as string), file]);
const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), Buffer.alloc(200_000, 7)]);

it.each<[string, Buffer, string]>([
  ['a PDF with a byte order mark', before('\ufeff'), 'application/pdf'],
  ['a PDF behind blank lines', before('\r\n\r\n \t'), 'application/pdf'],
  ['a PDF behind both', before('\ufeff\r\n'), 'application/pdf'],
  ['a PDF behind NULs', before('\0\0\0'), 'application/pdf'],
  ['a PDF with NULs that fill a block', Buffer.concat([pdf(), Buffer.alloc(3_004)]), 'application/pdf'],
  ['a PDF with the page of a portal behind', before(pdf(), Buffer.from('<html>Đã tải</html>')), 'application/pdf'],
  ['a PDF with the end sign of MS-DOS', before(pdf(), Buffer.from('\r\n\x1a')), 'application/pdf'],
  ['a PDF with a line of a mail behind', before(pdf(), Buffer.from('\r\n--=_boundary--\r\n')), 'application/pdf'],
  ['a PDF with an object /Encrypted of its own', withTrailer('/Encrypted true'), 'application/pdf'],
  ['a PDF whose text says /Encrypt', withTrailer(' >>\nstartxref\n0\n%%EOF\n(/Encrypt 5 0 R) << '), 'application/pdf'],
  ['a PDF that is locked', withTrailer('/Encrypt 5 0 R'), 'FILE_LOCKED'],
  ['a PDF that is locked by a dictionary', withTrailer('/Encrypt<< /Filter /Standard >>'), 'FILE_LOCKED'],
  ['a PDF with a byte order mark that is locked', withTrailer('/Encrypt 5 0 R', '\xef\xbb\xbf'), 'FILE_LOCKED'],
  ['a PDF that is locked by a stream far from its end', withStream('/Encrypt 5 0 R'), 'FILE_LOCKED'],
  [
    'a PDF behind blank lines that is locked by a stream',
    before('\r\n'.repeat(100), withStream('/Encrypt 5 0 R')),
    'FILE_LOCKED',
  ],
  ['a PDF with a stream of its own', withStream('/Root 1 0 R'), 'application/pdf'],
  ['a PDF with a program behind', before(pdf(), Buffer.from('MZ\x90\x03\x01\x02')), 'FILE_TYPE_REFUSED'],
  ['a motion photo', taken(film), 'image/jpeg'],
  ['a motion photo whose film is long', taken(Buffer.concat([film, film, film])), 'image/jpeg'],
  ['a photograph with a second picture', taken(jpeg()), 'image/jpeg'],
  ['a photograph with the notes of a camera', taken('SEFT\0\0\0\x01Image_UTC_Data'), 'image/jpeg'],
  ['a photograph with NULs behind', taken(Buffer.alloc(70_000)), 'image/jpeg'],
  ['half a photograph', jpeg(20_000).subarray(0, 15_000), 'FILE_TYPE_REFUSED'],
  ['half a photograph that a film follows', before(jpeg(20_000).subarray(0, 15_000), film), 'FILE_TYPE_REFUSED'],
  ['a DOCX in 64 bits', zip64(officeEntries(word)), `${office}wordprocessingml.document`],
  ['an XLSX in 64 bits', zip64(officeEntries(sheet)), `${office}spreadsheetml.sheet`],
  ['a DOCX with the paths of Windows', zip(slashed(word)), `${office}wordprocessingml.document`],
  [
    'a DOCX in 64 bits with more before it',
    before('PK\x03\x04 and more', zip64(officeEntries(word))),
    'FILE_TYPE_REFUSED',
  ],
])('%s', async (_, bytes, expected) => expect((await told(bytes))[0]).toBe(expected));

it.each([
  ['half a PDF', pdf().subarray(0, 600), 'in lại ra PDF'],
  ['an old Word file, or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'lưu lại từ Word dạng DOCX'],
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'lưu lại từ Excel dạng XLSX'],
  ['a workbook with macros', zip([...officeEntries(sheet), { name: 'xl/vbaProject.bin', body: '' }]), 'macro'],
  ['a slide show', zip(officeEntries(`${office}presentationml.presentation.main+xml`)), 'in lại ra PDF'],
  ['a photograph of an iPhone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'iPhone'],
  ['half a photograph', jpeg().subarray(0, 500), 'chụp lại dạng JPEG'],
  ['half a picture', png().subarray(0, 300), 'chụp lại dạng JPEG'],
  ['a picture of the web', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'lưu lại ảnh dạng JPEG'],
  ['a scan as TIFF', Buffer.from('II*\0\x08\0\0\0'), 'quét lại ra PDF'],
  ['a text', Buffer.from('Kính gửi'), 'in lại ra PDF'],
  ['any refused file', Buffer.from('x'), 'tối đa 10 MB'],
])('%s is refused with the way out', async (_, bytes, wayOut) => {
  const read = (position: number, length: number) => Promise.resolve(bytes.subarray(position, position + length));
  const refused = await typeOf({ size: bytes.length, read }).catch((error: unknown) => explain(error, 'vi', ''));
  expect(refused).toMatchObject({ code: 'FILE_TYPE_REFUSED', detail: expect.stringContaining(wayOut) });
});

const withEntry = (name: string, body = '') => zip([...officeEntries(word), { name, body }]);
const spoilt = (at: number, byte: number) => {
  const bytes = docx();
  bytes[bytes.length + at] = byte;
  return bytes;
};

it.each<[string, Buffer, string]>([
  ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
  ['one byte', Buffer.from('%'), 'FILE_TYPE_REFUSED'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_TYPE_REFUSED'],
  [
    'a picture that is a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'FILE_TYPE_REFUSED',
  ],
  ['a program', Buffer.concat([Buffer.from('MZ'), pdf()]), 'FILE_AMBIGUOUS'],
  ['half a PDF', pdf().subarray(0, 600), 'FILE_TYPE_REFUSED'],
  ['half a PNG', png().subarray(0, 300), 'FILE_TYPE_REFUSED'],
  ['a PNG with more behind it', Buffer.concat([png(), Buffer.from('<?php')]), 'FILE_TYPE_REFUSED'],
  ['a GIF', Buffer.from('GIF89a'), 'FILE_TYPE_REFUSED'],
  ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_TYPE_REFUSED'],
  ['a PDF that is a zip, too', Buffer.concat([pdf(), docx(), Buffer.from('%%EOF')]), 'FILE_AMBIGUOUS'],
  ['a JPEG that is a zip, too', Buffer.concat([jpeg(), zip([{ name: 'a.jar', body: 'x' }])]), 'FILE_AMBIGUOUS'],
  [
    'a JPEG that is a PDF, too',
    Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), pdf(), Buffer.from('ffd9', 'hex')]),
    'FILE_AMBIGUOUS',
  ],
  ['a DOCX with something before it', Buffer.concat([Buffer.from('PK\x03\x04 and more'), docx()]), 'FILE_AMBIGUOUS'],
  ['a DOCX with something behind it', Buffer.concat([docx(), Buffer.from('more')]), 'FILE_AMBIGUOUS'],
  ['a DOCX that begins a PDF', zip([{ name: '%PDF-1.7', body: '' }, ...officeEntries(word)]), 'FILE_AMBIGUOUS'],
  ['a DOCX with two of one name', withEntry('_RELS/.RELS'), 'FILE_AMBIGUOUS'],
  [
    'a DOCX that is an XLSX, too',
    zip([
      { name: '[Content_Types].xml', body: contentTypes(word) + contentTypes(sheet) },
      ...officeEntries(word).slice(1),
    ]),
    'FILE_AMBIGUOUS',
  ],
  ['a zip', zip([{ name: 'a.txt', body: 'x' }]), 'FILE_TYPE_REFUSED'],
  ['an empty zip', zip([]), 'FILE_TYPE_REFUSED'],
  ['a zip with a comment, in which another could stand', zip(officeEntries(word), 'x'), 'FILE_AMBIGUOUS'],
  ['half a zip', docx().subarray(0, 400), 'FILE_TYPE_REFUSED'],
  ['another Office file', zip(officeEntries(`${office}presentationml.presentation.main+xml`)), 'FILE_TYPE_REFUSED'],
  [
    'one with macros by its type',
    zip(officeEntries('application/vnd.ms-word.document.macroEnabled.main+xml')),
    'FILE_TYPE_REFUSED',
  ],
  ['one with macros inside', withEntry('word/vbaProject.bin'), 'FILE_TYPE_REFUSED'],
  ['one with a part outside of its folder', withEntry('word/../../autostart.bat'), 'FILE_TYPE_REFUSED'],
  ['the same with the slashes of Windows', withEntry('..\\autostart.bat'), 'FILE_TYPE_REFUSED'],
  ['one with a password', zip(officeEntries(word).map((entry) => ({ ...entry, flags: 1 }))), 'FILE_TYPE_REFUSED'],
  ['one whose directory counts wrongly', spoilt(-12, 9), 'FILE_TYPE_REFUSED'],
  [
    'one whose list of parts is a bomb',
    zip([
      { name: '[Content_Types].xml', body: contentTypes(word) + ' '.repeat(50_000_000), unpacked: 100 },
      ...officeEntries(word).slice(1),
    ]),
    'FILE_TYPE_REFUSED',
  ],
])('%s is refused', async (_, bytes, code) => expect((await told(bytes))[0]).toBe(code));

it('a bomb is not unpacked: its bytes are not even looked at', async () => {
  const bomb = zip([...officeEntries(sheet), { name: 'xl/bomb.xml', body: Buffer.alloc(200_000_000) }]);
  const [type, looked] = await told(bomb);
  expect(type).toBe(`${office}spreadsheetml.sheet`);
  expect(bomb.length).toBeGreaterThan(190_000);
  expect(looked).toBeLessThan(70_000);
});

it('no byte changed makes it anything but a refusal or a type', async () => {
  const whole = docx();
  for (let at = 0; at < whole.length; at += 7) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] as number) ^ 0xff;
    expect((await told(changed))[0]).toMatch(/^(FILE_|application\/)/);
    expect((await told(whole.subarray(0, at)))[0]).toMatch(/^FILE_/);
  }
});
