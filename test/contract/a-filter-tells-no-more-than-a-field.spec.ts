import { ModulesContainer } from '@nestjs/core';
import { getNamedType, isObjectType } from 'graphql';
import { OPERATION, type OperationMetadata } from '../../src/api/operation.js';
import { isRecord, type Class } from '../../src/api/shape.js';
import { shownOf } from '../../src/api/shown.js';
import { as, useApp } from '../app.js';
import { done, doors, rest, type Answer, type Row } from '../doors.js';
import { sdl } from './contract.js';

const test = useApp();
const commune = 'duc-lang';

type Member = ReturnType<typeof shownOf>[number];

/** Every filter of every list, by the record listed: the members it is compared with, judged by hand. */
const filters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Actor: { role: 'appointments' },
  ApiKey: { actor: 'actorKey' },
  ActorIdentity: { actor: 'actorKey' },
  Webhook: { owner: 'owner' },
  WebhookDelivery: { id: 'webhookId' },
  Award: {
    decision: 'decisionId',
    form: 'formCode',
    grantedFrom: 'grantedOn',
    grantedTo: 'grantedOn',
    money: 'payable paidOn',
    search: 'recipientName',
    revoked: 'revokedOn',
    unit: 'unitCode',
    since: 'version',
    withPredecessors: 'unitCode',
    year: 'grantedOn',
  },
  AwardForm: { asOf: 'validFrom', category: 'category' },
  BaseSalary: { asOf: 'validFrom' },
  Change: { cursor: 'position', id: 'recordId', kinds: 'kind', type: 'type' },
  CommuneRounding: { asOf: 'validFrom' },
  Completeness: { asOf: 'asOf', period: 'period', since: 'reported', units: 'unitCode' },
  Consultation: { form: 'formCode', round: 'roundId', state: 'state' },
  Council: { asOf: 'members', council: 'unitCode' },
  Decision: { kind: 'kind', state: 'state', year: 'year' },
  Document: { search: 'title symbol', type: 'type', year: 'year' },
  AgendaEntry: { dueBy: 'dueOn', type: 'type' },
  Eligibility: { asOf: 'asOf', form: 'formCode', type: 'type', verdict: 'verdict' },
  Fact: { asOf: 'validFrom validTo', kind: 'kind', unit: 'unitCode', year: 'period validFrom validTo' },
  Holiday: { year: 'day' },
  Honour: { kind: 'kind', withPredecessors: 'unitCode' },
  Indicator: { retired: 'retiredOn', search: 'name code', section: 'sectionPath' },
  Listing: { id: 'consultationId' },
  Meeting: { council: 'councilCode', state: 'state' },
  Nomination: {
    decision: 'decisionId',
    form: 'formCode',
    restsOn: 'restsOn',
    round: 'roundId',
    search: 'unitCode',
    year: 'period',
    state: 'state',
    type: 'type',
    unit: 'unitCode',
  },
  Complaint: { award: 'awardId', state: 'state', unit: 'unitCode' },
  Objection: { consultation: 'consultationId', state: 'state', unit: 'unitCode' },
  Payment: { award: 'awardId', kind: 'kind', unit: 'unitCode', voucher: 'voucher', year: 'paidOn' },
  Plan: { kind: 'kind', state: 'state', year: 'year' },
  Progress: { asOf: 'asOf', indicator: 'indicatorCode', period: 'period', units: 'unitCode' },
  ProgressOfAll: {
    aggregate: 'commune',
    asOf: 'progress',
    indicator: 'indicator',
    period: 'progress',
    since: 'cumulative',
    units: 'progress',
  },
  Registration: { form: 'forms', period: 'period', state: 'state', unit: 'unitCode' },
  Remark: {
    indicator: 'indicatorCode',
    period: 'period',
    plan: 'plan',
    state: 'state',
    unit: 'unitCode',
  },
  Result: {
    approvedFrom: 'approvedOn',
    asOf: 'supersededOn',
    at: 'supersededOn',
    id: 'id',
    indicator: 'indicatorCode',
    period: 'period',
    plan: 'plan',
    since: 'version',
    unit: 'unitCode',
  },
  RuleSet: { asOf: 'validFrom' },
  ScoreSheet: { period: 'period', scheme: 'scheme', state: 'state', unit: 'unitCode' },
  CandidateStanding: { block: 'block', unit: 'unitCode' },
  Publication: { period: 'period', scheme: 'scheme', state: 'state' },
  Standing: {
    asOf: 'publishedOn',
    block: 'block',
    number: 'number',
    period: 'period',
    plan: 'plan',
    scheme: 'scheme',
    since: 'version',
    unit: 'unitCode',
  },
  Submission: { period: 'period', plan: 'plan', state: 'state', unit: 'unitCode' },
  Superior: { asOf: 'id' },
  Target: { indicator: 'indicatorCode', period: 'period', unit: 'unitCode' },
  Unit: {
    asOf: 'termFrom',
    identifier: 'identifiers',
    kind: 'kind',
    parent: 'parentCode',
    search: 'name code',
  },
};

