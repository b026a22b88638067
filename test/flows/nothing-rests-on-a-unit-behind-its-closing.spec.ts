import { jest } from '@jest/globals';
import { UnitsQueries } from '../../src/units/units.queries.js';
import { useApp } from '../app.js';
import { openedRound } from '../awards.js';
import { openApi, operations } from '../contract/contract.js';
import { done, doors, rest, type Answer, type Row } from '../doors.js';
import { until, waiting } from '../until.js';

const test = useApp();
const commune = 'duc-lang';
const day = '2024-01-31';

let round: string;
let paper: string;
let amended: number;
let draft: string;
beforeAll(async () => {
  round = (await openedRound(test)).id;
  const input = { type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Kết thúc' };
  paper = done(await rest(test).ask('recordDocument', 'clerk', { commune }, { input })).id;
  const nominee = {
    round,
    unit: 'khu-dan-cu-2',
    form: 'giay-khen-xa',
    type: 'MERIT',
    period: '2023-H2',
    summary: 'Tốt',
  };
  draft = done(await rest(test).ask('nominate', 'clerk', { commune }, { input: nominee })).id;
  amended = done(await rest(test).ask('indicator', 'clerk', { commune, ...rice })).version;
});

interface Act {
  actor: string;
  at?: Record<string, string>;
  version?: number;
  input: object;
}

const rice = { plan: '2023', code: 'econ.rice.area' };
const indicator = { code: 'econ.kiwi', name: 'Cây kiwi', sectionPath: '2.1.2', sortOrder: 99, rawText: '5 ha' };
const measured = { measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0 }, direction: 'UP', comparator: 'AT_LEAST' };
const counted = { frequency: 'YEARLY', reported: 'IN_PERIOD', overTime: 'SUM', overUnits: 'SUM', target: '5' };
const document = { type: 'KH', year: 2023, issuer: 'Khu dân cư', title: 'Kế hoạch' };

/** Acts that rest on a unit, at a time behind its last day, 31/12/2022: each names it by its code. */
const acts: Readonly<Record<string, (unit: string) => Act>> = {
  nominate: (unit) => ({
    actor: 'clerk',
    input: { round, unit, form: 'giay-khen-xa', type: 'MERIT', period: '2023-H2', summary: 'Dẫn đầu' },
  }),
  amendNomination: (unit) => ({ actor: 'clerk', at: { id: draft }, version: 1, input: { unit } }),
  draftSubmission: (unit) => ({
    actor: 'hamlet-1',
    input: { plan: '2023', unit, period: '2023-07', entries: [] },
  }),
  acknowledgePlan: (unit) => ({
    actor: 'hamlet-1',
    at: { plan: '2023' },
    input: { unit, form: 'MEETING', heldOn: day },
  }),
  setTarget: (unit) => ({
    actor: 'clerk',
    at: { ...rice, unit, period: '2023-Q3' },
    version: 0,
    input: { value: '5', reason: 'Giao' },
  }),
  addIndicator: (unit) => ({
    actor: 'clerk',
    at: { plan: '2023' },
    input: { ...indicator, ...measured, ...counted, responsibleUnitCode: unit, reason: 'Bổ sung' },
  }),
  amendIndicator: (unit) => ({
    actor: 'clerk',
    at: rice,
    version: amended,
    input: { responsibleUnitCode: unit, reason: 'Giao lại' },
  }),
  draftPlan: (unit) => ({
    actor: 'clerk',
    input: { key: `2023-${unit}`, kind: 'CHILD', year: 2023, title: 'Kế hoạch', parentPlan: '2023', unit, document },
  }),
  appointMember: (unit) => ({
    actor: 'administrator',
    input: { council: unit, person: unit, office: 'MEMBER', validFrom: day },
  }),
  conveneMeeting: (unit) => ({ actor: 'clerk', input: { council: unit, heldOn: day, nominations: [] } }),
  submitNominations: (unit) => ({ actor: 'clerk', at: { round }, input: { form: 'giay-khen-xa', unit } }),
  appraiseNominations: (unit) => ({
    actor: 'clerk',
    at: { round },
    input: { form: 'giay-khen-xa', unit, appraisal: 'Đủ' },
  }),
  openConsultation: (unit) => ({ actor: 'clerk', input: { round, form: 'giay-khen-xa', unit, places: ['Bảng tin'] } }),
  recordHeldMeeting: (unit) => ({
    actor: 'clerk',
    at: { round },
    input: { form: 'giay-khen-xa', council: unit, heldOn: day, summoned: 9, present: 9, minutes: paper },
  }),
  appoint: (unit) => ({
    actor: 'administrator',
    input: { actor: `can-bo-${unit}`, name: 'Nguyễn Văn B', role: 'REPORTER', unit, validFrom: day },
  }),
  registerEmulation: (unit) => ({ actor: 'hamlet-1', input: { unit, period: '2023' } }),
  issueKey: (unit) => ({ actor: 'administrator', input: { actor: 'hamlet-1', scopes: ['plans:read'], unit } }),
};

