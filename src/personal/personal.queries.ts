import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { where } from '../database/where.js';
import { Acknowledgement } from '../indicators/acknowledgement.entity.js';
import type { IdempotencyRecord } from '../requests/idempotency-record.entity.js';
import { PersonalAccess } from '../requests/personal-access.entity.js';
import { noRecords, type PersonalRecords, type Referred } from './personal-records.js';
import type { PersonalValue } from './personal-value.view.js';

@Injectable()
export class PersonalQueries {
  constructor(private readonly database: Database) {}

  /**
   * Locks the unit, its reports and score sheets for this transaction: concurrent acts on them wait, and
   * acknowledgements.
   */
  async lock({ communeId }: Reach, unitId: string): Promise<void> {
    await this.database.rows(
      'personal.lock.submissions',
      'select from submission where commune_id = $1 and unit_id = $2 order by id for update',
      [communeId, unitId],
    );
    await this.database.rows(
      'personal.lock.sheets',
      'select from score_sheet where commune_id = $1 and unit_id = $2 order by id for update',
      [communeId, unitId],
    );
    await this.database.rows('personal.lock.unit', 'select from unit where commune_id = $1 and id = $2 for update', [
      communeId,
      unitId,
    ]);
  }

  /** Records with values of a unit. */
  async recordsOfUnit({ communeId }: Reach, unitId: string): Promise<PersonalRecords> {
    const row = await this.database.row<PersonalRecords>(
      'personal.recordsOfUnit',
      `with gone as (
         select distinct r.type, r.record_id as id from change r
         where r.commune_id = $1 and r.op = 'REMOVED' and r.seen_after is null),
       named as (
         select distinct g.type, g.id from gone g
         join change c on c.commune_id = $1 and c.type = g.type and c.record_id = g.id
         where c.data ->> 'unitId' = $2::uuid::text or c.data -> 'persons' ? (
           select u.code from unit u where u.commune_id = $1 and u.id = $2::uuid)),
       proving as (
         select distinct v.id from (
           select s.id::text as id from submission s where s.commune_id = $1 and s.unit_id = $2::uuid
           union select id from named where type = 'submission') s
         join change c on c.commune_id = $1 and c.type = 'submission' and c.record_id = s.id
         cross join lateral jsonb_array_elements(c.data -> 'entries') e (entry)
         cross join lateral jsonb_array_elements_text(e.entry -> 'evidenceIds') v (id)
         union
         select distinct v.id #>> '{}' from (
           select s.id::text as id from score_sheet s where s.commune_id = $1 and s.unit_id = $2::uuid
           union select id from named where type = 'sheet') s
         join change c on c.commune_id = $1 and c.type = 'sheet' and c.record_id = s.id
         cross join lateral jsonb_path_query(c.data, '$.*.occurrences[*].evidenceIds[*]') v (id))
       select array(
           select s.id::text from submission s
           where s.commune_id = $1 and s.unit_id = $2 order by s.id) as submissions,
         array(
           select s.id::text from score_sheet s
           where s.commune_id = $1 and s.unit_id = $2 order by s.id) as sheets,
         array(
           select r.id::text from remark r
           where r.commune_id = $1 and r.unit_id = $2 order by r.id) as remarks,
         array(
           select a.id::text from acknowledgement a
           where a.commune_id = $1 and a.unit_id = $2 order by a.id) as acknowledgements,
         array(
           select n.id::text from nomination n
           where n.commune_id = $1 and n.unit_id = $2 order by n.id) as nominations,
         array(
           select o.id::text from outcome o
           where o.commune_id = $1 and o.unit_id = $2 order by o.id) as outcomes,
         array(
           select a.id::text from award a
           where a.commune_id = $1 and a.unit_id = $2 order by a.id) as awards,
         array(select p.id::text from payment p where p.commune_id = $1 and p.unit_id = $2 order by p.id) as payments,
         array(
           select k.id::text from complaint k
           where k.commune_id = $1 and (k.unit_id = $2 or k.complainant_id = $2) order by k.id) as complaints,
         array(
           select f.id::text from fact f
           where f.commune_id = $1 and f.unit_id = $2 order by f.id) as facts,
         array(
           select l.id::text from listing l
           where l.commune_id = $1 and l.unit_id = $2 order by l.id) as listings,
         array(
           select o.id::text from objection o
           where o.commune_id = $1 and (o.unit_id = $2 or o.objector_id = $2) order by o.id) as objections,
         array(
           select distinct i.decision_id::text from decision_item i
             join nomination n on n.commune_id = i.commune_id and n.id = i.nomination_id
             join decision d on d.commune_id = i.commune_id and d.id = i.decision_id
           where i.commune_id = $1 and n.unit_id = $2 and i.reason is not null and d.state = 'DRAFT'
           order by 1) as decisions,
         array(
           select m.id::text from council_member m
           where m.commune_id = $1 and m.person_id = $2 order by m.id) as members,
         array(
           select distinct x.meeting_id::text from recusal x
             join council_member m on m.commune_id = x.commune_id and m.id = x.member_id
           where x.commune_id = $1 and m.person_id = $2 and x.reason is not null order by 1) as meetings,
         array(
           select p.document_id::text from document_person p
           where p.commune_id = $1 and p.unit_id = $2 order by p.document_id) as documents,
         array(
           select f.id::text from file f
           where f.commune_id = $1 and f.personal and (f.id in (select id::uuid from proving)
             or f.document_id in (select x.document_id from fact x where x.commune_id = $1 and x.unit_id = $2))
           order by f.id) as files,
         coalesce((
           select json_agg(json_build_object('type', type, 'id', id) order by type, id) from (
             select type, id from named
             union select g.type, g.id from gone g join proving using (id) where g.type = 'file') t), '[]')
           as "takenOut"`,
      [communeId, unitId],
    );
    return row ?? noRecords;
  }

