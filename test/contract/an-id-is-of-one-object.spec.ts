import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';
import { everything, sdl } from './contract.js';

const test = useApp();
const schema = sdl();
const fields = Object.values((schema.getQueryType() as GraphQLObjectType).getFields());

/** Arguments of the sample, by name. */
const given: Readonly<Record<string, string>> = {
  commune: '"duc-lang"',
  key: '"duc-lang"',
  plan: '"2023"',
  unit: '"ho-khu-2-1"',
  period: '"2023"',
  ofType: '"indicator"',
};
const named = (args: readonly string[]) => args.map((name) => `${name}: ${given[name]}`).join(', ');

/** Objects of an answer by type and id, as a normalising cache keeps them: the members that are no records. */
const kept = new Map<string, string>();
const shared = new Set<string>();

function keep(value: unknown, type: GraphQLOutputType): void {
  if (isNonNullType(type)) return keep(value, type.ofType as GraphQLOutputType);
  if (value == null || isLeafType(type)) return;
  if (isListType(type)) return (value as unknown[]).forEach((each) => keep(each, type.ofType as GraphQLOutputType));
  const known = (type as GraphQLObjectType).getFields();
  const members = Object.entries(value as Row).filter(([name]) => name in known);
  for (const [name, member] of members) keep(member, known[name]?.type as GraphQLOutputType);
  const { id } = value as Row;
  if (id === undefined) return;
  const leaves = members.filter(([name]) => isLeafType(getNamedType(known[name]?.type as GraphQLOutputType)));
  const object = `${(type as GraphQLObjectType).name} ${id}`;
  const text = JSON.stringify(leaves.sort());
  if ((kept.get(object) ?? text) !== text) shared.add(object.split(' ')[0] as string);
  kept.set(object, text);
}

async function ask(document: string, actor: string): Promise<void> {
  const { body } = await test.http().post('/graphql').set(as(test, actor)).send({ query: document });
  for (const [name, value] of Object.entries((body.data ?? {}) as Row))
    keep(value, fields.find((field) => field.name === name)?.type as GraphQLOutputType);
}

/** Types with an id that no read of the sample shows. */
const unseen = [
  ...[
    'Acknowledgement',
    'ActorIdentity',
    'CommuneRounding',
    'Complaint',
    'File',
    'Fund',
    'Ground',
    'Holiday',
    'Listing',
  ],
  ...['Outcome', 'PaperTemplate', 'PersonalAccess', 'PersonalErasure', 'Target', 'Webhook', 'WebhookDelivery'],
];

it('two objects of one type never have one id, so that a cache that goes by ids tells no wrong member', async () => {
  for (const { name, type, args } of fields) {
    const required = args.filter((arg) => isNonNullType(arg.type)).map((arg) => arg.name);
    if (!required.every((arg) => given[arg])) continue;
    const first = args.some((arg) => arg.name === 'first') ? ', first: 40' : '';
    const asked = required.length === 0 && first === '' ? '' : `(${named(required)}${first})`.replace('(, ', '(');
    for (const actor of ['auditor', 'administrator']) await ask(`{ ${name}${asked} ${everything(type)} }`, actor);
  }
  expect([...shared]).toEqual([]);
  const seen = new Set([...kept.keys()].map((object) => object.split(' ')[0]));
  const withId = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && type.getFields().id);
  expect(withId.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual(unseen);
});
