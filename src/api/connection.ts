import { Field, ObjectType } from '@nestjs/graphql';
import type { Page } from '../database/page.js';
import type { Class } from './shapes.js';

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more behind `endCursor`.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to go on; null on an empty page.' })
  endCursor: string | null;
}

const made = new Map<Class, Class>();
const nodes = new Map<Class, Class>();

/** The record a connection is of; undefined for what is no connection. */
export const nodeOf = (type: Class): Class | undefined => nodes.get(type);

/** The connection type of a record: `nodes`, `edges { cursor node }`, `pageInfo`. */
export function Connection(type: Class): Class {
  const known = made.get(type);
  if (known) return known;

  @ObjectType(`${type.name}Edge`, { description: `One ${type.name} of a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Give it as `after` to go on behind this one.' })
    cursor: string;

    @Field(() => type, { description: `The ${type.name}.` })
    node: object;
  }

  @ObjectType(`${type.name}Connection`, { description: `A page of a list of ${type.name}.` })
  class ConnectionOf {
    @Field(() => [type], { description: 'The records of this page.' })
    nodes: object[];

    @Field(() => [Edge], { description: 'The records of this page, each with its cursor.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
    pageInfo: PageInfo;
  }

  made.set(type, ConnectionOf);
  nodes.set(ConnectionOf, type);
  return ConnectionOf;
}

/** A page as a connection. Edges are made only when a query selects them. */
export function connection<T>(page: Page<T>): object {
  const last = page.items.at(-1);
  return {
    nodes: page.items,
    get edges() {
      return page.items.map((node) => ({ node, cursor: page.cursorOf(node) }));
    },
    pageInfo: { hasNextPage: page.next !== null, endCursor: last === undefined ? null : page.cursorOf(last) },
  };
}
