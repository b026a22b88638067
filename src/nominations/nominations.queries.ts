import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { NameSearch } from '../database/text.js';
import { byRankOf, isAny, isOwn, isSubmitted, rankOf, refersTo, where } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import type { Occupant } from './already-nominated.js';
import { groundMembers, restingOn, type ParentOfNominations } from './grounds.queries.js';
import { Nomination } from './nomination.entity.js';
import type { NominationState } from './nomination.workflow.js';

/** Place of a nomination in a round: a nominee has one for each form. */
type Slot = Pick<Nomination, 'roundId' | 'formCode' | 'unitId'>;

/** A nomination with what deciding about it needs. */
export interface NominationRow extends Nomination {
  /** Path of its unit on the day asked. */
  unitPath: string;
  /** Last day of its unit. */
  unitValidTo: string | null;
  /** The meeting it was brought before, and the drafted decision it stands in. */
  meetingId: string | null;
  draftId: string | null;
  /** The open consultation that lists it, and the last day of those that were closed. */
  consultationId: string | null;
  consultedUntil: string | null;
}

/** Neighbours of rows `n`. $1 is the commune. */
const neighbours = 'left join unit u on u.commune_id = $1 and u.id = n.unit_id';

/** A value of the consultations in a state that list a nomination. */
const consultations = (value: string, state: string) => `(
  select ${value} from listing l
  join consultation c on c.commune_id = $1 and c.id = l.consultation_id and c.state = '${state}'
  where l.commune_id = $1 and l.nomination_id = n.id)`;

/** $1 is the commune, `asked.day` the day on which the place of the nominee is asked for. */
const columns = selectList<NominationRow>(Nomination, 'n', {
  computed: {
    unitCode: 'u.code',
    unitKind: 'u.kind',
    unitValidTo: 'u.valid_to',
    unitPath: `(select path from ${termOn('$1', 'n.unit_id', 'asked.day')} t)`,
    daysToDecision: 'n.decided_on - n.deed_on',
    meetingId: `(
      select m.meeting_id from matter m
      where m.commune_id = $1 and m.nomination_id = n.id and m.outcome is distinct from 'NO_QUORUM')`,
    consultationId: consultations('c.id', 'OPEN'),
    consultedUntil: consultations('max(c.last_day)', 'CLOSED'),
    draftId: '(select i.decision_id from decision_item i where i.commune_id = $1 and i.nomination_id = n.id)',
    restsOn: `coalesce((
      select json_agg(json_build_object('type', ${groundMembers.type}, 'id', ${groundMembers.id}) order by g.ordinal)
      from nomination_ground g where g.commune_id = $1 and g.nomination_id = n.id), '[]')`,
    dossier: `coalesce((
      select json_agg(json_build_object(
        'item', p.item, 'name', p.name, 'documentType', p.document_type, 'required', p.required,
        'documentId', p.document_id
      ) order by p.ordinal)
      from nomination_paper p where p.commune_id = $1 and p.nomination_id = n.id), '[]')`,
  },
});

export interface NominationFilter {
  rounds?: readonly string[];
  forms?: readonly string[];
  units?: readonly string[];
  states?: readonly NominationState[];
  types?: readonly NominationType[];
  decisions?: readonly string[];
  /** Codes of indicators. */
  restsOn?: readonly string[];
  year?: number;
  search?: NameSearch | null;
  after: readonly [number, string] | null;
  limit: number;
  /** Day on which the place of the nominee is asked for. */
  on: string;
}

@Injectable()
export class NominationsQueries {
  constructor(private readonly database: Database) {}

  /** Nominations, the newest first; of a search by the rank of the nominee's names. */
  nominations(
    { communeId, sees, units, draftsAt }: Reach,
    {
      rounds,
      forms,
      units: codes,
      states,
      types,
      decisions,
      restsOn,
      year,
      search,
      after,
      limit,
      on,
    }: NominationFilter,
    members?: Projection,
  ): Promise<(NominationRow & { rank?: number })[]> {
    const { shape, text } = columns(members);
    const own = where([communeId, sees, on, limit], { own: isOwn('x', restsOn ? units : null) });
    const named = own.values.length;
    const ranks = rankOf({ name: 't.name', folded: 't.folded' }, { words: `$${named + 1}`, whole: `$${named + 2}` });
    const terms = 'from unit_term t where t.commune_id = $1 and t.unit_id = n.unit_id';
    const rank = search && `(select min(${ranks}) ${terms})`;
    const by = byRankOf('n', rank ?? null, after);
    const asked = where([...own.values, ...(search ? [search.words, search.whole] : [])], {
      submitted: isSubmitted('n', draftsAt),
      ofUnits: isOwn('n', units),
      rounds: isAny('n.round_id', rounds),
      forms: isAny('n.form_code', forms),
      units: refersTo('n.unit_id', 'unit.code', codes),
      states: isAny('n.state', states),
      types: isAny('n.type', types),
      decisions: isAny('n.decision_id', decisions),
      // A period of several years is "2021-2025".
      year: [
        year,
        (one) => `${one}::int between left(n.period, 4)::int
          and coalesce(substring(n.period from '-(\\d{4})$'), left(n.period, 4))::int`,
      ],
      search: [search?.like, (pattern) => `exists (select ${terms} and t.folded like ${pattern})`],
      restsOn: [
        restsOn,
        (named) => `n.id in (
          select rests.nomination_id from indicator r cross join lateral (${restingOn.indicator(own.text)}) rests
          where r.commune_id = $1 and r.code = any (${named}))`,
      ],
      after: by.after,
    });
    return this.database.rows(
      `nominations.nominations${own.name}${asked.name}${shape}`,
      `select ${text}${by.shown}
       from (
         select n.*${by.column} from nomination n
         where n.commune_id = $1 and n.audience >= $2::audience${asked.text}
         order by ${by.order}n.id desc limit $4) n ${neighbours} cross join (select $3::date as day) asked
       order by ${by.order}n.id desc`,
      asked.values,
    );
  }

