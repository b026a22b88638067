import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { JournaledType } from '../api/kinds.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, isOwnThrough, isSeenThrough, lookUp, where } from '../database/where.js';
import { Document } from './document.entity.js';
import type { Resting } from './quality.rules.js';
import type { Carrier, Holder, Series } from './document.rules.js';
import { filesOf, inDossier, inQuality, resting, seenResting } from './resting.queries.js';

/** $1 is the commune. */
const columns = selectList<Document>(Document, 'd', {
  always: ['year'],
  without: ['folded', 'numberRepeats', 'signerName', 'signerTitle', 'signerCapacity'],
  computed: {
    signer: "json_build_object('name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity)",
    fileIds: `array(
      select f.id::text from file f where f.commune_id = $1 and f.document_id = d.id order by f.id)`,
    persons: `array(
      select u.code from document_person p ${lookUp('unit', 'p.unit_id', 'u')}
      where p.commune_id = $1 and p.document_id = d.id order by u.code)`,
  },
});

/** Documents `d` of a series, by $2, $3, $4: the expressions of the index `document_number_key`. */
const ofSeries = `d.commune_id = $1 and number_issuer(d.issuer) = number_issuer($2)
  and number_word(coalesce(d.series, d.symbol, d.type)) = number_word($3) and d.year = $4 and d.number is not null`;

const resters = seenResting('array[d.id]', filesOf('d.id'));
/** Documents that a reach shows: of those in a dossier, those on which a record rests that it shows. */
const isSeen = ({ draftsAt, units }: Reach) => ({
  submitted: isSeenThrough(inDossier('d.id'), resters, draftsAt),
  ofUnits: isOwnThrough(inDossier('d.id'), resters, units),
});

export interface DocumentFilter {
  types?: readonly string[];
  year?: number;
  like: string | null;
  after: readonly [number, string] | null;
  limit: number;
}

@Injectable()
export class DocumentsQueries {
  constructor(private readonly database: Database) {}

  /** Documents, newest year first, then the newest recorded. */
  documents(
    reach: Reach,
    { types, year, like, after, limit }: DocumentFilter,
    members?: Projection,
  ): Promise<Document[]> {
    const { shape, text } = columns(members);
    const asked = where([reach.communeId, reach.sees, limit], {
      types: isAny('d.type', types),
      year: [year, (one) => `d.year = ${one}`],
      ...isSeen(reach),
      search: [like, (pattern) => `d.folded like ${pattern}`],
      after: [...(after ?? [null]), (then, id) => `(d.year, d.id) < (${then}, ${id}::uuid)`],
    });
    return this.database.rows(
      `documents.documents${asked.name}${shape}`,
      `select ${text} from document d
       where d.commune_id = $1 and d.audience >= $2::audience${asked.text} order by d.year desc, d.id desc limit $3`,
      asked.values,
    );
  }

  /** Documents by id. */
  documentsById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Document>> {
    const { shape, text } = columns(members);
    return byIds(asked, (reach, ids) => {
      const seen = where([reach.communeId, reach.sees, ids], isSeen(reach));
      return this.database.rows(
        `documents.documentsById${seen.name}${shape}`,
        `select ${text} from document d
         where d.commune_id = $1 and d.audience >= $2::audience and d.id = any ($3)${seen.text}`,
        seen.values,
      );
    });
  }

  /** Record that carries a document: a decision signed through the program, or a meeting with its minutes. */
  carrier({ communeId }: Reach, id: string): Promise<Carrier | undefined> {
    return this.database.row(
      'documents.carrier',
      `select 'decision' as type, id from decision where commune_id = $1 and document_id = $2
       union all select 'meeting', id from meeting where commune_id = $1 and minutes_id = $2 limit 1`,
      [communeId, id],
    );
  }

  /** Records that rest on a document in a quality, and the types that each takes. */
  restingInQuality({ communeId }: Reach, id: string): Promise<Resting[]> {
    return this.database.rows('documents.restingInQuality', `${inQuality} order by 1, 2, 3`, [communeId, id]);
  }

  /** A record that rests on one of these documents or files, or whose act names one as its legal reference. */
  restingOn(
    { communeId }: Reach,
    { documents, files }: { documents: readonly string[]; files: readonly string[] },
  ): Promise<{ type: JournaledType; id: string } | undefined> {
    return this.database.row(
      'documents.restingOn',
      `select type, id::text from (${resting('$2::uuid[]', '$3::uuid[]')}) x
       union all
       select c.type, c.record_id from change_value v
       join change c on c.commune_id = v.commune_id and c.position = v.position and c.item = v.item
       where v.commune_id = $1 and v.pointer = '/actor' and v.value ->> 'legalReference' is not null
         and lower(v.value ->> 'legalReference') = any ($2::uuid[]::text[])
         and not c.record_id = any ($2::uuid[]::text[])
       limit 1`,
      [communeId, documents, files],
    );
  }

  /** The document that an appointment rests on; null: none. */
  async documentOfAppointment({ communeId }: Reach, id: string): Promise<string | null> {
    const row = await this.database.row<{ documentId: string | null }>(
      'documents.documentOfAppointment',
      'select document_id as "documentId" from appointment where commune_id = $1 and id = $2',
      [communeId, id],
    );
    return row?.documentId ?? null;
  }

  /** The persons and households of these codes. */
  personsByCode({ communeId, sees }: Reach, codes: readonly string[]): Promise<{ id: string; code: string }[]> {
    return this.database.rows(
      'documents.personsByCode',
      `select id, code from unit
       where commune_id = $1 and audience >= $2::audience and code = any ($3) and kind in ('HOUSEHOLD', 'INDIVIDUAL')
       order by code`,
      [communeId, sees, codes],
    );
  }

  /** Holds the numbers of a series until this write ends: of two who take the next one waits. */
  async holdNumbers({ communeId }: Reach, { issuer, series, year }: Series): Promise<void> {
    await this.database.rows(
      'documents.holdNumbers',
      `select pg_advisory_xact_lock(hashtextextended(
         'number ' || jsonb_build_array($1::int, number_issuer($2), number_word($3), $4::int)::text, 0))`,
      [communeId, issuer, series, year],
    );
  }

  /** The highest number of a series; 0 where there is none. */
  async highestNumber({ communeId }: Reach, { issuer, series, year }: Series): Promise<number> {
    const row = await this.database.row<{ number: number }>(
      'documents.highestNumber',
      `select coalesce(max(d.number), 0) as number from document d where ${ofSeries}`,
      [communeId, issuer, series, year],
    );
    return row?.number ?? 0;
  }

  /** Document that holds a number of a series. */
  async holderOf(
    { communeId }: Reach,
    { issuer, series, year }: Series,
    { number, numberSuffix }: { number: number; numberSuffix: string | null },
  ): Promise<Holder | undefined> {
    return this.database.row(
      'documents.holderOf',
      `select d.id, d.type, d.issued_on as "issuedOn", case when not exists (
           select from document_person p where p.commune_id = $1 and p.document_id = d.id) then d.title end as title
       from document d
       where ${ofSeries} and d.number = $5 and not d.number_repeats
         and number_word(coalesce(d.number_suffix, '')) = number_word(coalesce($6, ''))`,
      [communeId, issuer, series, year, number, numberSuffix],
    );
  }
}
