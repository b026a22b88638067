import { getMetadataArgsStorage } from 'typeorm';
import { Actor } from '../actors/actor.entity.js';
import { ApiKey } from '../actors/api-key.entity.js';
import { Appointment } from '../actors/appointment.entity.js';
import type { JournaledType } from '../api/kinds.js';
import { shownOf } from '../api/shown.js';
import { Award } from '../commendations/award.entity.js';
import { Decision } from '../commendations/decision.entity.js';
import { Commune } from '../communes/commune.entity.js';
import { Superior, Supervision } from '../communes/superior.entity.js';
import { CouncilMember } from '../councils/council-member.entity.js';
import { Meeting } from '../councils/meeting.entity.js';
import { storedOf } from '../database/columns.js';
import { Document } from '../documents/document.entity.js';
import { File } from '../documents/file.entity.js';
import { Acknowledgement } from '../indicators/acknowledgement.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Plan } from '../indicators/plan.entity.js';
import { Target } from '../indicators/target.entity.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { Round } from '../nominations/round.entity.js';
import { Result } from '../submissions/result.entity.js';
import { Submission } from '../submissions/submission.entity.js';
import { Unit } from '../units/unit.entity.js';

type Entity = new () => object;

const ofCommune = 'r.commune_id = $1';
/** The registry is commune 0. */
const ofRegistry = '$1 = 0';

/**
 * Rows of an entity: id, version, audience, and as `shown` the members that are columns, as the journal writes them. A
 * member that is always personal is a commitment in the journal; an optional one changes without a line, as the last
 * use of a key.
 */
function rowsOf(entity: Entity, where = ofCommune): string {
  const { name: table } = getMetadataArgsStorage().tables.find(({ target }) => target === entity) ?? {};
  const stored = storedOf(entity);
  const compared = new Set(
    shownOf(entity).flatMap(({ name, personal, optional }) =>
      personal === true || optional || name === 'version' ? [] : [name],
    ),
  );
  const members = stored
    .filter(({ member }) => compared.has(member))
    .map(({ member, ...column }) => `'${member}', ${asJournaled(column)}`);
  const audience = stored.some(({ member }) => member === 'audience') ? 'r.audience' : `'INSIDE'::audience`;
  return `
    select r.id::text as id, r.version, ${audience} as audience, jsonb_build_object(${members.join(', ')}) as shown
    from ${table} r where ${where}`;
}

const asJournaled = ({ name, type }: { name: string; type: unknown }) =>
  type === 'numeric'
    ? `r.${name}::text`
    : type === 'timestamptz'
      ? `to_char(r.${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : `r.${name}`;

/** SQL of the rows behind the records of each type, in the commune `$1`; null for a record without a row of its own. */
export const recordRows: Readonly<Record<JournaledType, string | null>> = {
  unit: rowsOf(Unit),
  document: rowsOf(Document),
  file: rowsOf(File),
  plan: rowsOf(Plan),
  indicator: rowsOf(Indicator),
  target: rowsOf(Target),
  acknowledgement: rowsOf(Acknowledgement),
  submission: rowsOf(Submission),
  result: rowsOf(Result),
  round: rowsOf(Round),
  nomination: rowsOf(Nomination),
  member: rowsOf(CouncilMember),
  meeting: rowsOf(Meeting),
  decision: rowsOf(Decision),
  award: rowsOf(Award),
  actor: rowsOf(Actor),
  appointment: rowsOf(Appointment),
  key: rowsOf(ApiKey),
  // An erasure is told by the rows that it changes.
  personal: null,
  'award-form': `
    select r.rule_set || ':' || r.code as id, r.version, 'INSIDE'::audience as audience,
      jsonb_build_object('name', r.name, 'category', r.category, 'nominees', r.nominees) as shown
    from catalogue.award_form r where ${ofRegistry}`,
  commune: rowsOf(Commune, `${ofRegistry} and r.id <> 0`),
  superior: rowsOf(Superior, ofRegistry),
  supervision: rowsOf(Supervision, ofRegistry),
};
