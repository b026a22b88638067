import { ApiProperty } from '@nestjs/swagger';
import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { count, countInQuery, flagInForm, id, record } from '../api/shapes.js';
import { compared, reasonText } from '../api/text-shapes.js';
import { Document } from './document.entity.js';
import { Signer } from './signer.view.js';

/** Names a record by its id. */
@Parameters()
export class DocumentAt {
  @Asked(id, 'Id of the document.')
  id: string;
}

/** Filters documents. */
@Parameters()
export class ListDocuments extends Paging {
  @Asked(compared(20), 'Only these types: KH, QĐ, TTr, BC, BB ….', { optional: true, list: true })
  type?: string[];

  @Asked(countInQuery(1900, 2200), 'Only those of this year.', { optional: true })
  year?: number;

  @Asked(compared(100), 'Words of the title or the symbol; case and diacritics do not matter.', { optional: true })
  search?: string;
}

@InputBody('Signer of a document, and capacity.')
export class SignerGiven {
  @AskedAs(Signer, { clearable: true }) name?: string | null;
  @AskedAs(Signer, { clearable: true }) title?: string | null;
  @AskedAs(Signer, { clearable: true }) capacity?: string | null;
}

@InputBody('A document as it is to be recorded; number and issuedOn may be blank, as on paper.')
export class RecordDocument {
  @AskedAs(Document) type: string;

  @Asked(count(1, 1_000_000), 'Number within issuer, series and year.', { clearable: true })
  number?: number | null;

  @AskedAs(Document, { clearable: true }) numberSuffix?: string | null;
  @AskedAs(Document, { clearable: true }) symbol?: string | null;
  @AskedAs(Document, { clearable: true }) series?: string | null;
  @AskedAs(Document) year: number;
  @AskedAs(Document, { clearable: true }) issuedOn?: string | null;
  @AskedAs(Document, { clearable: true }) place?: string | null;
  @AskedAs(Document) issuer: string;
  @AskedAs(Document, {
    description: 'Title, as printed. The journal keeps it for ever, unless `persons` says whom it names.',
  })
  title: string;

  @AskedAs(Document, { optional: true, atMost: 2_000 }) persons?: string[];

  @Asked(record(() => SignerGiven), 'Person who signed the document.', { optional: true })
  signer?: SignerGiven;

  @Asked(id, 'Id of the document that authorises the signer; a paper of the commune by TUQ. or Q. names it.', {
    clearable: true,
  })
  authority?: string | null;

  @AskedAs(Document, { optional: true }) recipients?: string[];
  @AskedAs(Document, { optional: true }) bases?: string[];
  @AskedAs(Document, { optional: true }) refersTo?: string[];
}

@InputBody('Changes of a document: absent keeps, null clears, lists whole.')
export class AmendDocument {
  @Amends(RecordDocument) type?: string;
  @Amends(RecordDocument) number?: number | null;
  @Amends(RecordDocument) numberSuffix?: string | null;
  @Amends(RecordDocument) symbol?: string | null;
  @Amends(RecordDocument) series?: string | null;
  @Amends(RecordDocument) year?: number;
  @Amends(RecordDocument) issuedOn?: string | null;
  @Amends(RecordDocument) place?: string | null;
  @Amends(RecordDocument) issuer?: string;
  @Amends(RecordDocument) title?: string;
  @Amends(RecordDocument, {
    description: 'Persons that the title names. Those it has named stay: earlier lines name them.',
  })
  persons?: string[];
  @Amends(RecordDocument) signer?: SignerGiven;
  @Amends(RecordDocument) authority?: string | null;
  @Amends(RecordDocument) recipients?: string[];
  @Amends(RecordDocument) bases?: string[];
  @Amends(RecordDocument) refersTo?: string[];

  @Asked(reasonText, 'Reason; required for a document of what is issued or closed.', { optional: true })
  reason?: string;
}

@InputBody('The reason a document is removed for.')
export class RemoveDocument {
  @Reason()
  reason: string;
}

@InputBody('The reason a file is removed for.')
export class RemoveFile {
  @Reason()
  reason: string;
}

/** Names a file by its id. */
@Parameters()
export class FileAt {
  @Asked(id, 'Id of the file.')
  id: string;
}

/** A file as it is uploaded: a form of the part `file` and these fields. */
@InputBody('A file as it is uploaded.')
export class UploadFile {
  @ApiProperty({ type: 'string', format: 'binary', description: 'The file itself, with its name.' })
  file: never;

  @Asked(flagInForm, 'Whether the file holds personal data; no when left out.', { optional: true })
  personal?: boolean;

  @Asked(id, 'Id of the document that the file is attached to; then If-Match names the version of that document.', {
    optional: true,
  })
  document?: string;

  @Asked(reasonText, 'Reason; required for a document of what is issued or signed.', { optional: true })
  reason?: string;
}