  /**
   * The same page for each record: the nominations of each unit, or those that rest on each result or on a figure of
   * each indicator. `of` is the id of the record.
   */
  nominationsOf(
    parent: ParentOfNominations,
    records: readonly { reach: Reach; id: string }[],
    {
      states,
      after,
      limit,
      on,
    }: Pick<NominationFilter, 'states' | 'limit' | 'on'> & { after: readonly [string] | null },
    members?: Projection,
  ): Promise<(NominationRow & { of: string })[]> {
    const { shape, text } = columns(members);
    return eachCommune(records, ({ communeId, sees, units, draftsAt }, ids) => {
      const own = where([communeId, sees, on, ids, limit], { own: isOwn('x', parent === 'unit' ? null : units) });
      const asked = where(own.values, {
        submitted: isSubmitted('n', draftsAt),
        ofUnits: isOwn('n', units),
        states: isAny('n.state', states),
        after: [after?.[0], (id) => `n.id < ${id}`],
      });
      return this.database.rows(
        `nominations.nominationsOf.${parent}${own.name}${asked.name}${shape}`,
        `select r.id as of, ${text}
         from unnest($4::uuid[]) as r (id)
         cross join (select $3::date as day) asked
         cross join lateral (
           select * from nomination n
           where n.commune_id = $1 and n.audience >= $2::audience
             and n.id in (${restingOn[parent](own.text)})${asked.text}
           order by n.id desc limit $5) n ${neighbours}
         order by n.id desc`,
        asked.values,
      );
    });
  }

  /** Nominations by id. */
  nominationsById(
    asked: readonly { reach: Reach; id: string }[],
    on: string,
    members?: Projection,
  ): Promise<InAskedOrder<NominationRow>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees, units, draftsAt }, ids) => {
      const own = where([communeId, sees, on, ids], {
        submitted: isSubmitted('n', draftsAt),
        ofUnits: isOwn('n', units),
      });
      return this.database.rows(
        `nominations.nominationsById${own.name}${shape}`,
        `select ${text} from nomination n ${neighbours} cross join (select $3::date as day) asked
         where n.commune_id = $1 and n.audience >= $2::audience and n.id = any ($4)${own.text}`,
        own.values,
      );
    });
  }

  /** Locks nominations until the transaction ends, always in the order of ids. */
  lock({ communeId }: Reach, ids: readonly string[]): Promise<void> {
    return hold(this.database, Nomination, { communeId, ids });
  }

  /** Advice of the meeting that a nomination went before. */
  async adviceOn({ communeId }: Reach, id: string): Promise<'RECOMMENDED' | 'NOT_RECOMMENDED' | undefined> {
    const row = await this.database.row<{ outcome: 'RECOMMENDED' | 'NOT_RECOMMENDED' }>(
      'nominations.adviceOn',
      `select outcome from matter where commune_id = $1 and nomination_id = $2 and outcome <> 'NO_QUORUM'`,
      [communeId, id],
    );
    return row?.outcome;
  }

  /** The live nomination of a nominee for a form in a round. */
  async occupant(reach: Reach, { roundId, formCode, unitId }: Slot): Promise<Occupant | undefined> {
    return (await this.occupants(reach, { roundId, forms: [formCode], units: [unitId] }))[0];
  }

  /** The live nominations of nominees for forms in a round. */
  occupants(
    { communeId }: Reach,
    { roundId, forms, units }: { roundId: string; forms: readonly string[]; units: readonly string[] },
  ): Promise<Occupant[]> {
    return this.database.rows(
      'nominations.occupants',
      `select n.id, n.version, n.state, n.form_code as "formCode", n.unit_id as "unitId", r.name as round
       from nomination n join round r on r.commune_id = n.commune_id and r.id = n.round_id
       where n.commune_id = $1 and n.round_id = $2 and n.form_code = any ($3) and n.unit_id = any ($4)
         and n.state not in ('WITHDRAWN', 'REFUSED') and n.revoked_on is null`,
      [communeId, roundId, forms, units],
    );
  }
}
