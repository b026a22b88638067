import { entities } from '../../src/entities.js';
import { shownOf } from '../../src/api/shown.js';
import { storedOf } from '../../src/database/columns.js';

/**
 * Shown members that are no column of their record, and why a reader with the version has them right. `own`: made from
 * columns and parts that only acts on the record change. `fixed`: of another record, and never changes there. `raises`:
 * a change there raises the version here. `dated`: shown on a day, and never 304. `today`: the description says so.
 */
const members: Readonly<Record<string, Partial<Record<'own' | 'fixed' | 'raises' | 'dated' | 'today', string>>>> = {
  Commune: { raises: 'predecessors successors', today: 'head' },
  Supervision: { fixed: 'superiorKey communeKey subordinateKey' },
  Document: { own: 'signer fileIds persons' },
  Unit: { dated: 'name parentId parentCode path termFrom termTo', raises: 'predecessors successors' },
  Actor: { today: 'appointments' },
  ApiKey: { fixed: 'actorKey', today: 'state', own: 'key' },
  ActorIdentity: { fixed: 'actorKey', today: 'state' },
  Webhook: { fixed: 'owner', today: 'state pausedFor position failingSince nextAttemptAt', own: 'signingSecret' },
  Plan: { fixed: 'parentPlan unitCode', today: 'signer recipients bases withoutBaseline' },
  Indicator: { own: 'measure', fixed: 'plan responsibleUnitCode continues', raises: 'parts' },
  Target: { fixed: 'plan indicatorCode unitCode' },
  Acknowledgement: { fixed: 'plan unitCode' },
  File: { fixed: 'sameAs' },
  PlanPeriod: { fixed: 'plan', today: 'from to dueOn frozenBy' },
  Submission: { own: 'entries', fixed: 'plan unitCode', today: 'owed leftOut' },
  Result: { fixed: 'commune plan indicatorCode unitCode' },
  Remark: { fixed: 'plan indicatorCode unitCode period superiorKey' },
  Scheme: { fixed: 'plan' },
  ScoreSheet: { fixed: 'plan unitCode' },
  Fact: { fixed: 'unitCode' },
  Registration: { fixed: 'unitCode' },
  Listing: { fixed: 'unitCode' },
  Objection: { fixed: 'unitCode objectorCode' },
  Complaint: { fixed: 'unitCode complainantCode' },
  Publication: { fixed: 'plan', own: 'open rows' },
  Standing: { fixed: 'commune plan unitCode' },
  Nomination: { own: 'restsOn dossier daysToDecision', fixed: 'unitCode' },
  Decision: { own: 'numberText signer head grants refusals' },
  Award: { own: 'daysToDecision toPay toRecover', fixed: 'commune unitCode' },
  Payment: { fixed: 'unitCode' },
  CouncilMember: { fixed: 'councilCode personCode actor' },
  Meeting: { own: 'attendance', fixed: 'councilCode', today: 'matters' },
};

/** Members of each record that no column of it holds, with their descriptions. */
const elsewhere = entities.flatMap((entity) => {
  const columns = storedOf(entity).map(({ member }) => member);
  const shown = shownOf(entity);
  return shown.some(({ name }) => name === 'version')
    ? shown
        .filter(({ name }) => !columns.includes(name))
        .map(({ name, description }) => ({ member: `${entity.name}.${name}`, description }))
    : [];
});
const listed = Object.entries(members).flatMap(([record, each]) =>
  Object.entries(each).flatMap(([why, names]) => names.split(' ').map((name) => [`${record}.${name}`, why] as const)),
);

it('every shown member that comes from elsewhere is told here, once', () => {
  expect(listed.map(([member]) => member).sort()).toEqual(elsewhere.map(({ member }) => member).sort());
});

it('a member that changes without a new version says "as of today", and no other does', () => {
  const saying = elsewhere.filter(({ description }) => description.includes('as of today'));
  const today = listed.filter(([, why]) => why === 'today');
  expect(saying.map(({ member }) => member).sort()).toEqual(today.map(([member]) => member).sort());
});
