import { Field, ObjectType } from '@nestjs/graphql';
import type { Page } from '../database/page.js';
import type { Class } from './shape.js';

@ObjectType({ description: 'Position of a page in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more records follow `endCursor`.' })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last record of this page, for `after`; null on an empty page.',
  })
  endCursor: string | null;

  @Field(() => Boolean, { description: 'Whether records come before this page: whether `after` was given.' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first record of this page; null on an empty page.',
  })
  startCursor: string | null;
}

const made = new Map<Class, Class>();
const nodes = new Map<Class, Class>();

/** Record class of a connection type; undefined for any other class. */
export const nodeOf = (type: Class): Class | undefined => nodes.get(type);

/** Connection type of a record class: `nodes`, `edges { cursor node }`, `pageInfo`. */
export function Connection(type: Class): Class {
  const known = made.get(type);
  if (known) return known;

  @ObjectType(`${type.name}Edge`, { description: `One ${type.name} of a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Cursor of this record, for `after`.' })
    cursor: string;

    @Field(() => type, { description: `The ${type.name}.` })
    node: object;
  }

  @ObjectType(`${type.name}Connection`, { description: `Page of a list of ${type.name}.` })
  class ConnectionOf {
    @Field(() => [type], { description: 'Records of this page.' })
    nodes: object[];

    @Field(() => [Edge], { description: 'Records of this page, each with its cursor.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Cursor at the end of this page, and whether more records follow.' })
    pageInfo: PageInfo;
  }

  made.set(type, ConnectionOf);
  nodes.set(ConnectionOf, type);
  return ConnectionOf;
}

/** Page as a connection. Edges are computed only when a query selects them. */
export function connection<T>(page: Page<T>): object {
  const cursorAt = (place: number) => {
    const item = page.items.at(place);
    return item === undefined ? null : page.cursorOf(item);
  };
  return {
    nodes: page.items,
    get edges() {
      return page.items.map((node) => ({ node, cursor: page.cursorOf(node) }));
    },
    pageInfo: {
      hasNextPage: page.next !== null,
      endCursor: cursorAt(-1),
      hasPreviousPage: page.isLater,
      startCursor: cursorAt(0),
    },
  };
}
