import { isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLInputField } from 'graphql';
import { useApp } from '../app.js';
import { doors, type Row } from '../doors.js';
import { openApi, operations, rootFields, sdl } from './contract.js';

const test = useApp();
const commune = 'duc-lang';

/** Lists that the field needs longer than usual: a decision on the households of a commune has 868 to 1,255 of them. */
const longer = {
  'AddWebhook.kinds': 300,
  'AmendDecision.bases': 300,
  'AmendDecision.grants': 2_000,
  'AmendDecision.recipients': 300,
  'AmendDecision.refusals': 2_000,
  'AmendDocument.bases': 300,
  'AmendDocument.persons': 2_000,
  'AmendDocument.recipients': 300,
  'AmendDocument.refersTo': 300,
  'AmendMeeting.nominations': 2_000,
  'AmendPlan.duties': 300,
  'AmendPlan.purposes': 300,
  'AmendPlan.sections': 500,
  'AmendSubmission.entries': 500,
  'DecideTie.units': 500,
  'ScoreStandings.figures': 500,
  'ApproveSubmission.entries': 500,
  'ConcludeScore.figures': 500,
  'ConcludeScore.occurrences': 500,
  'ConcludeScore.points': 500,
  'ConveneMeeting.nominations': 2_000,
  'CorrectDecision.bases': 300,
  'CorrectDecision.grants': 2_000,
  'CorrectDecision.recipients': 300,
  'CorrectDecision.refusals': 2_000,
  'CorrectDecision.without': 2_000,
  'DraftDecision.bases': 300,
  'DraftDecision.grants': 2_000,
  'DraftDecision.recipients': 300,
  'DraftDecision.refusals': 2_000,
  'DraftPlan.duties': 300,
  'DraftPlan.purposes': 300,
  'DraftPlan.sections': 500,
  'DraftSubmission.entries': 500,
  'MoveUnits.units': 2_000,
  'OpenConsultation.except': 2_000,
  'PayAwards.awards': 2_000,
  'PresentAwards.awards': 2_000,
  'RecordAttendance.members': 500,
  'RecordDocument.bases': 300,
  'RecordDocument.persons': 2_000,
  'RecordDocument.recipients': 300,
  'RecordDocument.refersTo': 300,
  'AmendWebhook.kinds': 300,
  'AppraiseNominations.except': 2_000,
  'RecordHeldMeeting.except': 2_000,
  'RecordHeldMeeting.tallies': 2_000,
  'SubmitNominations.except': 2_000,
  'RecordTallies.tallies': 2_000,
  'ReopenMeeting.recount': 2_000,
  'ReturnSubmission.entries': 500,
  'RevokeAward.bases': 300,
  'RevokeAward.recipients': 300,
  'SelfScore.figures': 500,
  'SelfScore.occurrences': 500,
  'SelfScore.points': 500,
  'VerifyScore.figures': 500,
  'VerifyScore.occurrences': 500,
  'VerifyScore.points': 500,
  'VerifySubmission.entries': 500,
} as const;

/** Lists within answers that nothing bounds, or that grow with the records of a commune, by what they come from. */
const unbounded: Readonly<Record<string, string>> = {
  'each act adds one: an appointment, an extension, a file, a closing that names the successor':
    'Actor.appointments Council.members Document.fileIds Me.appointments PlanPeriod.extensions Unit.predecessors',
  'what is sent is added to what stands': 'Decision.grants Document.persons Submission.entries Unit.identifiers',
  'one for each indicator, result or period of a plan':
    'Allotment.periods Completeness.missingCodes Indicator.parts Plan.withoutBaseline Progress.decisionIds Progress.resultIds Submission.findings Submission.leftOut Submission.owed',
  'one for each unit, member or change': 'LaunchState.units Matter.recusals Position.items Publication.rows',
  'one for each place that is wrong or doubtful': 'Problem.errors Scheme.allowed',
  'the operator names them':
    'Commune.identifiers Commune.predecessors Commune.successors Me.communes Superior.identifiers',
};

