import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { isAny, lookUp, where } from '../database/where.js';
import { latest, type Bound } from '../journal/bound.rules.js';
import type { Head } from '../journal/change.view.js';
import { numberPrinted } from '../documents/number.queries.js';
import { Decision, DecisionItem, type DecisionKind } from './decision.entity.js';
import type { DecisionState } from './decision.workflow.js';

/** The number of a decision `d` as printed. */
const columnsOfNumber = { number: 'd.number::text', numberSuffix: 'd.number_suffix', symbol: 'd.symbol' } as const;
const numberText = numberPrinted((member) => columnsOfNumber[member]);

/** Units of a bound key, $4, which is shown the lines of its own nominations; null: all. */
const own = 'cross join (select $4::uuid[] as units) own';

/** Nominations of a decision, in its order, as JSON. */
const nominations = (members: string, condition: string) => `coalesce((
  select json_agg(json_build_object(
    'communeId', i.commune_id, 'unitId', n.unit_id, 'nominationId', i.nomination_id, ${members}) order by i.ordinal)
  from decision_item i ${lookUp('nomination', 'i.nomination_id', 'n')}
  where i.commune_id = $1 and i.decision_id = d.id and (own.units is null or n.unit_id = any (own.units))
    and ${condition}), '[]')`;

/** $1 is the commune; neighbour of rows `d`: `own`. */
const columns = selectList<Decision>(Decision, 'd', {
  without: ['headPosition', 'headHash'],
  computed: {
    numberText,
    signer: "json_build_object('name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity)",
    head: `case when d.head_position is not null
      then json_build_object('position', d.head_position, 'hash', d.head_hash) end`,
    grants: nominations(
      `'unitCode', (select u.code from unit u where u.commune_id = $1 and u.id = n.unit_id), 'formCode', n.form_code,
       'reason', case when d.state = 'DRAFT' then i.reason end`,
      "i.outcome = 'GRANTED'",
    ),
    refusals: nominations("'reason', i.reason", "i.outcome = 'REFUSED' and d.state = 'DRAFT'"),
  },
});

export interface DecisionFilter {
  kinds?: readonly DecisionKind[];
  states?: readonly DecisionState[];
  year?: number;
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class DecisionsQueries {
  constructor(private readonly database: Database) {}

  /** Decisions, the newest drafted first. */
  decisions(
    { communeId, sees, units }: Reach,
    { kinds, states, year, after, limit }: DecisionFilter,
    members?: Projection,
  ): Promise<Decision[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, limit, units], {
      kinds: isAny('d.kind', kinds),
      states: isAny('d.state', states),
      year: [year, (one) => `d.year = ${one}`],
      after: [after?.[0], (id) => `d.id < ${id}`],
    });
    return this.database.rows(
      `decisions.decisions${asked.name}${shape}`,
      `select ${text} from decision d ${own}
       where d.commune_id = $1 and d.audience >= $2::audience${asked.text} order by d.id desc limit $3`,
      asked.values,
    );
  }

  /** Decisions by id. */
  decisionsById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Decision>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees, units }, ids) =>
      this.database.rows(
        `decisions.decisionsById${shape}`,
        `select ${text} from decision d ${own}
         where d.commune_id = $1 and d.audience >= $2::audience and d.id = any ($3)`,
        [communeId, sees, ids, units],
      ),
    );
  }

  /** Lines of a decision, one for each nomination, in its order. */
  items({ communeId }: Reach, decisionId: string): Promise<DecisionItem[]> {
    return this.database.rows(
      'decisions.items',
      `select ${columnsOf(DecisionItem, 'i')} from decision_item i
       where i.commune_id = $1 and i.decision_id = $2 order by i.ordinal`,
      [communeId, decisionId],
    );
  }

  /** Nominations that a signed decision granted or refused, or whose awards it revoked. */
  async nominationsOf({ communeId }: Reach, decisionId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'decisions.nominationsOf',
      `select nomination_id as id from decision_item where commune_id = $1 and decision_id = $2
       union select nomination_id from award
       where commune_id = $1 and revoking_decision_id = $2 and nomination_id is not null order by 1`,
      [communeId, decisionId],
    );
    return rows.map(({ id }) => id);
  }

  /** Awards that a signed decision gave or revoked. */
  async awardsOf({ communeId }: Reach, decisionId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'decisions.awardsOf',
      `select id from award where commune_id = $1 and (decision_id = $2 or revoking_decision_id = $2) order by id`,
      [communeId, decisionId],
    );
    return rows.map(({ id }) => id);
  }

  /** Awards that show a document: recorded by hand, those that it gave; and those that it corrects. */
  async awardsShowing({ communeId }: Reach, documentId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'decisions.awardsShowing',
      `select id from award
       where commune_id = $1 and (document_id = $2 and decision_id is null or correction_document_id = $2) order by id`,
      [communeId, documentId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Latest day that a decision on nominations follows: of a deed, of a closed meeting, or behind a consultation.
   * The days on which the steps between were recorded say nothing of a paper.
   */
  async groundOf({ communeId }: Reach, nominations: readonly string[]): Promise<Bound | null> {
    const days = await this.database.rows<Bound>(
      'decisions.groundOf',
      `select 'DEED' as of, max(deed_on) as day from nomination
       where commune_id = $1 and id = any ($2) having max(deed_on) is not null
       union all
       select 'MEETING', max(m.held_on) from matter b
       join meeting m on m.commune_id = b.commune_id and m.id = b.meeting_id and m.state = 'CLOSED'
       where b.commune_id = $1 and b.nomination_id = any ($2) having max(m.held_on) is not null
       union all
       select 'CONSULTATION', max(c.last_day) + 1 from listing l
       join consultation c on c.commune_id = l.commune_id and c.id = l.consultation_id and c.state = 'CLOSED'
       where l.commune_id = $1 and l.nomination_id = any ($2) having max(c.last_day) is not null`,
      [communeId, nominations],
    );
    return latest(days);
  }

  /** Locks a decision until the transaction ends: of two who sign it one is first. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Decision, { communeId, ids: [id] });
  }

  /** Id of the signed decision that a document states. */
  async decisionOf({ communeId }: Reach, documentId: string): Promise<string | undefined> {
    const row = await this.database.row<{ id: string }>(
      'decisions.decisionOf',
      'select id from decision where commune_id = $1 and document_id = $2',
      [communeId, documentId],
    );
    return row?.id;
  }

  /** Head of the journal, locked until this transaction ends: the changes of the transaction follow right after it. */
  async holdHead({ communeId }: Reach): Promise<Head> {
    const head = await this.database.row<Head>(
      'decisions.holdHead',
      `select position, encode(hash, 'hex') as hash from commune_head where commune_id = $1 for update`,
      [communeId],
    );
    if (!head) throw new Error(`Commune ${communeId} has no journal.`);
    return head;
  }
}