/** Arguments that name a place or a page; of a root field, by its name. */
const noFilter =
  /^\w+\.(commune|first|after)$|^(nominationEligibility|outcomes)\.id$|^(accesses|exportPersonal|honours)\.unit$|^(completeness|completenessOfAll|progressOfAll|indicators|periods|progress|publications|publicationActions|candidateStandings|schemes|scoreSheets|standings|targets)\.plan$|^(publicationActions|candidateStandings|candidates|quotas)\.id$/;

/** Lists of the schema: the record listed, and each field with its filters. */
const lists = Object.values(sdl().getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__') && name !== 'Mutation')
  .flatMap((parent) =>
    Object.values(parent.getFields()).flatMap((field) => {
      const type = getNamedType(field.type).name;
      const listed = type === 'Changes' ? 'Change' : /^(\w+)Connection$/.exec(type)?.[1];
      const args = field.args.map(({ name }) => name).filter((name) => !noFilter.test(`${field.name}.${name}`));
      return listed === undefined ? [] : [{ field: `${parent.name}.${field.name}`, listed, args }];
    }),
  );

/** Records that operations answer, by name. */
function answered(): Map<string, Class> {
  const found = new Map<string, Class>();
  const walk = (type: Class): void => {
    if (found.has(type.name)) return;
    found.set(type.name.replace(/Entity$/, ''), type);
    for (const { shape } of shownOf(type)) if (isRecord(shape)) walk(shape.json.record());
  };
  for (const { controllers } of test.app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) {
      const prototype = (metatype as Class).prototype as Record<string, object>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const metadata = Reflect.getMetadata(OPERATION, prototype[name]!) as OperationMetadata | undefined;
        if (metadata) walk(metadata.answer.type);
      }
    }
  return found;
}

/** Filters that are compared with a member of a kind, as `Unit.identifier identifiers`. */
function comparedWith(isOfKind: (member: Member) => boolean): string[] {
  const types = answered();
  return Object.entries(filters).flatMap(([type, each]) =>
    Object.entries(each).flatMap(([filter, members]) =>
      members
        .split(' ')
        .filter((name) => shownOf(types.get(type)!).some((member) => member.name === name && isOfKind(member)))
        .map((name) => `${type}.${filter} ${name}`),
    ),
  );
}

const isPersonal = ({ personal }: Member): boolean => Boolean(personal);
const isMasked = ({ publicValue, shape, edge }: Member): boolean =>
  publicValue !== undefined || (!edge && isRecord(shape) && shownOf(shape.json.record()).some(isMasked));

it('every filter of every list is judged', () => {
  const found: Record<string, Set<string>> = {};
  for (const { listed, args } of lists) for (const arg of args) (found[listed] ??= new Set()).add(arg);
  const sorted = Object.fromEntries(Object.entries(found).map(([listed, args]) => [listed, [...args].sort()]));
  expect(sorted).toEqual(
    Object.fromEntries(Object.entries(filters).map(([listed, each]) => [listed, Object.keys(each).sort()])),
  );
});