const isList = ({ type }: GraphQLInputField) => isListType(isNonNullType(type) ? type.ofType : type);
const saidInGraphql = (description: string | null | undefined) =>
  Number(/At most ([\d,]+)\.$/.exec(description ?? '')?.[1]?.replace(',', ''));

it('OpenAPI says how many items each list of a body takes, GraphQL the same; more than usual where the field needs it', () => {
  const schemas = openApi().components.schemas as Record<string, Row>;
  const graphql = Object.values(sdl().getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(isList)
        .map((field) => [`${type.name}.${field.name}`, saidInGraphql(field.description)] as const),
    );
  const rest = graphql.map(([name]) => {
    const [type = '', member = ''] = name.split('.');
    return [name, schemas[type.replace(/Input$/, '')]?.properties[member]?.maxItems] as const;
  });
  expect(rest).toEqual(graphql);
  const unusual = graphql.filter(([, most]) => most !== 100).map(([name, most]) => [name.replace('Input.', '.'), most]);
  expect(Object.fromEntries(unusual)).toEqual(longer);
});

it('and so does each list that is asked for in an address or an argument', () => {
  const asked = operations().flatMap(({ operationId, parameters }) =>
    parameters.filter(({ schema }) => schema.type === 'array').map(({ name, schema }) => [operationId, name, schema]),
  );
  expect(asked.length).toBeGreaterThan(20);
  expect(asked).toEqual(
    asked.map(([operation, name]) => [operation, name, expect.objectContaining({ maxItems: 100 })]),
  );
  const args = Object.values(rootFields()).flatMap(({ args }) => args.filter(isList as never));
  const edges = Object.values(sdl().getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args.filter(isList as never)));
  expect([...args, ...edges].map(({ name, description }) => [name, saidInGraphql(description)])).toEqual(
    [...args, ...edges].map(({ name }) => [name, 100]),
  );
});

it('and so does each list within an answer that has a bound', () => {
  const { schemas } = openApi().components as { schemas: Record<string, Row> };
  const { paths } = openApi() as Row;
  const refs = (value: unknown): string[] =>
    [...JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
  const answered = new Set<string>();
  const reach = (name: string): void => {
    if (answered.has(name) || !schemas[name]) return;
    answered.add(name);
    refs(schemas[name]).forEach(reach);
  };
  for (const path of Object.values<Row>(paths))
    for (const operation of Object.values<Row>(path)) refs(operation.responses).forEach(reach);
  const open = (schema: Row, at: string): string[] =>
    schema.type === 'array'
      ? [...(schema.maxItems === undefined ? [at] : []), ...open(schema.items ?? {}, at)]
      : Object.entries<Row>(schema.properties ?? {}).flatMap(([name, member]) => open(member, `${at}.${name}`));
  const found = [...answered].flatMap((name) => open(schemas[name]!, name));
  expect(found.sort()).toEqual(Object.values(unbounded).join(' ').split(' ').sort());
});

describe.each(doors)('over %s', (_, open) => {
  const { ask } = open(test);
  const grants = (many: number) =>
    Array.from({ length: many }, (_, n) => ({
      nomination: `01a22600-0000-7000-8000-${String(n).padStart(12, '0')}`,
    }));
  const draft = (many: number, language: string) =>
    ask(
      'draftDecision',
      'clerk',
      { commune },
      { input: { title: 'Tặng Giấy khen', grants: grants(many) }, headers: { 'accept-language': language } },
    );

  it('1,300 are taken, and what is wrong with them is said by the rules', async () => {
    const answer = await draft(1_300, 'en');
    expect(answer.code).toBe('RULE');
  });

  it.each([
    ['en', 'At most 2,000 items; 2001 were sent.'],
    ['vi', 'Nhiều nhất 2.000 mục; đã gửi 2001.'],
  ])('one more than it takes is refused with the number, in %s', async (language, detail) => {
    const { code, body } = await draft(2_001, language);
    expect(code).toBe('INVALID');
    expect(JSON.stringify(body)).toContain(detail);
  });
});