/**
 * They hold the units alone, name one that may be gone, tell what a paper says, mend or take out what rests on the
 * unit, are about a time before its end, or take members of a scheme alone; the unit of a rounding is of money.
 */
const others = [
  'addUnit',
  'amendUnit',
  'moveUnit',
  'moveUnits',
  'closeUnit',
  'correctUnit',
  'erasePersonal',
  'recordDocument',
  'amendDocument',
  'amendAcknowledgement',
  'removeAcknowledgement',
  'removeTarget',
  'recordAward',
  'recordFact',
  'extendDeadline',
  'selfScore',
  'setRounding',
];

it('every act that names a unit is judged', () => {
  const { schemas } = openApi().components;
  const namesUnit = (name: string) => /^(unit|council|persons?|parent|\w*UnitCode)$/.test(name);
  const found = operations()
    .filter(({ method }) => method !== 'get')
    .filter(({ parameters, requestBody }) => {
      const { $ref = '' } = requestBody?.content['application/json']?.schema ?? {};
      const members = Object.keys(schemas[$ref.split('/').at(-1)!]?.properties ?? {});
      return [...parameters.map(({ name }) => name), ...members].some(namesUnit);
    })
    .map(({ operationId }) => operationId);
  expect(found.sort()).toEqual([...Object.keys(acts), ...others].sort());
});

describe.each(doors)('%s', (name, open) => {
  const door = open(test);

  it.each(Object.keys(acts))('%s waits for a closing under way, and is refused', async (operation) => {
    const unit = `ket-thuc-${name}-${operation}`.toLowerCase();
    const hamlet = { code: unit, kind: 'HAMLET', name: `Xóm ${unit}`, parent: 'khu-dan-cu-1', validFrom: '2021-07-01' };
    const { version } = done(await door.ask('addUnit', 'clerk', { commune }, { input: hamlet }));

    // The closing holds the units, and goes on when the other act waits for them or is answered.
    const queries = test.app.get(UnitsQueries);
    const below = queries.below.bind(queries);
    let other: Promise<Answer> | undefined;
    jest.spyOn(queries, 'below').mockImplementationOnce(async (...given) => {
      const { actor, at, ...asked } = acts[operation]!(unit);
      let answered = false;
      other = door.ask(operation, actor, { commune, ...at }, asked).finally(() => (answered = true));
      await until(async () => answered || (await waiting(test)));
      return below(...given);
    });
    const headers = { 'legal-date': '2022-12-31', 'legal-reference': paper };
    const input = { lastDay: '2022-12-31', reason: 'Chuyển đi' };
    done(await door.ask('closeUnit', 'clerk', { commune, unit }, { version, input, headers }));
    const { code, body } = await other!;
    expect([code, body.errors?.map((each: Row) => each.code)]).toEqual(['RULE', expect.arrayContaining(['NOT_VALID'])]);
  });
});
