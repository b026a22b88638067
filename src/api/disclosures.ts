import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { nodeOf } from './connection.js';
import { isRecord, type Class } from './shapes.js';
import { shownOf } from './shown.js';

/** Id of the unit whose personal values a record shows, or of the file that holds them; undefined: of nobody. */
type SubjectOf = (record: object) => string | undefined;

const subjectOfClass = new Map<Class, SubjectOf>();

/** Says whose personal values a record shows: whoever gets it is then noted, whatever operation or edge it came by. */
export const DataSubject =
  <T extends object>(whose: (record: T) => string | undefined): ClassDecorator =>
  (type) =>
    void subjectOfClass.set(type as unknown as Class, whose as SubjectOf);

export const hasDataSubject = (type: Class): boolean => subjectOfClass.has(type);

type SubjectFinder = (record: object, found: (whose: string, communeId: number) => void) => void;
const finders = new Map<Class, SubjectFinder | null>();

/** How whose values a class shows is found in a record of it; null: it shows nobody's, and is not looked at. */
function finderFor(type: Class): SubjectFinder | null {
  const known = finders.get(type);
  if (known !== undefined) return known;
  const look = makeFinder(type);
  finders.set(type, look);
  return look;
}

function makeFinder(type: Class): SubjectFinder | null {
  const whose = subjectOfClass.get(type);
  if (whose) {
    return (record, found) => {
      const id = whose(record);
      if (id !== undefined) found(id, (record as { communeId: number }).communeId);
    };
  }
  const members = shownOf(type).flatMap(({ name, shape, edge }) => {
    const look = !edge && isRecord(shape) ? finderFor(shape.json.record()) : null;
    return look ? [{ name, look }] : [];
  });
  if (members.length === 0) return null;
  return (record, found) => {
    for (const { name, look } of members)
      for (const each of listed((record as Record<string, unknown>)[name])) look(each, found);
  };
}

const listed = (value: unknown): object[] =>
  value === null || typeof value !== 'object' ? [] : Array.isArray(value) ? value : [value];

/** Whose values a caller was shown, by commune: the id told, and the operation it first came by. */
export type Disclosures = ReadonlyMap<number, ReadonlyMap<string, OperationId>>;
type CollectedDisclosures = Map<number, Map<string, OperationId>>;
const disclosures = new WeakMap<Caller, CollectedDisclosures>();

/** Notes whose personal values an answer, or a part of it, shows: a record, several, or in GraphQL a connection. */
export function recordDisclosures(caller: Caller, operation: OperationId, type: unknown, value: unknown): void {
  if (value === null || value === undefined) return;
  const one = Array.isArray(type) ? (type[0] as unknown) : type;
  const node = nodeOf(one as Class);
  const look = finderFor(node ?? (one as Class));
  if (!look) return;
  const notes: CollectedDisclosures = disclosures.get(caller) ?? new Map<number, Map<string, OperationId>>();
  disclosures.set(caller, notes);
  for (const record of node ? (value as { nodes: object[] }).nodes : listed(value)) {
    look(record, (id, commune) => {
      const there = notes.get(commune) ?? new Map<string, OperationId>();
      if (!there.has(id)) notes.set(commune, there.set(id, operation));
    });
  }
}

/** What has been noted for a caller so far. */
export const disclosuresOf = (caller: Caller): Disclosures | undefined => disclosures.get(caller);

/** Notes what the same answer showed before. */
export function repeatDisclosures(caller: Caller, notes: Disclosures | undefined): void {
  if (notes) disclosures.set(caller, new Map([...notes].map(([commune, each]) => [commune, new Map(each)])));
}

/** What was noted for a caller, once. */
export function takeDisclosures(caller: Caller): Disclosures | undefined {
  const notes = disclosures.get(caller);
  disclosures.delete(caller);
  return notes;
}
