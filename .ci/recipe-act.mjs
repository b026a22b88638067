// Follows the recipe "Add an act" of CONTRIBUTING.md in a copy of the tree: the copy must build, offer the act through
// both doors, and pass the tables that know every act.
import { follow, insert, read, run, write } from './recipe.mjs';

/** Inserts in front of the last line of a file, the brace that closes its class. */
const atEnd = (path, text) => write(path, `${read(path).trimEnd().replace(/\}$/, '')}${text}}\n`);
/** Adds a name to an import of a file. */
const importing = (path, name, beside) => write(path, read(path).replace(beside, `${beside}, ${name}`));

follow(() => {
  // 1. The rule, and its test.
  write(
    'src/nominations/round.rules.ts',
    `${read('src/nominations/round.rules.ts')}
/** Points for a round that is to be announced after its last day. */
export const brokenAnnouncing = ({ calendar: { decideBy } }: Pick<Round, 'calendar'>, on: string): Point[] =>
  points(decideBy !== null && decideBy < on && point('', 'ANNOUNCED_LATE', {
      en: \`It was to be decided by \${decideBy}.\`,
      vi: \`Đợt phải quyết định trước ngày \${decideBy}, nay đã quá hạn.\`,
    }));
`,
  );
  insert(
    'src/points.data.ts',
    '  RETURNED_ONCE:',
    `  ANNOUNCED_LATE: 'Đợt đã quá hạn quyết định, không thông báo được.',\n`,
  );
  write(
    'test/rules/round.spec.ts',
    `import { brokenAnnouncing } from '../../src/nominations/round.rules.js';

it.each([
  [null, 0],
  ['2024-02-01', 0],
  ['2024-01-01', 1],
])('a round to be decided by %s is announced with %i points', (decideBy, found) => {
  const calendar = { nominateBy: null, meetBy: null, decideBy };
  expect(brokenAnnouncing({ calendar }, '2024-01-31')).toHaveLength(found);
});
`,
  );
  // 2. Permission, workflow, input.
  insert(
    'src/access/permissions.ts',
    `  nominations: read('nominations', officialsAndSuperiors,`,
    `  announceRound: write('nominations', ['ADMINISTRATOR'], 'Announces an open round.'),\n`,
  );
  insert(
    'src/access/operation-words.data.ts',
    `  nominations: 'Đề nghị`,
    `  announceRound: 'Thông báo đợt xét đang mở.',\n`,
  );
  insert(
    'src/nominations/round.workflow.ts',
    '} as const satisfies Workflow<RoundState>;',
    `  announceRound: { from: ['OPEN'], kind: 'round.announced' },\n`,
  );
  insert('src/api/kinds.ts', `],\n  nomination: [`, `, 'announced'`);
  insert('src/pages/board-words.data.ts', `  drafted: word(`, `  announced: word('thông báo', 'announced'),\n`);
  insert('docs/contract.md', ` |\n| nomination | drafted`, ', announced');
  insert(
    'src/nominations/round.inputs.ts',
    `@InputBody('The reason a round is reopened for.')`,
    `@InputBody('The reason a round is announced for.')
export class AnnounceRound {
  @Reason({ optional: true })
  reason?: string;
}

`,
  );
  // 3. The service.
  const service = 'src/nominations/round-acts.service.ts';
  importing(service, 'AnnounceRound', 'import type { AmendRound, CloseRound, DropRound, OpenRound');
  importing(service, 'brokenAnnouncing', 'import { brokenChange, brokenRound');
  atEnd(
    service,
    `
  /** Announces an open round. Refusals: FORBIDDEN; STALE; STATE; RULE after its last day. */
  announceRound(caller: Caller, at: AtVersion<RoundAt>, { reason }: AnnounceRound): Promise<Round> {
    return this.records.act(caller, { type: this.rounds.recordType, act: 'announceRound', at, reason }, (round) => {
      refuse(brokenAnnouncing(round, caller.on));
      return {};
    });
  }
`,
  );
  // 4. The doors.
  const parameters = (place, version, body) => `
    @CurrentCaller() caller: Caller,
    @${place}() at: CommuneAt,
    @${place}() which: RoundAt,
    @${version}() expectedVersion: number,
    @${body}() input: AnnounceRound,
  ) {
    return this.acts.announceRound(caller, { ...at, ...which, expectedVersion }, input);
  }
`;
  for (const door of ['controller', 'resolver'])
    importing(
      `src/nominations/rounds.${door}.ts`,
      'AnnounceRound',
      'import { AmendRound, CloseRound, DropRound, ListRounds, OpenRound',
    );
  atEnd(
    'src/nominations/rounds.controller.ts',
    `\n  @Post(':id/announce')\n  @Operation('announceRound', one(Round))\n  announceRound(${parameters('Param', 'IfMatch', 'Body')}`,
  );
  atEnd(
    'src/nominations/rounds.resolver.ts',
    `\n  @Acts('announceRound', Round)\n  announceRound(${parameters('Args', 'ExpectedVersion', 'Input')}`,
  );
  // 5. The tables of the tests, and a flow.
  insert(
    'test/contract/rights/expected.ts',
    `  nominations: { scope: 'nominations:read', may: [...officials, ...superiors] },`,
    `  announceRound: { scope: 'nominations:write', may: ['administrator'] },\n`,
  );
  insert(
    'test/contract/award-writes.ts',
    '    nominate: async () => {',
    `    announceRound: async () => ({ ...on(await openedRound(test), 'administrator'), ...reasons }),
`,
  );
  insert('test/bad-input/requests.ts', `  nominate: 'administrator',\n`, `  announceRound: 'administrator',\n`);
  write(
    'test/flows/an-open-round-is-announced.spec.ts',
    `import { useApp } from '../app.js';
import { openedRound } from '../awards.js';
import { done, doors } from '../doors.js';

const test = useApp();

it.each(doors)('%s: an open round is announced, a closed one is not', async (_, open) => {
  const { id, version } = await openedRound(test);
  const ask = (act: string, at: number) =>
    open(test).ask(act, 'administrator', { commune: 'duc-lang', id }, { version: at, input: {} });
  const announced = done(await ask('announceRound', version));
  const closed = done(await ask('closeRound', announced.version as number));
  expect([announced.state, closed.version]).toEqual(['OPEN', version + 2]);
  expect((await ask('announceRound', closed.version as number)).code).toBe('STATE');
});
`,
  );

  run(
    'npx',
    'prettier',
    '--write',
    '--log-level',
    'warn',
    'src/nominations',
    'src/access',
    'test/flows/an-open-round-is-announced.spec.ts',
  );
  run('npm', 'run', '--silent', 'typecheck');
  run('npm', 'run', '--silent', 'contract'); // Builds first.
  run(
    ...['npm', 'test', '--silent', '--', 'test/rules/round', 'test/flows/an-open-round', 'test/contract/both-doors'],
    ...['test/contract/everybody-may', 'test/contract/a-refused-state', 'test/contract/the-committed-contract'],
  );
});
