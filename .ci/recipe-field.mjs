// Follows the recipe "Add a field" of CONTRIBUTING.md in a copy of the tree: the copy must build, agree with its
// database, and keep the field through both doors.
import { follow, insert, run, write } from './recipe.mjs';

follow(() => {
  // 1. The migration.
  write(
    'migrations/1800000000000-round-note.ts',
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoundNote1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table round add note text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table round drop note');
  }
}
`,
  );
  // 2. The entity.
  insert(
    'src/nominations/round.entity.ts',
    '  @AudienceColumn() audience: Audience;',
    `  @Stored(line(300), 'Note.', { nullable: true })\n  note: string | null;\n\n`,
  );
  // 3. The input.
  insert(
    'src/nominations/round.inputs.ts',
    '  @AskedAs(Round) forms: string[];\n',
    '  @AskedAs(Round, { optional: true }) note?: string;\n',
  );
  insert(
    'src/nominations/round.inputs.ts',
    '  @Amends(OpenRound) ruleSet?: string;\n',
    '  @Amends(OpenRound) note?: string;\n',
  );
  // 4. Personal or not.
  insert('test/contract/every-shown-text-is-classed-personal-or-not.spec.ts', `' },\n  Rounding:`, ' note');
  write(
    'test/flows/a-round-keeps-its-note.spec.ts',
    `import { useApp } from '../app.js';
import { done, doors } from '../doors.js';

const test = useApp();
const round = { name: 'Đợt thử', period: '2023', forms: ['ldtt'] };

describe.each(doors)('%s', (_, open) => {
  it('the note comes back through both doors; left out, it is null', async () => {
    for (const note of ['Ghi chú', undefined]) {
      const input = { ...round, note };
      const { id } = done(await open(test).ask('openRound', 'administrator', { commune: 'duc-lang' }, { input }));
      for (const [, other] of doors) {
        const read = done(await other(test).ask('round', 'administrator', { commune: 'duc-lang', id }));
        expect(read.note).toBe(note ?? null);
      }
    }
  });
});
`,
  );

  run('npm', 'run', '--silent', 'typecheck');
  run('npm', 'run', '--silent', 'contract'); // 5. Builds first.
  run(
    ...['npm', 'test', '--silent', '--', 'test/flows/a-round-keeps', 'test/queries/entities-and-tables'],
    ...['test/queries/migrations-go', 'test/contract/every-shown-text', 'test/contract/the-committed-contract'],
  );
});
