import { brokenAgenda } from '../../src/nominations/agenda.rules.js';
import { bundled } from '../../src/catalogue/catalogue.data.js';
import type { AwardForm } from '../../src/catalogue/award-form.view.js';
import { brokenNomination } from '../../src/nominations/nomination.rules.js';
import {
  drafting,
  nominationStates,
  nominationWorkflow,
  mayBeAppraised,
  mayBeConsulted,
  mayBeConvened,
  mayBeGranted,
  mayBeRefused,
  mayBeWithdrawn,
  stateBeforeDecision,
  stateBeforeMeeting,
  stepsOfOthers,
  type NominationState,
  type Step,
} from '../../src/nominations/nomination.workflow.js';

const formOf = (ruleSet: string, form: string) =>
  bundled.ruleSets
    .find(({ code }) => code === ruleSet)!
    .forms.find(({ code }) => code === form) as unknown as AwardForm;

describe('a title that went from the district to the commune on 01/07/2025', () => {
  const unit = { code: 'can-bo-1', kind: 'INDIVIDUAL', validFrom: '2021-07-01', validTo: null } as const;
  const told = (on: string, ruleSet: string, now: string) =>
    brokenNomination(
      { unit: unit.code, form: 'cstdcs', type: 'MERIT' },
      {
        on,
        unit,
        round: { forms: ['cstdcs'], period: '2024' },
        form: formOf(ruleSet, 'cstdcs'),
        formNow: formOf(now, 'cstdcs'),
      },
    ).map(({ pointer, code }) => `${pointer} ${code}`);

  it('goes up to the district before', () => expect(told('2025-06-30', 'tdkt-2024', 'tdkt-2024')).toEqual([]));
  it('does not go up in a round of the rules after, which end here', () =>
    expect(told('2025-06-30', 'tdkt-2025-07', 'tdkt-2024')).toEqual(['/form NOT_COMPETENT']));
  it('has no end in a round of the rules before, which hand it on', () =>
    expect(told('2025-07-01', 'tdkt-2024', 'tdkt-2025-07')).toEqual(['/round HANDED_ON']));
  it('is given in a round of the rules of the day', () =>
    expect(told('2025-07-01', 'tdkt-2025-07', 'tdkt-2025-07')).toEqual([]));
});

it('nobody is deliberated on before the deed; the day on which a step was recorded is none', () => {
  const nomination = {
    id: 'a',
    state: 'APPRAISED',
    unitCode: 'khu-dan-cu-1',
    formCode: 'giay-khen-xa',
    deedOn: '2024-01-31',
    steps: ['APPRAISAL', 'MEETING', 'DECISION'],
    meetingId: null,
    consultedUntil: null,
  } as const;
  const on = (day: string) => brokenAgenda(['a'], [nomination], day).map(({ pointer, code }) => `${pointer} ${code}`);
  expect(['2024-01-30', '2024-01-31'].map(on)).toEqual([['/nominations/0 TOO_EARLY'], []]);
  const behind = { ...nomination, deedOn: null, consultedUntil: '2024-02-09' };
  expect(['2024-02-09', '2024-02-10'].map((day) => brokenAgenda(['a'], [behind], day).map(({ code }) => code))).toEqual(
    [['TOO_EARLY'], []],
  );
});

it('an agenda names every nomination that is before another meeting; one that is past its meeting is only not to be deliberated on', () => {
  const nomination = {
    id: 'a',
    state: 'APPRAISED',
    unitCode: 'khu-dan-cu-1',
    formCode: 'giay-khen-xa',
    deedOn: '2024-01-31',
    steps: ['APPRAISAL', 'MEETING', 'DECISION'],
    meetingId: 'm',
    consultedUntil: null,
  } as const;
  const nominations = [
    nomination,
    { ...nomination, id: 'b', meetingId: null },
    { ...nomination, id: 'c' },
    { ...nomination, id: 'd', state: 'RECOMMENDED' } as const,
  ];
  expect(
    brokenAgenda(['a', 'b', 'c', 'd'], nominations, '2024-01-31').map(({ pointer, code }) => `${pointer} ${code}`),
  ).toEqual([
    '/nominations/0 ALREADY_BEFORE_MEETING',
    '/nominations/2 ALREADY_BEFORE_MEETING',
    '/nominations/3 NOT_TO_DELIBERATE',
  ]);
});

it('can come into every state there is, by an act', () => {
  const roads = bundled.ruleSets.flatMap(({ forms }) => forms.flatMap((form) => form.roads.map(({ steps }) => steps)));
  const reached = new Set<string>([
    drafting.to,
    ...Object.values(nominationWorkflow).flatMap((step) => ('to' in step && step.to !== null ? step.to : [])),
    ...stepsOfOthers(roads).map(({ to }) => to),
  ]);
  expect(nominationStates.filter((state) => !reached.has(state))).toEqual([]);
});

