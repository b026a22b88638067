import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { AuditQueries, type Difference, type Slice, type SliceStart } from './audit.queries.js';
import { auditedTypes, type AuditedType } from './rows.queries.js';

/** A commune, or the registry. */
export interface AuditedCommune {
  id: number;
  key: string;
}

/** Records of each type in a commune, and each whose row is not what the journal says. */
export interface Audit {
  commune: string;
  records: Partial<Record<AuditedType, number>>;
  differences: (Difference & { type: AuditedType })[];
}

/** Compares rows, which are answered, with the journal, which proves. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly queries: AuditQueries,
  ) {}

  /** Audits a commune, or the registry, by slices of at most `size` records of a type. */
  async audit({ id, key }: AuditedCommune, size?: number): Promise<Audit> {
    const audit: Audit = { commune: key, records: {}, differences: [] };
    for (const type of auditedTypes) {
      const slices = this.slices(id, (from) => this.queries.compare(id, type, { from, size }));
      let sum = 0;
      for await (const { records, differences } of slices) {
        sum += records;
        audit.differences.push(...differences.map((difference) => ({ type, ...difference })));
      }
      audit.records[type] = sum;
    }
    return audit;
  }

  /** Slices of one type in a commune, for the background; undefined while another program on this database compares. */
  slicesAlone({ id }: AuditedCommune, type: AuditedType, size?: number): AsyncGenerator<Slice | undefined> {
    return this.slices(id, async (from) =>
      (await this.queries.holdAlone()) ? this.queries.compare(id, type, { from, size }) : undefined,
    );
  }

  /** Each slice in a snapshot of its own: a record and its line are committed together. */
  private async *slices<T extends Slice | undefined>(
    communeId: number,
    compare: (from?: SliceStart) => Promise<T>,
  ): AsyncGenerator<T> {
    let from: SliceStart | null | undefined;
    while (from !== null) {
      const start = from;
      const slice = await this.database.read({ communeIds: [communeId] }, () => compare(start));
      yield slice;
      if (slice) from = slice.next;
    }
  }
}
