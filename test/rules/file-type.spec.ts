import { typeOf } from '../../src/documents/file-type.js';
import { Refusal } from '../../src/refusals.js';
import { contentTypes, docx, jpeg, officeEntries, pdf, png, sheet, word, xlsx, zip } from '../files.js';

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
