import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { journaledTypes, type JournaledType } from '../api/kinds.js';
import { Database } from '../database/database.js';
import { AuditQueries, type Difference } from './audit.queries.js';

/** Records of each type in a commune, and each whose row is not what the journal says. */
export interface Audit {
  commune: string;
  records: Partial<Record<JournaledType, number>>;
  differences: (Difference & { type: JournaledType })[];
}

/** Compares rows, which are answered, with the journal, which proves. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly queries: AuditQueries,
  ) {}

  /** Audits a commune, or the registry: a snapshot of its own for each type, with `pause` ms after it. */
  async audit({ id, key }: { id: number; key: string }, pause = 0): Promise<Audit> {
    const audit: Audit = { commune: key, records: {}, differences: [] };
    for (const type of journaledTypes) {
      const compared = await this.database.read({ communeIds: [id] }, () => this.queries.compare(id, type));
      if (!compared) continue;
      audit.records[type] = compared.records;
      audit.differences.push(...compared.differences.map((difference) => ({ type, ...difference })));
      if (pause > 0) await delay(pause, undefined, { ref: false });
    }
    return audit;
  }
}
