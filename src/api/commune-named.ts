import type { OperationId } from '../access/permissions.js';

type Arguments = Readonly<Record<string, unknown>>;

/** Operations whose arguments name their commune otherwise than by `commune`. */
const finders = new Map<string, (given: Arguments) => unknown>([['commune', ({ commune, key }) => commune ?? key]]);

/** Declares how the arguments of an operation name its commune. */
export const namesCommune = (operation: OperationId, find: (given: Arguments) => unknown): void =>
  void finders.set(operation, find);

/** Key of the commune of an operation, from its path or arguments; null when they name none. */
export function communeNamed(operation: string, given: object): string | null {
  const find = finders.get(operation) ?? (({ commune }: Arguments) => commune);
  const named = find(given as Arguments);
  return typeof named === 'string' ? named : null;
}
