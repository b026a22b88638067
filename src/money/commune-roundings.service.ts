import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { backwards } from '../actors/actor.rules.js';
import { expected } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, Refusal } from '../refusals.js';
import { AmountsService } from './amounts.service.js';
import { CommuneRounding } from './commune-rounding.entity.js';
import type { ListRoundings, RoundingAt, SetRounding } from './commune-rounding.inputs.js';
import { CommuneRoundingsQueries } from './commune-roundings.queries.js';

const byFirstDay = { types: ['day'], keysOf: ({ validFrom }: CommuneRounding) => [validFrom] } as const;

/** Roundings of communes. Awards that were signed keep theirs. */
@Injectable()
export class CommuneRoundingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: CommuneRoundingsQueries,
    private readonly amounts: AmountsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  /** The roundings of a commune, the earliest first: all, or the one in force on a day. */
  roundings(
    caller: Caller,
    commune: string,
    { asOf, ...page }: ListRoundings,
    members?: Projection,
  ): Promise<Page<CommuneRounding>> {
    return this.database.read(caller, () =>
      paged(page, byFirstDay, (slice) => this.queries.roundings(caller.reachIn(commune), { asOf, ...slice }, members)),
    );
  }

  /**
   * Sets how money is rounded from a day on; version 0: nothing is set for that day yet. Refusals: FORBIDDEN; STALE;
   * RULE for a last day before the first, or for the document.
   */
  setRounding(
    caller: Caller,
    { commune, validFrom, expectedVersion }: AtVersion<RoundingAt>,
    { document, validTo = null, ...given }: SetRounding,
  ): Promise<CommuneRounding> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      await this.amounts.lock(reach);
      caller.demandOffice('setRounding', commune);
      const found = async () => (await this.queries.roundings(reach, { from: validFrom, after: null, limit: 1 }))[0];
      const before = await found();
      const current = before?.version ?? 0;
      if (expectedVersion !== current) throw new Refusal('STALE', { current });
      refuse(backwards(validFrom, validTo));
      const documentId = expected(
        await this.documents.idNamed(reach, document, { quality: 'ROUNDING', pointer: '/document' }),
        'A document that was named is not there.',
      );
      const set = { ...given, validTo, documentId };
      const read = async () => expected(await found(), 'A rounding that was set is not there.');
      const kind = 'rounding.set' as const;
      if (before) {
        const change = { entity: CommuneRounding, before, kind, read };
        return this.records.change<CommuneRounding>(caller, change, set);
      }
      return this.records.add(caller, { commune, entity: CommuneRounding, kind }, async () => {
        const { communeId } = reach;
        await this.database.manager.insert(CommuneRounding, { ...set, validFrom, communeId, id: v7(), version: 1 });
        return read();
      });
    });
  }
}
