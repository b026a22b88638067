import { strToU8, unzipSync, zipSync } from 'fflate';
import { docxOf } from '../../src/papers/docx.js';
import type { Block } from '../../src/papers/paper.js';
import { a4 } from '../../src/papers/paper.js';
import { left } from '../../src/papers/block.rules.js';
import { templateFields } from '../../src/templates/template-fields.data.js';
import { fieldsOf, filled } from '../../src/templates/template-file.js';
import { brokenForm, brokenTemplate } from '../../src/templates/template.rules.js';
import { docxText } from '../papers.js';

const docx = (...blocks: Block[]) =>
  docxOf({ title: '', author: '', day: null, sections: [{ page: a4, numbered: true, blocks }] });
const texts = (...lines: string[]) => docx(...lines.map((text) => left({ text })));
const demanded = templateFields.CERTIFICATE.demanded.map((name) => `{${name}}`);
const points = (bytes: Uint8Array, kind: 'DECISION' | 'CERTIFICATE' = 'CERTIFICATE') =>
  brokenTemplate(kind, fieldsOf(bytes)).map(({ code, detail }) => `${code} ${detail}`);
/** A template with a part changed or added. */
const withPart = (part: string, change: (text: string) => string) => {
  const parts = unzipSync(texts(...demanded));
  return zipSync({ ...parts, [part]: strToU8(change(new TextDecoder().decode(parts[part] ?? new Uint8Array()))) });
};
const insert = (xml: string) => withPart('word/document.xml', (text) => text.replace('<w:p>', `${xml}<w:p>`));

it('a template with all that is demanded is taken, also where Word has parted a name', () => {
  expect(points(texts(...demanded, 'Đơn vị: {don_vi}'))).toEqual([]);
  const parted = left([{ text: '{te' }, { text: 'n', bold: true }, { text: '}' }]);
  expect(points(docx(parted, ...demanded.slice(1).map((text) => left({ text }))))).toEqual([]);
});

it('a field that is unknown or missing is refused by its name', () => {
  expect(points(texts(...demanded.slice(1), '{ho_ten}'))).toEqual([
    expect.stringMatching(/^FIELD_UNKNOWN \{ho_ten\} is no field/),
    'FIELD_MISSING The field {ten} is missing.',
  ]);
  const decision = templateFields.DECISION.demanded.filter((name) => name !== 'danh_sach').map((name) => `{${name}}`);
  expect(points(texts(...decision), 'DECISION')).toEqual(['FIELD_MISSING The field {danh_sach} is missing.']);
  expect(points(texts(...decision, '{#danh_sach}{tt} {ten} {nguoi_ky}{/danh_sach}'), 'DECISION')).toEqual([
    expect.stringMatching(/^FIELD_UNKNOWN \{nguoi_ky\}/),
  ]);
});

it.each(['{@ten}', '{ten | upper}', '{constructor}', '{a.b}', '{#ten}{/ten}', '{^ten}{/ten}', '{}'])(
  'what is no plain name is unknown: %s',
  (field) => expect(points(texts(...demanded, field))[0]).toMatch(/^FIELD_UNKNOWN/),
);

it.each(['{ten', 'ten}', '{#danh_sach}', '{{ten}}'])('braces that do not close are told: %s', (text) =>
  expect(points(texts(...demanded, text))[0]).toMatch(/^FIELD_BROKEN/),
);

it.each([
  ['a macro', withPart('word/vbaProject.bin', () => 'x')],
  ['an embedded object', withPart('word/embeddings/oleObject1.bin', () => 'x')],
  [
    'a remote picture',
    withPart('word/_rels/document.xml.rels', (text) =>
      text.replace(
        '</Rel',
        '<Relationship Id="rId90" Type="http://x/image" Target="http://a.vn/a.png" TargetMode="External"/></Rel',
      ),
    ),
  ],
  ['a field that runs', insert('<w:p><w:r><w:instrText>DDEAUTO c:\\\\a "b"</w:instrText></w:r></w:p>')],
  ['a field that fetches', insert('<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;a&quot; "/></w:p>')],
  [
    'an entity',
    withPart('word/styles.xml', (text) => text.replace('<w:styles', '<!DOCTYPE a [<!ENTITY b "c">]><w:styles')),
  ],
])('%s is refused', (_, bytes) => expect(points(bytes)[0]).toMatch(/^TEMPLATE_ACTIVE/));

it.each([
  ['no zip', strToU8('abc')],
  ['no DOCX', zipSync({ 'a.txt': strToU8('a') })],
  ['too large', zipSync({ 'word/document.xml': new Uint8Array(21_000_000) })],
])('%s is not read', (_, bytes) => expect(points(bytes)[0]).toMatch(/^TEMPLATE_UNREADABLE/));

it('fields are filled in, lines broken, rows repeated; nothing of a value is a field; twice the same bytes', async () => {
  const grid: Block = {
    ...{ is: 'GRID', size: 12, rows: [['{#danh_sach}{tt}', '{ten}{/danh_sach}']] },
    columns: [
      { heading: 'TT', share: 1, align: 'LEFT' },
      { heading: 'Tên', share: 4, align: 'LEFT' },
    ],
  };
  const template = docx(left({ text: 'Số {so_ky_hieu}: {noi_dung}' }), grid);
  const values = {
    ...{ so_ky_hieu: '07/QĐ', noi_dung: 'Điều 1\nĐiều 2 <&> {nguoi_ky}' },
    danh_sach: ['An', 'Bình'].map((ten, place) => ({ tt: String(place + 1), ten })),
  };
  const made = filled(template, values);
  expect((await docxText(made)).split(/\n+/).filter(Boolean)).toEqual([
    ...['Số 07/QĐ: Điều 1Điều 2 <&> {nguoi_ky}', 'TT', 'Tên', '1', 'An', '2', 'Bình'],
  ]);
  expect(new TextDecoder().decode(unzipSync(made)['word/document.xml'])).toContain('<w:br/>');
  expect(filled(template, values).equals(made)).toBe(true);
});

it('a bought form is of certificates, both sides of its size together', () => {
  const whole = { width: null, height: null, rightBy: 0, downBy: 0 };
  const codes = (kind: 'DECISION' | 'CERTIFICATE', form: Partial<Parameters<typeof brokenForm>[1]>) =>
    brokenForm(kind, { ...whole, ...form }).map(({ code }) => code);
  expect(codes('CERTIFICATE', { width: 297, height: 210, downBy: 2 })).toEqual([]);
  expect(codes('CERTIFICATE', {})).toEqual([]);
  expect(codes('CERTIFICATE', { width: 297 })).toEqual(['HALF_A_SIZE']);
  expect(codes('DECISION', {})).toEqual([]);
  expect(codes('DECISION', { width: 297, height: 210 })).toEqual(['OF_CERTIFICATES']);
  expect(codes('DECISION', { rightBy: 1 })).toEqual(['OF_CERTIFICATES']);
});
