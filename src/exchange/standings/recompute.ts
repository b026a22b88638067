import { createHash } from 'node:crypto';
import { jcs } from '../chain.js';
import { Figures, inputsOf, nodesOf } from './figures.js';
import { ranked } from './rank.js';
import { Score } from './score.js';
import {
  tableMembers,
  type Node,
  type Publication,
  type Row,
  type Rules,
  type SchemeRecord,
  type Standing,
  type Subject,
} from './records.js';

/**
 * Recomputation of published tables from their records alone, an independent reading of their schemes. Like `chain.ts`
 * it shares no code with the server.
 */

/** A published table: the rows that the reader sees, whole blocks. */
export interface PublishedTable {
  rules: Rules;
  publication: Publication;
  standings: readonly Standing[];
}

/** Tables of a folder that were recomputed; `unseen`: tables whose scheme or rows the reader does not see. */
export interface RecomputedTables {
  tables: number;
  rows: number;
  unseen: number;
  /** Sentences: which table, unit and line, with what was published and what was computed. */
  disagreements: string[];
}

/** Recomputes each published table. `recordsOf`: the newest records of a type. */
export function recompute(recordsOf: <Of>(type: string) => readonly Of[]): RecomputedTables {
  const schemes = recordsOf<SchemeRecord>('scheme');
  const standings = recordsOf<Standing>('standing');
  const result: RecomputedTables = { tables: 0, rows: 0, unseen: 0, disagreements: [] };
  const publications = recordsOf<Publication>('standings').filter(({ state }) => state === 'PUBLISHED');
  const named = new Set(publications.map(({ id }) => id));
  result.unseen += new Set(standings.map((row) => row.publicationId).filter((id) => !named.has(id))).size;
  for (const publication of publications) {
    const { id, planId, scheme, revision, period, number } = publication;
    const rows = standings.filter(({ publicationId }) => publicationId === id);
    const found = schemes.find((each) => each.planId === planId && each.code === scheme && each.revision === revision);
    if (!found || rows.length === 0) {
      result.unseen += 1;
      continue;
    }
    const sentences = disagreementsOf({ rules: found.rules, publication, standings: rows });
    result.tables += 1;
    result.rows += rows.length;
    result.disagreements.push(...sentences.map((each) => `table ${number} of ${scheme}, ${period}: ${each}`));
  }
  return result;
}

