import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommunesController } from '../../src/communes/communes.controller.js';
import { PlansController } from '../../src/indicators/plans.controller.js';
import { UnitsController } from '../../src/units/units.controller.js';
import { OPERATION, type OperationMetadata } from '../../src/api/operation.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const textOf = (kind: RegExp) =>
  sources
    .filter((file) => kind.test(file))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .join('\n');

/** Operations whose method of a door hands on the members that the answer needs. */
const handingOn = (text: string) =>
  [...text.matchAll(/^ {2}@(?:Operation|Reads)\('(\w+)'[\s\S]*?^ {2}\}$/gm)]
    .filter(([method]) => method.includes('@Needed()') && /, members\);|, members\)\);/.test(method))
    .map(([, operation]) => operation)
    .sort();

it('over REST where it does so over GraphQL', () => {
  const overRest = handingOn(textOf(/\.controller\.ts$/));
  expect(overRest).toEqual(handingOn(textOf(/\.resolver\.ts$/)));
  // Control: the methods are found.
  expect(overRest.length).toBeGreaterThan(25);
});

it('control: a method that does not hand them on is told from one that does', () => {
  const method = (argument: string) =>
    `  @Operation('plan', one(Plan))\n  plan(@Needed() members) {\n  f(1${argument});\n  }`;
  expect([handingOn(method(', members')), handingOn(method(''))]).toEqual([['plan'], []]);
});

const membersOf = (method: object) => [
  ...(Reflect.getMetadata(OPERATION, method) as OperationMetadata).members.members,
];

it('over REST all that the answer shows, what its headers depend on, and no column beside', () => {
  const plan = membersOf(PlansController.prototype.plan);
  expect(plan).toEqual(expect.arrayContaining(['id', 'version', 'title', 'signer']));
  expect(plan.filter((member) => ['unitPath', 'audience', 'communeId'].includes(member))).toEqual([]);
  expect(membersOf(CommunesController.prototype.communes)).toContain('head');
  expect(membersOf(UnitsController.prototype.unit)).toContain('termFrom');
});

/** Places that take the presence of a projection for a door. */
const presences = (text: string) => text.match(/(if \(!?|[(!] ?)members\)|\bmembers (\?|&&|\|\|) /g) ?? [];

it('and asks for a member where an answer costs more with it', () => {
  const services = textOf(/\.service\.ts$/);
  expect(services).toContain("asksFor(members, 'head')");
  expect(presences(services.replace(/, members\)/g, ')'))).toEqual([]);
  // Control: such places are found.
  expect(presences('if (members) return rows; return !members ? rows : members && heads')).toHaveLength(3);
});
