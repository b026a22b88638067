import type { Projection } from '../database/projection.js';
import type { Page } from '../database/page.js';
import { connection } from './connection.js';
import type { RecordKey } from './found.js';

/** Records of one class whose edge a GraphQL document selects: all those of an answer, each once. */
export class Level<Parent extends object> {
  constructor(
    readonly parents: readonly Parent[],
    /** Members of the neighbours that the document needs; absent: all. */
    readonly members?: Projection,
  ) {}

  /** The neighbour of each parent by the id in a member; null where the member is null or nothing is to be seen. */
  async named<Value>(
    member: IdMember<Parent>,
    read: (keys: RecordKey[], members?: Projection) => Promise<readonly Value[]>,
  ): Promise<(Value | null)[]> {
    const named = await this.lists((parent) => [parent[member] as string | null].filter((id) => id !== null), read);
    return named.map(([only = null]) => only);
  }

  /** The neighbours of each parent by their ids, without those that are not to be seen. Each is read once. */
  async lists<Value>(
    idsOf: (parent: Parent) => readonly string[],
    read: (keys: RecordKey[], members?: Projection) => Promise<readonly Value[]>,
  ): Promise<NonNullable<Value>[][]> {
    const keys = new Map<string, RecordKey>();
    const asked = this.parents.map((parent) =>
      idsOf(parent).map((id) => {
        const { communeId } = parent as unknown as RecordKey;
        const name = `${communeId} ${id}`;
        if (!keys.has(name)) keys.set(name, { communeId, id });
        return name;
      }),
    );
    if (keys.size === 0) return asked.map(() => []);
    const values = await read([...keys.values()], this.members);
    const found = new Map([...keys.keys()].map((name, index) => [name, values[index]]));
    return asked.map((names) => names.flatMap((name) => found.get(name) ?? []));
  }

  /** A page of neighbours of each parent. */
  async pages(
    read: (parents: readonly Parent[], members?: Projection) => Promise<readonly Page<unknown>[]>,
  ): Promise<object[]> {
    return (await read(this.parents, this.members)).map(connection);
  }
}

/** Members that hold the id of a neighbour. */
type IdMember<Parent> = {
  [Name in keyof Parent]: Parent[Name] extends string | null ? Name : never;
}[keyof Parent];
