import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { unitAbove } from '../commendations/award-verification.queries.js';
import type { Office } from '../councils/council-member.entity.js';
import type { Presence } from '../councils/vote.rules.js';
import type { Meeting } from '../councils/meeting.entity.js';
import { Database } from '../database/database.js';
import { lookUp } from '../database/where.js';
import { termOn } from '../units/units.queries.js';
import type { UnitKind } from '../units/unit-kind.rules.js';

/** Award of a decision, with the names that its paper prints. */
export interface DecidedAward {
  nominationId: string | null;
  unitId: string;
  unitKind: UnitKind;
  name: string;
  /** Unit that the recipient belonged to; null: the commune. */
  unitName: string | null;
  formCode: string;
  formName: string;
  period: string | null;
  /** Number and day of the decision that gave it. */
  numberText: string | null;
  grantedOn: string | null;
  /** Money, whole đồng; null: none, or not decided yet. */
  payable: string | null;
}

/** Member of a body on the day of a meeting, with the attendance. */
export interface Seated {
  id: string;
  personId: string;
  name: string;
  office: Office;
  presence: Presence | null;
  replacedBy: string | null;
  replacedById: string | null;
  hasOpinion: boolean;
}

/** Nominee of a nomination, as named on a day. */
export interface Nominee {
  nominationId: string;
  unitId: string;
  unitKind: UnitKind;
  name: string;
  unitName: string | null;
  /** Path of the nominee. */
  path: string;
  formCode: string;
  formName: string;
}

/** Advice on a nomination so far. */
export interface Advice {
  nominationId: string;
  /** Votes for it of the base, at its last meeting: "4/5"; null: it was before none. */
  votes: string | null;
  /** Body of that meeting, and its day. */
  council: string | null;
  councilCode: string | null;
  heldOn: string | null;
  /** Objections while the list hung. */
  objections: number;
}

@Injectable()
export class PapersQueries {
  constructor(private readonly database: Database) {}

  /** Grants of a decision, in its order: under the name of the award once signed, else of the unit on a day. */
  grants({ communeId }: Reach, { id, day }: { id: string; day: string }): Promise<DecidedAward[]> {
    return this.database.rows(
      'papers.grants',
      `select n.id as "nominationId", n.unit_id as "unitId", u.kind as "unitKind",
         coalesce(a.recipient_name, t.name) as name,
         ${unitAbove('u', '$3::date')} as "unitName", n.form_code as "formCode",
         coalesce(a.form_name, n.form_name) as "formName", coalesce(a.period, n.period) as period,
         a.number_text as "numberText", a.granted_on as "grantedOn",
         a.payable::text as payable
       from decision_item i ${lookUp('nomination', 'i.nomination_id', 'n')} ${lookUp('unit', 'n.unit_id', 'u')}
       cross join lateral ${termOn('$1', 'u.id', '$3::date')} t
       left join award a on a.commune_id = $1 and a.decision_id = $2 and a.nomination_id = n.id
       where i.commune_id = $1 and i.decision_id = $2 and i.outcome = 'GRANTED' order by i.ordinal`,
      [communeId, id, day],
    );
  }

  /** Awards that a decision revoked. */
  revoked({ communeId }: Reach, id: string): Promise<DecidedAward[]> {
    return this.database.rows(
      'papers.revoked',
      `select a.nomination_id as "nominationId", a.unit_id as "unitId", u.kind as "unitKind", a.recipient_name as name,
         ${unitAbove('u', "left(a.granted_on || '-01-01', 10)::date")} as "unitName", a.form_code as "formCode",
         a.form_name as "formName", a.period, a.number_text as "numberText", a.granted_on as "grantedOn",
         null as payable
       from award a ${lookUp('unit', 'a.unit_id', 'u')}
       where a.commune_id = $1 and a.revoking_decision_id = $2 order by a.id`,
      [communeId, id],
    );
  }

  /** Members of the body of a meeting on its day, the chair first, each with the attendance. */
  seated({ communeId }: Reach, { id, councilId, heldOn }: Pick<Meeting, 'id' | 'councilId' | 'heldOn'>) {
    return this.database.rows<Seated>(
      'papers.seated',
      `select m.id, m.person_id as "personId", t.name, m.office, a.presence, r.name as "replacedBy",
         a.replaced_by as "replacedById", a.opinion_on is not null as "hasOpinion"
       from council_member m cross join lateral ${termOn('$1', 'm.person_id', '$4::date')} t
       left join attendance a on a.commune_id = $1 and a.meeting_id = $2 and a.member_id = m.id
       left join lateral ${termOn('$1', 'a.replaced_by', '$4::date')} r on true
       where m.commune_id = $1 and m.council_id = $3 and m.valid_from <= $4::date
         and coalesce(m.valid_to, 'infinity') >= $4::date
       order by array_position(array['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER'], m.office::text), t.name, m.id`,
      [communeId, id, councilId, heldOn],
    );
  }

  /** Nominees of nominations, as they were named on a day; by their units, persons by given name. */
  nominees({ communeId }: Reach, { ids, day }: { ids: readonly string[]; day: string }): Promise<Nominee[]> {
    return this.database.rows(
      'papers.nominees',
      `select n.id as "nominationId", n.unit_id as "unitId", u.kind as "unitKind", t.name, t.path,
         ${unitAbove('u', '$3::date')} as "unitName", n.form_code as "formCode", n.form_name as "formName"
       from nomination n ${lookUp('unit', 'n.unit_id', 'u')} cross join lateral ${termOn('$1', 'u.id', '$3::date')} t
       where n.commune_id = $1 and n.id = any ($2) order by "unitName" nulls first, t.sort_name, n.id`,
      [communeId, ids, day],
    );
  }

  /** Votes of the last closed meetings on nominations, and how many objections there were. */
  advice({ communeId }: Reach, nominations: readonly string[]): Promise<Advice[]> {
    return this.database.rows(
      'papers.advice',
      `select n.id as "nominationId", v.votes, v.council, v.code as "councilCode", v.held_on as "heldOn", o.objections
       from unnest($2::uuid[]) as n (id)
       left join lateral (
         select m.votes_for || '/' || m.base as votes, t.name as council, u.code, g.held_on
         from matter m join meeting g on g.commune_id = $1 and g.id = m.meeting_id and g.state = 'CLOSED'
         ${lookUp('unit', 'g.council_id', 'u')} cross join lateral ${termOn('$1', 'g.council_id', 'g.held_on')} t
         where m.commune_id = $1 and m.nomination_id = n.id order by g.held_on desc, g.id desc limit 1) v on true
       cross join lateral (
         select count(*)::int as objections from objection b
         where b.commune_id = $1 and b.nomination_id = n.id) o`,
      [communeId, nominations],
    );
  }

  /** Name of the unit that a unit belonged to on a day; null: the commune. */
  async unitAbove({ communeId }: Reach, { unitId, day }: { unitId: string; day: string }): Promise<string | null> {
    const row = await this.database.row<{ name: string | null }>(
      'papers.unitAbove',
      `select ${unitAbove('u', '$3::date')} as name from unit u where u.commune_id = $1 and u.id = $2`,
      [communeId, unitId, day],
    );
    return row?.name ?? null;
  }
}
