import { strToU8 } from 'fflate';
import { zipped } from '../templates/zipped.js';
import { element, escapeXml, w } from './markup.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const ofPackages = 'application/vnd.openxmlformats-package';
const font = 'Times New Roman';

/** Names of the namespaces of a part of a document. */
const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': `${office}/relationships`,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};

/** A part of a document by its first element. */
const part = (root: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
const wordPart = (name: string, content: string) => part(element(name, namespaces, content));

const typesOfParts = () => {
  const byEnd = { rels: `${ofPackages}.relationships+xml`, xml: 'application/xml', gif: 'image/gif' };
  const byName = {
    'word/document.xml': `${main}.document.main+xml`,
    'word/styles.xml': `${main}.styles+xml`,
    'word/settings.xml': `${main}.settings+xml`,
    'word/header1.xml': `${main}.header+xml`,
    'docProps/core.xml': `${ofPackages}.core-properties+xml`,
  };
  const ends = Object.entries(byEnd).map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const names = Object.entries(byName).map(([name, ContentType]) =>
    element('Override', { PartName: `/${name}`, ContentType }),
  );
  return part(element('Types', { xmlns: `${packages}/content-types` }, [...ends, ...names].join('')));
};

type Relation = readonly [id: number, type: string, target: string];
const relations = (each: readonly Relation[]) =>
  part(
    element(
      'Relationships',
      { xmlns: `${packages}/relationships` },
      each.map(([id, Type, Target]) => element('Relationship', { Id: `rId${id}`, Type, Target })).join(''),
    ),
  );

const sides = Object.entries({ top: 0, left: 57, bottom: 0, right: 57 });
/** A millimetre beside the text of a cell; said of each table, because some programs look at no default. */
export const cellMargins = w(
  'tblCellMar',
  {},
  sides.map(([side, width]) => w(side, { w: width, type: 'dxa' })).join(''),
);

/** One font for all, and tables without lines of their own. */
const styles = () => {
  const fonts = w('rFonts', { ascii: font, hAnsi: font, eastAsia: font, cs: font });
  const run = w('rPr', {}, fonts + w('sz', { val: 28 }) + w('szCs', { val: 28 }) + w('lang', { val: 'vi-VN' }));
  const defaults = w('docDefaults', {}, w('rPrDefault', {}, run) + w('pPrDefault'));
  const normal = w('style', { type: 'paragraph', default: 1, styleId: 'Normal' }, w('name', { val: 'Normal' }));
  const cells = w('tblPr', {}, w('tblInd', { w: 0, type: 'dxa' }) + cellMargins);
  const table = { type: 'table', default: 1, styleId: 'TableNormal' };
  return wordPart('w:styles', defaults + normal + w('style', table, w('name', { val: 'Normal Table' }) + cells));
};

const settings = () => {
  const mode = { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 };
  return wordPart('w:settings', w('compat', {}, w('compatSetting', mode)));
};

/** Header with the number of the page (NĐ 30/2020: at the top, in the middle). */
const pageNumber = () => {
  const sign = (fldCharType: string) => w('r', {}, w('fldChar', { fldCharType }));
  const field = w('r', {}, element('w:instrText', { 'xml:space': 'preserve' }, ' PAGE '));
  const runs = [sign('begin'), field, sign('separate'), w('r', {}, w('t', {}, '2')), sign('end')];
  return wordPart('w:hdr', w('p', {}, w('pPr', {}, w('jc', { val: 'center' })) + runs.join('')));
};

interface About {
  title: string;
  author: string;
  day: string | null;
  note?: string;
}

/** Title, author and day of the file; a paper without a day has none: it is not the clock's to say. */
const about = ({ title, author, day, note }: About) =>
  part(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packages}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escapeXml(title)) +
        element('dc:creator', {}, escapeXml(author)) +
        (note === undefined ? '' : element('dc:description', {}, escapeXml(note))) +
        element('dc:language', {}, 'vi-VN') +
        (day === null ? '' : element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, `${day}T00:00:00Z`)),
    ),
  );

/** Number of the relation to the header, and of that to the first picture. */
export const headerId = 3;
export const firstPictureId = 10;

/** A DOCX of the body of its text, and of its pictures in the order in which the text names them. */
export function docxFile(told: About, { body, pictures }: { body: string; pictures: readonly Buffer[] }): Buffer {
  const ofWord: Relation[] = [
    [1, `${office}/relationships/styles`, 'styles.xml'],
    [2, `${office}/relationships/settings`, 'settings.xml'],
    [headerId, `${office}/relationships/header`, 'header1.xml'],
    ...pictures.map((_, place): Relation => [
      firstPictureId + place,
      `${office}/relationships/image`,
      `media/${place + 1}.gif`,
    ]),
  ];
  const texts: Record<string, string> = {
    '[Content_Types].xml': typesOfParts(),
    '_rels/.rels': relations([
      [1, `${office}/relationships/officeDocument`, 'word/document.xml'],
      [2, `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': about(told),
    'word/_rels/document.xml.rels': relations(ofWord),
    'word/document.xml': wordPart('w:document', w('body', {}, body)),
    'word/header1.xml': pageNumber(),
    'word/settings.xml': settings(),
    'word/styles.xml': styles(),
  };
  return zipped({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    ...Object.fromEntries(pictures.map((bytes, place) => [`word/media/${place + 1}.gif`, bytes])),
  });
}
