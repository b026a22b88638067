import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { nodeOf } from './connection.js';
import { isRecord, type Class } from './shape.js';
import { shownOf } from './shown.js';

/**
 * Ids of the data subjects (chủ thể dữ liệu) of a record: the units whose personal values it shows; or the
 * file, document, nomination or council member that leads to the unit.
 */
type SubjectOf<T extends object = object> = (record: T) => string | readonly string[] | undefined;

const subjects = new Map<Class, { members: readonly string[]; subjectOf: SubjectOf }>();

/**
 * Declares the data subject of a record class, and the members that name it: `selectList` reads them whatever is shown.
 * Every answer with such a record is recorded as a disclosure.
 */
export const DataSubject =
  <T extends object>() =>
  <Member extends keyof T & string>(
    members: readonly Member[],
    subjectOf: SubjectOf<Pick<T, Member>>,
  ): ClassDecorator =>
  (type) =>
    void subjects.set(type as unknown as Class, { members, subjectOf: subjectOf as SubjectOf });

export const hasDataSubject = (type: Class): boolean => subjects.has(type);

/** Members that name the data subjects of a record: its own, or the records in it that have some. */
export const subjectMembersOf = (type: Class): readonly string[] =>
  subjects.get(type)?.members ?? membersWithSubjects(type).map(({ name }) => name);

type SubjectFinder = (record: object, report: (subject: string, communeId: number) => void) => void;
const finders = new Map<Class, SubjectFinder | null>();

/** Finder of the data subjects in records of a class; null: the class shows no personal values. */
function finderFor(type: Class): SubjectFinder | null {
  const known = finders.get(type);
  if (known !== undefined) return known;
  const find = makeFinder(type);
  finders.set(type, find);
  return find;
}

function makeFinder(type: Class): SubjectFinder | null {
  const own = subjects.get(type);
  if (own) {
    return (record, report) => {
      for (const id of [own.subjectOf(record) ?? []].flat()) report(id, (record as { communeId: number }).communeId);
    };
  }
  const members = membersWithSubjects(type);
  if (members.length === 0) return null;
  return (record, report) => {
    for (const { name, find } of members)
      for (const each of listed((record as Record<string, unknown>)[name])) find(each, report);
  };
}

/** Members that hold records with data subjects. */
const membersWithSubjects = (type: Class): { name: string; find: SubjectFinder }[] =>
  shownOf(type).flatMap(({ name, shape, edge }) => {
    const find = !edge && isRecord(shape) ? finderFor(shape.json.record()) : null;
    return find ? [{ name, find }] : [];
  });

const listed = (value: unknown): object[] =>
  value === null || typeof value !== 'object' ? [] : Array.isArray(value) ? value : [value];

/** Disclosures of a request, by commune: data subject, and the operation that disclosed its values first. */
export type Disclosures = ReadonlyMap<number, ReadonlyMap<string, OperationId>>;
type CollectedDisclosures = Map<number, Map<string, OperationId>>;
const disclosures = new WeakMap<Caller, CollectedDisclosures>();

/**
 * Notes the data subjects of answers of one type: records, lists of records, or GraphQL connections. An answer
 * without a key shows only what the law makes public, to nobody in particular: it is no disclosure, and writes nothing.
 */
export function noteDisclosures(
  caller: Caller,
  { operation, type }: { operation: OperationId; type: unknown },
  answers: readonly unknown[],
): void {
  if (caller.kind === 'PUBLIC') return;
  const { find, node } = shownBy(type);
  if (!find) return;
  const collected: CollectedDisclosures = disclosures.get(caller) ?? new Map<number, Map<string, OperationId>>();
  disclosures.set(caller, collected);
  const report = (id: string, communeId: number) => {
    const ofCommune = collected.get(communeId) ?? new Map<string, OperationId>();
    if (!ofCommune.has(id)) collected.set(communeId, ofCommune.set(id, operation));
  };
  for (const answer of answers)
    for (const record of listed(node ? (answer as { nodes?: object[] } | null)?.nodes : answer)) find(record, report);
}

/** Finder for a type of answer: a record, a list of records or a connection, whose `node` is its record. */
function shownBy(type: unknown): { find: SubjectFinder | null; node: Class | undefined } {
  const one = (Array.isArray(type) ? type[0] : type) as Class;
  const node = nodeOf(one);
  return { find: finderFor(node ?? one), node };
}

/** Whether an answer of this type may show personal values. */
export const discloses = (type: unknown): boolean => shownBy(type).find !== null;

/** Disclosures of the request so far. */
export const disclosuresOf = (caller: Caller): Disclosures | undefined => disclosures.get(caller);

/** Notes the disclosures of a cached answer again. */
export function repeatDisclosures(caller: Caller, collected: Disclosures | undefined): void {
  if (collected) disclosures.set(caller, new Map([...collected].map(([commune, each]) => [commune, new Map(each)])));
}

/** Disclosures of the request; taken once, so that each is stored once. */
export function takeDisclosures(caller: Caller): Disclosures | undefined {
  const collected = disclosures.get(caller);
  disclosures.delete(caller);
  return collected;
}
