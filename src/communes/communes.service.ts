import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { found } from '../api/found.js';
import { firstOf, type Paging } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import type { Head } from '../journal/change.view.js';
import { ChangesQueries } from '../journal/changes.queries.js';
import type { Commune } from './commune.entity.js';
import type { AsOf } from './commune.inputs.js';
import { CommunesQueries } from './communes.queries.js';
import type { Superior, Supervision } from './superior.entity.js';

/** The registry as callers read it. */
@Injectable()
export class CommunesService {
  constructor(
    private readonly database: Database,
    private readonly queries: CommunesQueries,
    private readonly changes: ChangesQueries,
  ) {}

  /** The communes in reach, by key, each with its head. */
  communes(actor: Actor, page: Paging): Promise<Page<Commune>> {
    return this.database.read(actor, async () => {
      const [after = null] = (keysAfter(page.after, ['text']) ?? []) as readonly string[];
      const first = firstOf(page);
      const rows = await this.queries.communes(actor.everywhere(), after, first + 1);
      const heads = await this.changes.heads(rows.map(({ id }) => actor.inCommune(id)));
      return pageOf(
        rows.map((row, place) => ({ ...row, head: heads[place] })),
        first,
        ({ key }) => [key],
      );
    });
  }

  commune(actor: Actor, key: string): Promise<Commune> {
    return this.database.read(actor, async () => found(await this.queries.commune(actor.in(key))));
  }

  /** The heads of communes, in the order asked. */
  heads(actor: Actor, communeIds: readonly number[]): Promise<Head[]> {
    return this.database.read(actor, () => this.changes.heads(communeIds.map((id) => actor.inCommune(id))));
  }

  superiors(actor: Actor, commune: string, { asOf }: AsOf): Promise<Page<Superior>> {
    return this.database.read(actor, async () =>
      whole(await this.queries.superiors(actor.in(commune), asOf ?? actor.on)),
    );
  }

  supervisions(actor: Actor, commune: string): Promise<Page<Supervision>> {
    return this.database.read(actor, async () => whole(await this.queries.supervisions(actor.in(commune))));
  }
}

/** A list that is always short enough for one page. */
const whole = <T extends { id: string }>(rows: T[]): Page<T> => pageOf(rows, rows.length, ({ id }) => [id]);
