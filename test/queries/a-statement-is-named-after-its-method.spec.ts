import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.queries.ts'));

/** Methods of Database whose first argument is the name of a statement. */
const senders = ['rows', 'row', 'autocommit'];

/** Statements of a source: the name from traces, and `file.method`, with which the name must begin. */
function statements(file: string, text: string): { name: string; place: string }[] {
  const found: { name: string; place: string }[] = [];
  const visit = (node: ts.Node, method: string): void => {
    const within = ts.isMethodDeclaration(node) ? node.name.getText() : method;
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      senders.includes(node.expression.name.text)
    ) {
      const name = node.arguments[0]?.getText().slice(1, -1) ?? '';
      found.push({ name, place: `${basename(file, '.queries.ts')}.${within}` });
    }
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), '');
  return found;
}

/** One statement is `file.method`; of several, or of variants, each has its word after it. */
const misnamed = (found: ReturnType<typeof statements>) =>
  found.filter(({ name, place }) => name !== place && !name.startsWith(`${place}.`) && !name.startsWith(`${place}\${`));

it('as `file.method`, in every file of queries', () => {
  const found = files.flatMap((file) => statements(file, readFileSync(join('src', file), 'utf8')));
  expect(found.length).toBeGreaterThan(80);
  expect(misnamed(found)).toEqual([]);
  const names = found.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('control: finds a statement with another name', () => {
  const source = "class Q { after() { return this.database.rows<X>('changes.behind', 'select 1'); } }";
  expect(misnamed(statements('changes.queries.ts', source))).toEqual([
    { name: 'changes.behind', place: 'changes.after' },
  ]);
});
