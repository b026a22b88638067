import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { AuditQueries, type Comparison, type Difference } from './audit.queries.js';
import { auditedTypes, type AuditedType } from './rows.queries.js';

/** A commune, or the registry. */
export interface AuditPlace {
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

  /** Audits a commune, or the registry: each type in a snapshot of its own. */
  async audit({ id, key }: AuditPlace): Promise<Audit> {
    const audit: Audit = { commune: key, records: {}, differences: [] };
    for (const type of auditedTypes) {
      const { records, differences } = await this.database.read({ communeIds: [id] }, () =>
        this.queries.compare(id, type),
      );
      audit.records[type] = records;
      audit.differences.push(...differences.map((difference) => ({ type, ...difference })));
    }
    return audit;
  }

  /** One type in a commune, for the background; undefined while another program on this database compares. */
  compareAlone({ id }: AuditPlace, type: AuditedType): Promise<Comparison | undefined> {
    return this.database.read({ communeIds: [id] }, async () =>
      (await this.queries.holdAlone()) ? this.queries.compare(id, type) : undefined,
    );
  }
}