it('what a filter is compared with is shown', () => {
  const types = answered();
  for (const [type, each] of Object.entries(filters))
    for (const name of Object.values(each).flatMap((members) => members.split(' ')))
      expect([type, name, shownOf(types.get(type)!).map((member) => member.name)]).toEqual([
        type,
        name,
        expect.arrayContaining([name]),
      ]);
});

it('one alone is compared with a masked member, and these with a personal one', () => {
  expect(comparedWith(isMasked)).toEqual(['Unit.identifier identifiers']);
  expect(comparedWith(isPersonal)).toEqual([
    'Award.search recipientName',
    'Document.search title',
    'Fact.asOf validFrom',
    'Fact.asOf validTo',
    'Fact.kind kind',
    'Fact.year period',
    'Fact.year validFrom',
    'Fact.year validTo',
    'Unit.identifier identifiers',
    'Unit.search name',
  ]);
  expect(lists.filter(({ args }) => args.includes('identifier')).map(({ field }) => field)).toEqual([
    'Commune.units',
    'Query.units',
  ]);
});

describe('a masked number of a citizen', () => {
  const number = '042095001678';
  const unit = 'cong-dan';

  beforeAll(async () => {
    const identifiers = [
      { system: 'cccd', value: number },
      { system: 'vneid', value: '000.42' },
    ];
    const input = { code: unit, kind: 'INDIVIDUAL', name: 'Trần Thị Sáu', parent: 'khu-dan-cu-1', identifiers };
    done(await rest(test).ask('addUnit', 'clerk', { commune }, { input: { ...input, validFrom: '2023-01-01' } }));
  });

  /** The list by each of its doors. */
  const asking: readonly (readonly [string, (actor: string, identifier: string) => Promise<Answer>])[] = [
    ...doors.map(
      ([name, door]) =>
        [name, (actor: string, identifier: string) => door(test).ask('units', actor, { commune, identifier })] as const,
    ),
    [
      'the edge of a commune',
      async (actor, identifier) => {
        const query = `{ commune(key: "${commune}") { units(identifier: "${identifier}") { nodes { code } } } }`;
        const { status, body, headers } = await test.http().post('/graphql').set(as(test, actor)).send({ query });
        const problem = body.errors?.[0].extensions;
        const answer = problem ?? { items: body.data.commune.units?.nodes };
        return { status: problem?.status ?? status, body: answer, code: problem?.code, headers };
      },
    ],
  ];

  describe.each(asking)('%s', (_, ask) => {
    const codes = async (actor: string, identifier: string) =>
      done(await ask(actor, identifier)).items.map(({ code }: Row) => code);

    it.each(['hamlet-2', 'integrator'])(
      'is found by nobody without personal:read: %s is refused, whatever is there',
      async (actor) => {
        const accesses = () => test.admin.query('select count(*)::int from personal_access').then(({ rows }) => rows);
        const before = await accesses();
        for (const value of [number, '042095001679', '•••••••••678', '678', '']) {
          const { status, code, body } = await ask(actor, `cccd:${value}`);
          expect([value, status, code, body.details]).toEqual([
            value,
            403,
            'SCOPE_MISSING',
            { scope: 'personal:read' },
          ]);
        }
        expect(await accesses()).toEqual(before);
      },
    );

    it('is found with personal:read, by the whole of it', async () => {
      expect(await codes('clerk', `cccd:${number}`)).toEqual([unit]);
      expect(await codes('clerk', 'cccd:•••••••••678')).toEqual([]);
    });

    it('codes that are shown whole are found without', async () => {
      expect(await codes('hamlet-2', 'vneid:000.42')).toEqual([unit]);
      expect(await codes('hamlet-2', 'vneid:000.43')).toEqual([]);
    });
  });

  it('a name is found by whom it is shown, and by nobody else', async () => {
    for (const [, door] of doors) {
      const found = done(await door(test).ask('units', 'hamlet-2', { commune, search: 'tran thi sau' })).items;
      expect(found.map(({ name }: Row) => name)).toEqual(['Trần Thị Sáu']);
      expect(done(await door(test).ask('units', 'district', { commune, search: 'tran thi sau' })).items).toEqual([]);
    }
  });
});
