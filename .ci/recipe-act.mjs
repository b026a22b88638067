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
/** Points for a round that is to be reopened after its last day. */
export const brokenReopening = ({ calendar: { decideBy } }: Pick<Round, 'calendar'>, on: string): Point[] =>
  points(decideBy !== null && decideBy < on && point('', 'REOPENED_LATE', \`It was to be decided by \${decideBy}.\`));
`,
  );
  insert(
    'src/points.data.ts',
    '  RETURNED_ONCE:',
    `  REOPENED_LATE: 'Đợt đã quá hạn quyết định, không mở lại được.',\n`,
  );
  write(
    'test/rules/round.spec.ts',
    `import { brokenReopening } from '../../src/nominations/round.rules.js';

it.each([
  [null, 0],
  ['2024-02-01', 0],
  ['2024-01-01', 1],
])('a round to be decided by %s is reopened with %i points', (decideBy, found) => {
  const calendar = { nominateBy: null, meetBy: null, decideBy };
  expect(brokenReopening({ calendar }, '2024-01-31')).toHaveLength(found);
});
`,
  );
  // 2. Permission, workflow, input.
  insert(
    'src/access/permissions.ts',
    `  nominations: read('nominations', officials,`,
    `  reopenRound: write('nominations', ['ADMINISTRATOR'], 'Reopens a closed round.'),\n`,
  );
  insert(
    'src/nominations/round.workflow.ts',
    '} as const satisfies Workflow<RoundState>;',
    `  reopenRound: { from: ['CLOSED'], to: 'OPEN', kind: 'round.reopened' },\n`,
  );
  insert('src/api/kinds.ts', `],\n  nomination: [`, `, 'reopened'`);
  insert('docs/contract.md', ` |\n| nomination | drafted`, ', reopened');
  insert(
    'src/nominations/round.inputs.ts',
    `@InputBody('The reason a round is closed for.')`,
    `@InputBody('The reason a round is reopened for.')
export class ReopenRound {
  @Reason({ optional: true })
  reason?: string;
}

`,
  );
  // 3. The service.
  const service = 'src/nominations/round-acts.service.ts';
  importing(service, 'ReopenRound', 'import type { AmendRound, CloseRound, DropRound, OpenRound');
  importing(service, 'brokenReopening', 'import { brokenChange, brokenRound');
  atEnd(
    service,
    `
  /** Reopens a closed round. Refusals: FORBIDDEN; STALE; STATE; RULE after its last day. */
  reopenRound(caller: Caller, at: AtVersion<RoundAt>, { reason }: ReopenRound): Promise<Round> {
    return this.records.act(caller, { type: this.rounds.recordType, act: 'reopenRound', at, reason }, (round) => {
      refuse(brokenReopening(round, caller.on));
      return { state: roundWorkflow.reopenRound.to, closedOn: null };
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
    @${body}() input: ReopenRound,
  ) {
    return this.acts.reopenRound(caller, { ...at, ...which, expectedVersion }, input);
  }
`;
  for (const door of ['controller', 'resolver'])
    importing(
      `src/nominations/rounds.${door}.ts`,
      'ReopenRound',
      'import { AmendRound, CloseRound, DropRound, ListRounds, OpenRound',
    );
  atEnd(
    'src/nominations/rounds.controller.ts',
    `\n  @Post(':id/reopen')\n  @Operation('reopenRound', one(Round))\n  reopenRound(${parameters('Param', 'IfMatch', 'Body')}`,
  );
  atEnd(
    'src/nominations/rounds.resolver.ts',
    `\n  @Acts('reopenRound', Round)\n  reopenRound(${parameters('Args', 'ExpectedVersion', 'Input')}`,
  );
  // 5. The tables of the tests, and a flow.
  insert(
    'test/contract/rights/expected.ts',
    `  nominations: { scope: 'nominations:read', may: officials },`,
    `  reopenRound: { scope: 'nominations:write', may: ['administrator'] },\n`,
  );
  insert(
    'test/contract/award-writes.ts',
    '    nominate: async () => {',
    `    reopenRound: async () => {
      const { id, version } = await openedRound(test);
      const at = { commune, id, expectedVersion: version };
      return { ...on(await of(RoundActsService).closeRound(await test.operator(), at, {}), 'administrator'), ...reasons };
    },
`,
  );
  insert(
    'test/contract/award-writes.ts',
    `import { DocumentActsService }`,
    `import { RoundActsService } from '../../src/nominations/round-acts.service.js';\n`,
  );
  insert('test/bad-input/requests.ts', `  nominate: 'administrator',\n`, `  reopenRound: 'administrator',\n`);
  write(
    'test/flows/a-closed-round-is-reopened.spec.ts',
    `import { useApp } from '../app.js';
import { openedRound } from '../awards.js';
import { done, doors } from '../doors.js';

const test = useApp();

it.each(doors)('%s: a closed round takes nominations again', async (_, open) => {
  const { id, version } = await openedRound(test);
  const ask = (act: string, at: number) =>
    open(test).ask(act, 'administrator', { commune: 'duc-lang', id }, { version: at, input: {} });
  expect((await ask('reopenRound', version)).code).toBe('STATE');
  const closed = done(await ask('closeRound', version));
  const { state, closedOn } = done(await ask('reopenRound', closed.version as number));
  expect([state, closedOn]).toEqual(['OPEN', null]);
});
`,
  );

  run(
    'npx',
    'prettier',
    '--check',
    '--log-level',
    'warn',
    'src/nominations',
    'src/access',
    'test/flows/a-closed-round-is-reopened.spec.ts',
  );
  run('npm', 'run', '--silent', 'typecheck');
  run('npm', 'run', '--silent', 'contract'); // Builds first.
  run(
    ...['npm', 'test', '--silent', '--', 'test/rules/round', 'test/flows/a-closed-round', 'test/contract/both-doors'],
    ...['test/contract/everybody-may', 'test/contract/a-refused-state', 'test/contract/the-committed-contract'],
  );
});
