import type { OperationId } from '../access/permissions.js';

type Arguments = Readonly<Record<string, unknown>>;

/** Operations whose arguments name the commune otherwise than by `commune`. */
const finders = new Map<string, (given: Arguments) => unknown>([['commune', ({ commune, key }) => commune ?? key]]);

/** Declares how the arguments of an operation name its commune. */
export const namesCommune = (operation: OperationId, find: (given: Arguments) => unknown): void =>
  void finders.set(operation, find);

/** Key of the commune an operation is about, from its path or arguments; null where they name none. */
export function communeNamed(operation: string, given: object): string | null {
  const find = finders.get(operation) ?? (({ commune }: Arguments) => commune);
  const named = find(given as Arguments);
  return typeof named === 'string' ? named : null;
}