it.each<[Step[], Record<string, string>]>([
  [
    ['MEETING', 'CONSULTATION', 'DECISION'],
    {
      convened: 'SUBMITTED',
      consulted: 'RECOMMENDED',
      granted: 'CONSULTED',
      refused: 'CONSULTED NOT_RECOMMENDED',
      withdrawn: 'DRAFT SUBMITTED RETURNED APPRAISED RECOMMENDED',
    },
  ],
  [
    ['APPRAISAL', 'CONSULTATION', 'MEETING', 'FORWARDING'],
    {
      appraised: 'SUBMITTED',
      consulted: 'APPRAISED',
      convened: 'CONSULTED',
      withdrawn: 'DRAFT SUBMITTED RETURNED APPRAISED CONSULTED FORWARDED',
    },
  ],
  [
    ['MEETING', 'CONSULTATION', 'APPRAISAL', 'DECISION'],
    {
      convened: 'SUBMITTED',
      consulted: 'RECOMMENDED',
      appraised: 'CONSULTED',
      granted: 'APPRAISED',
      refused: 'APPRAISED NOT_RECOMMENDED',
      withdrawn: 'DRAFT SUBMITTED RETURNED APPRAISED RECOMMENDED',
    },
  ],
  [
    ['APPRAISAL', 'MEETING', 'DECISION'],
    {
      appraised: 'SUBMITTED',
      convened: 'APPRAISED',
      granted: 'RECOMMENDED NOT_RECOMMENDED',
      refused: 'RECOMMENDED NOT_RECOMMENDED',
      withdrawn: 'DRAFT SUBMITTED RETURNED APPRAISED',
    },
  ],
])('the road %j takes its steps in that order', (steps, allowed) => {
  const may = {
    appraised: mayBeAppraised,
    convened: mayBeConvened,
    consulted: mayBeConsulted,
    granted: mayBeGranted,
    refused: mayBeRefused,
    withdrawn: mayBeWithdrawn,
  };
  const found = Object.entries(may).flatMap(([act, may]) => {
    const states = nominationStates.filter((state: NominationState) => may(state, steps));
    return states.length > 0 ? [[act, states.join(' ')]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(allowed);
});

it('a meeting that is reopened, and a decision that is corrected, put a nomination back where they found it', () => {
  const consulted: Step[] = ['MEETING', 'CONSULTATION', 'DECISION'];
  expect([stateBeforeMeeting(consulted), stateBeforeMeeting(['APPRAISAL', 'CONSULTATION', 'MEETING'])]).toEqual([
    'SUBMITTED',
    'CONSULTED',
  ]);
  const before = (steps: Step[]) => [
    stateBeforeDecision(steps, 'RECOMMENDED'),
    stateBeforeDecision(steps, 'NOT_RECOMMENDED'),
  ];
  expect(before(consulted)).toEqual(['CONSULTED', 'NOT_RECOMMENDED']);
  expect(before(['APPRAISAL', 'MEETING', 'DECISION'])).toEqual(['RECOMMENDED', 'NOT_RECOMMENDED']);
  expect(stateBeforeDecision(['APPRAISAL', 'DECISION'], undefined)).toBe('APPRAISED');
});

describe('whether who is put forward was there', () => {
  const form = formOf('tdkt-2024', 'giay-khen-xa');
  const retired = { code: 'ong-a', kind: 'INDIVIDUAL', validFrom: '2021-07-01', validTo: '2024-01-20' } as const;
  const told = (given: object, round = '2023') =>
    brokenNomination(
      { unit: 'ong-a', form: 'giay-khen-xa', type: 'MERIT', ...given },
      { on: '2024-01-31', unit: retired, round: { forms: ['giay-khen-xa'], period: round }, form, formNow: form },
    ).map(({ pointer, code, detail }) => `${pointer} ${code} ${detail}`);
  const not = (when: string) => [
    `/unit NOT_VALID There is no unit "ong-a" ${when}: it is there from 2021-07-01 to 2024-01-20.`,
  ];

  it.each<[string, object, string, string[]]>([
    ['the year before the last day', {}, '2023', []],
    ['the year of the last day', {}, '2024', []],
    ['the year after', {}, '2025', not('in 2025')],
    ['the year before the first day', {}, '2020', not('in 2020')],
    ['years of which some are theirs', { period: '2016-2021' }, '2025', []],
    ['a period of its own, not that of the round', { period: '2020' }, '2023', not('in 2020')],
    ['a deed on the last day', { type: 'SUDDEN', deedOn: '2024-01-20' }, '2020', []],
    ['a deed the day after', { type: 'SUDDEN', deedOn: '2024-01-21' }, '2023', not('on 2024-01-21')],
    ['a deed on the first day', { type: 'SUDDEN', deedOn: '2021-07-01' }, '2020', []],
    ['a deed the day before', { type: 'SUDDEN', deedOn: '2021-06-30' }, '2023', not('on 2021-06-30')],
  ])('%s', (_, given, round, expected) => expect(told(given, round)).toEqual(expected));
});
