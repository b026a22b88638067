import { ApiProperty } from '@nestjs/swagger';
import { Asked, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { count, countInQuery, flagInForm, id, legalDate, record, text } from '../api/shapes.js';

/** Which record, by id. */
@Parameters()
export class DocumentAt {
  @Asked(id, 'Id of the document.')
  id: string;
}

/** Which documents. */
@Parameters()
export class ListDocuments extends Paging {
  @Asked(text(20), 'Only these types: KH, QĐ, TTr, BC, BB ….', { optional: true, list: true })
  type?: string[];

  @Asked(countInQuery(1900, 2200), 'Only those of this year.', { optional: true })
  year?: number;

  @Asked(text(100), 'Words of the title or the symbol; case and diacritics do not matter.', { optional: true })
  search?: string;
}

/** Who signed. */
@Body('Who signed a document, and in which capacity.')
export class SignerGiven {
  @Asked(text(200), 'Name as printed.', { clearable: true })
  name?: string | null;

  @Asked(text(200), 'Post: "Chủ tịch".', { clearable: true })
  title?: string | null;

  @Asked(text(200), 'Capacity: "TM. Ủy ban nhân dân".', { clearable: true })
  capacity?: string | null;
}

/** A document as it is to be recorded; `number` and `issuedOn` may be blank, as on paper. */
@Body('A document as it is to be recorded; number and issuedOn may be blank, as on paper.')
export class RecordDocument {
  @Asked(text(20), 'Type by its abbreviation: KH, QĐ, TTr, BC, BB ….')
  type: string;

  @Asked(count(1, 1_000_000), 'Number within issuer, series and year.', { clearable: true })
  number?: number | null;

  @Asked(text(60), 'Symbol behind the number: "KH-UBND".', { clearable: true })
  symbol?: string | null;

  @Asked(text(60), 'Number series, where the issuer keeps several.', { clearable: true })
  series?: string | null;

  @Asked(count(1900, 2200), 'Year it is numbered in.')
  year: number;

  @Asked(legalDate, 'Date printed on it, as far as it is filled in.', { clearable: true })
  issuedOn?: string | null;

  @Asked(text(100), 'Place printed before the date.', { clearable: true })
  place?: string | null;

  @Asked(text(200), 'Issuing body.')
  issuer: string;

  @Asked(text(1000), 'Title, as printed.')
  title: string;

  @Asked(record(() => SignerGiven), 'Who signed it.', { optional: true })
  signer?: SignerGiven;

  @Asked(text(300), 'Recipients (nơi nhận), as printed.', { optional: true, list: true })
  recipients?: string[];

  @Asked(text(1000), 'Legal bases (căn cứ), as printed.', { optional: true, list: true })
  bases?: string[];

  @Asked(text(1000), 'Other documents it refers to, as printed.', { optional: true, list: true })
  refersTo?: string[];
}

/** Which file, by id. */
@Parameters()
export class FileAt {
  @Asked(id, 'Id of the file.')
  id: string;
}

/** A file as it is uploaded: a form of the part `file` and these fields. */
@Body('A file as it is uploaded.')
export class UploadFile {
  @ApiProperty({ type: 'string', format: 'binary', description: 'The file itself, with its name.' })
  file: never;

  @Asked(flagInForm, 'Whether it holds personal data; no when left out.', { optional: true })
  personal?: boolean;

  @Asked(id, 'Id of the document it is attached to; then If-Match names the version of that document.', {
    optional: true,
  })
  document?: string;
}
