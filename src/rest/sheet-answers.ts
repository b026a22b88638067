import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType } from 'graphql';
import type { Caller } from '../access/caller.js';
import { sheetTypes, type Answer } from '../api/answer.js';
import { expected } from '../api/found.js';
import { noteDisclosures } from '../api/disclosures.js';
import { Level } from '../api/level.js';
import { pageSize } from '../api/lists.js';
import type { EdgeMetadata, OperationMetadata } from '../api/operation.js';
import type { Reply, Request } from '../api/request.js';
import type { Page } from '../database/page.js';
import { Projection } from '../database/projection.js';
import { edgeValues, Failure } from '../graphql/edge-values.js';
import { Refusal } from '../refusals.js';
import { columnsOf, type Column, type EdgeFinder } from './sheet-columns.js';
import type { SheetFormat } from './sheet-format.js';
import { headingOf } from './sheet-headings.js';
import { csvOf, xlsxOf } from './sheet.js';

/** A list that is answered as a table. `run` reads the page that the query string names. */
interface ListCall extends OperationMetadata {
  caller: Caller;
  request: Request;
  run: () => Promise<unknown>;
}

/** Lists as tables for a spreadsheet. */
@Injectable()
export class SheetAnswers {
  private readonly tables = new Map<Answer, { columns: Column[]; edgeOf: EdgeFinder }>();

  constructor(private readonly modules: ModuleRef) {}

  /** Rows of every page of a list, in the request's snapshot; what they show is noted as disclosed. */
  async rows({ operation, answer, caller, request, run }: ListCall): Promise<string[][]> {
    const { columns } = this.tableOf(answer);
    const query = request.query as Record<string, unknown>;
    const rows: string[][] = [];
    delete query.after;
    for (;;) {
      const { items, next } = (await run()) as Page<object>;
      noteDisclosures(caller, { operation, type: answer.type }, [items]);
      const neighbours = await this.neighbours(answer, items, caller);
      for (const item of items)
        rows.push(
          columns.map(({ edge, textOf }) => {
            const record = edge === undefined ? item : neighbours.get(edge)?.get(item);
            return record ? textOf(record) : '';
          }),
        );
      if (next === null) return rows;
      Object.assign(query, { first: String(pageSize.most), after: next });
    }
  }

  /** The table as a file, named after its operation. */
  async send(
    { type, isLocal, language }: SheetFormat,
    rows: readonly string[][],
    { operation, answer, reply }: OperationMetadata & { reply: Reply },
  ): Promise<string | Buffer> {
    const columns = this.tableOf(answer).columns.map(({ path, kind }) => ({
      kind,
      heading: type === 'csv' && !isLocal ? path.join('.') : headingOf(path, language),
    }));
    const body = type === 'csv' ? csvOf({ columns, rows }, isLocal) : await xlsxOf({ columns, rows }, operation);
    return this.attached({ operation, type, reply }, body);
  }

  /** An answer that is no list as the table that it is made, of texts. */
  async sendTable(
    { type, isLocal, language }: SheetFormat,
    value: unknown,
    { operation, answer, reply }: OperationMetadata & { reply: Reply },
  ): Promise<string | Buffer> {
    const { headings, ...cells } = expected(answer.table, `${operation} has no table.`)(value as never, language);
    const table = { columns: headings.map((heading) => ({ kind: 'text' as const, heading })), ...cells };
    const body = type === 'csv' ? csvOf(table, isLocal) : await xlsxOf(table, operation);
    return this.attached({ operation, type, reply }, body);
  }

  private attached(
    { operation, type, reply }: Pick<OperationMetadata, 'operation'> & Pick<SheetFormat, 'type'> & { reply: Reply },
    body: string | Buffer,
  ): string | Buffer {
    void reply.headers({
      'content-type': type === 'csv' ? `${sheetTypes.csv}; charset=utf-8` : sheetTypes.xlsx,
      'content-disposition': `attachment; filename="${operation}.${type}"`,
    });
    return body;
  }

  /** Neighbours by edge and record; none where the caller has no right to them. */
  private async neighbours(
    answer: Answer,
    items: readonly object[],
    caller: Caller,
  ): Promise<Map<string, Map<object, object | null>>> {
    const { columns, edgeOf } = this.tableOf(answer);
    const found = new Map<string, Map<object, object | null>>();
    for (const name of new Set(columns.flatMap(({ edge }) => edge ?? []))) {
      const edge = edgeOf(name) as EdgeMetadata;
      const needed = columns.flatMap(({ edge: each, path }) => (each === name ? [path[1] ?? ''] : []));
      const level = new Level(items, new Projection(new Set(needed)));
      const values = await edgeValues(edge, level, { caller, modules: this.modules });
      found.set(name, new Map([...values].map(([item, value]) => [item, valueOrNone(value)])));
    }
    return found;
  }

  private tableOf(answer: Answer): { columns: Column[]; edgeOf: EdgeFinder } {
    const known = this.tables.get(answer);
    if (known) return known;
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const type = schema.getType(answer.type.name);
    const edgeOf = (name: string) =>
      isObjectType(type) ? (type.getFields()[name]?.extensions.edge as EdgeMetadata | undefined) : undefined;
    const table = { columns: columnsOf(answer, edgeOf), edgeOf };
    this.tables.set(answer, table);
    return table;
  }
}

function valueOrNone(value: unknown): object | null {
  if (!(value instanceof Failure)) return (value ?? null) as object | null;
  if (value.error instanceof Refusal) return null;
  throw value.error;
}