/** Sentences on all that a table states, and that its own inputs do not come to. */
export function disagreementsOf(table: PublishedTable): string[] {
  try {
    return disagreements(table);
  } catch (error) {
    return [`the records cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function disagreements({ rules, publication, standings }: PublishedTable): string[] {
  const canonical = canonicalRules(rules);
  const { membersOn: on, stage, ties } = publication;
  const inputs = inputsOf(standings);
  const scheme = jcs(canonical);
  const figures = new Figures(canonical, inputs);
  const members = new Map(canonical.blocks.map(({ code, members: of }) => [code, membersOn(on, code, of)]));
  const blocks = new Set(standings.map(({ block }) => block));
  const score = new Score(figures, (block) => members.get(block) ?? []);
  const sentences = [...inputs.disagreements];
  for (const block of blocks) {
    const published = standings.filter((each) => each.block === block);
    const candidates = (members.get(block) ?? []).map((subject) => ({
      subject,
      tree: score.of(subject, canonical.tree).node,
      keeps: published.filter((each) => each.unitCode === subject.unit).flatMap(exceptionsOf),
    }));
    const computed = ranked(figures, candidates, ties);
    for (const row of computed) {
      const [found, other] = published.filter(({ unitCode }) => unitCode === row.unitCode);
      const inputHash = hashOf(scheme, { inputs: takenBy(row), on, stage, unit: row.unitCode });
      if (!found || other) sentences.push(`${row.unitCode} has ${found ? 'two rows' : 'no row'} in block ${block}`);
      else
        sentences.push(
          ...differing(row.unitCode, [found, publication], tableMembers),
          ...differing(row.unitCode, [found, { ...row, inputHash }], rowMembers),
          ...ofLine(row.unitCode, found.tree, row.tree),
        );
    }
    for (const { unitCode } of published)
      if (!computed.some((row) => row.unitCode === unitCode))
        sentences.push(`${unitCode} has a row, and is not in block ${block} on ${on}`);
  }
  return sentences;
}

/** Lists whose order has no meaning, in the order of their canonical JSON. */
const inOrder = <Of>(list: readonly Of[]): Of[] =>
  list
    .map((each): [string, Of] => [jcs(each), each])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each);

/** The rules with the members of each block in one order. */
const canonicalRules = (rules: Rules): Rules => ({
  ...rules,
  blocks: rules.blocks.map((block) => ({
    ...block,
    members: inOrder(block.members.map((member) => ({ ...member, traits: inOrder(member.traits) }))),
  })),
});

const membersOn = (day: string, block: string, members: Rules['blocks'][number]['members']): Subject[] =>
  members
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .map((member) => ({ ...member, block }));

/** Exceptions are a person's word: the table states them, and nothing computes them. */
const exceptionsOf = ({ reasons }: Standing): string[] =>
  reasons.flatMap(({ kind, code }) => (kind === 'EXCEPTION' && code !== null ? [code] : []));

/** All inputs of a row, each once. */
const takenBy = ({ tree, inputs }: Pick<Row, 'tree' | 'inputs'>) =>
  inOrder(unique([...nodesOf(tree).flatMap((node) => node.inputs), ...inputs]));

const unique = <Of>(list: readonly Of[]): Of[] => [...new Map(list.map((each) => [jcs(each), each])).values()];

/** SHA-256 of the canonical JSON of these members and the scheme, whose text is written once for all rows. */
function hashOf(
  scheme: string,
  { inputs, on, stage, unit }: { inputs: object } & Record<'on' | 'stage' | 'unit', string>,
) {
  const text = `{"inputs":${jcs(inputs)},"on":${jcs(on)},"scheme":${scheme},"stage":${jcs(stage)},"unit":${jcs(unit)}}`;
  return createHash('sha256').update(text).digest('hex');
}

/** Members of rows and lines that are lists without an order. */
const sets: readonly string[] = ['inputs', 'missing', 'limits', 'notes'];
const rowMembers = ['points', 'rank', 'class', 'reasons', 'inputs', 'missing', 'inputHash'] as const;
const lineMembers = [
  ...(['code', 'name', 'part', 'restsOn', 'max', 'inputs', 'raw', 'limited', 'points', 'known'] as const),
  ...(['limits', 'missing', 'notes'] as const),
] as const;

/** Sentences on the members that two records of the same do not share. */
function differing<Name extends string>(
  of: string,
  [published, computed]: readonly [Record<Name, unknown>, Record<Name, unknown>],
  members: readonly Name[],
): string[] {
  const text = (record: Record<Name, unknown>, name: Name) =>
    jcs(sets.includes(name) ? inOrder(unique(record[name] as readonly unknown[])) : record[name]);
  return members.flatMap((name) => {
    if (published[name] === computed[name]) return [];
    const [was, is] = [text(published, name), text(computed, name)];
    return was === is ? [] : [`${of}: ${name} ${was} is published, and ${is} computed`];
  });
}

/** Sentences on a line of a tree and on those below it. */
function ofLine(unit: string, published: Node, computed: Node): string[] {
  const line = `${unit}, line ${computed.code}`;
  const codes = ({ children }: Node) => ({ children: children.map(({ code }) => code) });
  const below = differing(line, [codes(published), codes(computed)], ['children']);
  if (below.length > 0) return below;
  return [
    ...differing(line, [published, { ...computed, notes: notesBeside(published, computed) }], lineMembers),
    ...computed.children.flatMap((child, index) => ofLine(unit, published.children[index] as Node, child)),
  ];
}

/** Notes of a line. That a reason is missing may rest on points before the final ones, which no table has. */
function notesBeside({ notes, inputs }: Node, computed: Node): string[] {
  const mayLack = notes.includes('REASON_MISSING') && inputs.some(({ isReasoned }) => isReasoned === false);
  return mayLack ? [...computed.notes, 'REASON_MISSING'] : computed.notes;
}