  /** Acknowledgements by id. */
  acknowledgements({ communeId }: Reach, ids: readonly string[]): Promise<Acknowledgement[]> {
    return this.database.rows(
      'personal.acknowledgements',
      `select ${columnsOf(Acknowledgement, 'a')}, p.key as plan, u.code as "unitCode"
       from acknowledgement a
       join plan p on p.commune_id = a.commune_id and p.id = a.plan_id
       join unit u on u.commune_id = a.commune_id and u.id = a.unit_id
       where a.commune_id = $1 and a.id = any ($2) order by a.id`,
      [communeId, ids],
    );
  }

  /** Stored answers of idempotency keys that show or name one of these records, and every report of an import. */
  storedAnswers(
    { communeId }: Reach,
    ids: readonly string[],
  ): Promise<Pick<IdempotencyRecord, 'communeId' | 'actorId' | 'key' | 'answer'>[]> {
    return this.database.rows(
      'personal.storedAnswers',
      `select commune_id as "communeId", actor_id as "actorId", key, answer
       from kept_answer cross join (select jsonb_build_object('id', to_jsonb($2::text[])) as named) n
       where commune_id = $1 and (answer ->> 'id' = any ($2)
         or jsonb_path_exists(answer, '$.**.nominationId ? (@ == $id[*])', named)
         or answer ? 'skipped'
         or jsonb_path_exists(answer, '$.**.memberId ? (@ == $id[*])', named))`,
      [communeId, ids],
    );
  }

  /**
   * Deletes the values and salts behind the commitments of records, and the bytes of those that are files; gives the
   * number of deleted values. SQL function: `migrations/functions/erase_personal.sql`.
   */
  async erase({ communeId }: Reach, records: readonly Referred[]): Promise<number> {
    const row = await this.database.row<{ dropped: number }>(
      'personal.erase',
      'select erase_personal($1, $2, $3) as dropped',
      [communeId, records.map(({ type }) => type), records.map(({ id }) => id)],
    );
    return row?.dropped ?? 0;
  }

  /**
   * Values of records in the journal, oldest first, then disclosures. The actor of a change, the signer of a document
   * and who else objected or complained are left out.
   */
  values(
    { communeId }: Reach,
    unitId: string,
    { records, after, limit }: { records: readonly Referred[]; after: string | null; limit: number },
  ): Promise<PersonalValue[]> {
    const asked = where([communeId, unitId, records.map(({ type }) => type), records.map(({ id }) => id), limit], {
      after: [after, (place) => `place > ${place} collate "C"`],
    });
    return this.database.rows(
      `personal.values${asked.name}`,
      `select "communeId", "unitId", place, type, "recordId", version, pointer, value, at, current from (
         select c.commune_id as "communeId", $2::uuid as "unitId",
           format('1 %s %s %s', lpad(c.position::text, 12, '0'), lpad(c.item::text, 6, '0'), v.pointer) as place,
           c.type, c.record_id as "recordId", c.version, v.pointer, v.value #>> '{}' as value, c.at,
           v.pointer <> '/reason' and not exists (
             select from change l
             where l.commune_id = c.commune_id and l.type = c.type and l.record_id = c.record_id
               and (l.position, l.item) > (c.position, c.item)) as current
         from unnest($3::text[], $4::text[]) as r (type, id)
         join change c on c.commune_id = $1 and c.type = r.type and c.record_id = r.id
         join change_value v on v.commune_id = c.commune_id and v.position = c.position and v.item = c.item
         where v.pointer not in ('/actor', '/data/signer/name')
           and (c.type <> 'objection' or v.pointer not in ('/data/objector', '/data/objectorCode') or exists (
             select from objection o
             where o.commune_id = $1 and o.id::text = c.record_id and o.objector_id = $2::uuid))
           and (c.type <> 'complaint' or v.pointer not in ('/data/complainant', '/data/complainantCode') or exists (
             select from complaint k
             where k.commune_id = $1 and k.id::text = c.record_id and k.complainant_id = $2::uuid))
         union all
         select a.commune_id, a.unit_id, '2 ' || a.id, 'access', a.id::text, null, '/actor',
           a.actor || ' ' || a.operation, a.at, false
         from personal_access a where a.commune_id = $1 and a.unit_id = $2) held
       where true${asked.text}
       order by place collate "C" limit $5`,
      asked.values,
    );
  }

  /** Disclosures of values of a unit, the latest first. */
  accesses(
    { communeId }: Reach,
    unitId: string,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<PersonalAccess[]> {
    const asked = where([communeId, unitId, limit], { after: [after, (id) => `a.id < ${id}`] });
    return this.database.rows(
      `personal.accesses${asked.name}`,
      `select ${columnsOf(PersonalAccess, 'a')} from personal_access a
       where a.commune_id = $1 and a.unit_id = $2${asked.text} order by a.id desc limit $3`,
      asked.values,
    );
  }
}
