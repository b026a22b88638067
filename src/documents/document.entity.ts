import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, id, legalDate, numberSuffix, record } from '../api/shapes.js';
import { line, prose } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { Signer } from './signer.view.js';

const namesPersons = ({ persons }: Pick<Document, 'persons'>) => persons.length > 0;

/** A document (văn bản): plan, decision, minutes, proposal …, as NĐ 30/2020 describes one. */
@Entity('document')
@ObjectType({ description: 'A document (văn bản).' })
@(DataSubject<Document>()(['id', 'persons'], (document) => (namesPersons(document) ? document.id : undefined)))
export class Document {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(line(20), 'Type by its abbreviation: KH (kế hoạch), QĐ (quyết định), TTr, BC, BB …')
  type: string;

  @Stored(count(1), 'Number within issuer, series and year; null where it is left blank.', { nullable: true })
  number: number | null;

  @Stored(numberSuffix, 'Letter after the number: "a" of "07a/KH-UBND".', { nullable: true })
  numberSuffix: string | null;

  @Stored(line(60), 'Symbol after the number: "KH-UBND".', { nullable: true })
  symbol: string | null;

  @Stored(line(60), 'Number series, where the issuer keeps several.', { nullable: true })
  series: string | null;

  @Stored(count(1900, 2200), 'Year of the number.')
  year: number;

  @Stored(legalDate, 'Date printed on the document, as far as it is filled in: "2023".', { nullable: true })
  issuedOn: string | null;

  @Stored(line(100), 'Place printed before the date.', { nullable: true })
  place: string | null;

  @Stored(line(200), 'Issuing body.')
  issuer: string;

  @Stored(prose(1000), 'Title, as printed; a personal value of the persons it names.', { personal: namesPersons })
  title: string;

  @Shown(code, 'Codes of the persons and households that the title names.', { list: true })
  persons: string[];

  /** A document of older versions under a number that another document holds. */
  @Column('bool', { default: false }) numberRepeats: boolean;

  @Column('text') folded: string;
  @Column('text', { nullable: true }) signerName: string | null;
  @Column('text', { nullable: true }) signerTitle: string | null;
  @Column('text', { nullable: true }) signerCapacity: string | null;

  @Shown(record(() => Signer), 'Person who signed the document.')
  signer: Signer;

  @Stored(id, 'Id of the document that authorises the signer, by TUQ. or Q.', { nullable: true })
  authorityId: string | null;

  @Stored(prose(300), 'Recipients (nơi nhận), as printed.', { list: true, atMost: lengths.printed })
  recipients: string[];

  @Stored(prose(1000), 'Legal bases (căn cứ), as printed; may be none.', { list: true, atMost: lengths.printed })
  bases: string[];

  @Stored(prose(1000), 'Other documents that the document refers to, as printed.', {
    list: true,
    atMost: lengths.printed,
  })
  refersTo: string[];

  @Shown(id, 'Ids of its files, oldest first.', { list: true })
  fileIds: string[];

  @AudienceColumn() audience: Audience;
}

/** A person or household that the title of a document names. */
@Entity('document_person')
export class DocumentPerson {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') documentId: string;
  @PrimaryColumn('uuid') unitId: string;
}
