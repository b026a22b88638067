import { Injectable } from '@nestjs/common';
import type { Audience } from '../access/roles.js';
import { withoutPersonal } from '../api/shown.js';
import { Database } from '../database/database.js';
import { Fact } from '../facts/fact.entity.js';
import type { Erasable, Versioned } from './erasable.js';
import { withoutMentions } from './mentions.js';
import type { PersonalRecords } from './personal-records.js';

/** Ways in which a record loses the values of a person: its personal members, itself, or a reason about the person. */
@Injectable()
export class LossesService {
  constructor(private readonly database: Database) {}

  /** A fact goes with what it says: nothing is left to be judged by. */
  goes(fact: Fact): Erasable {
    const { communeId, id } = fact;
    return {
      ...{ kind: 'fact.erased', entity: Fact, audience: 'INSIDE', takenOut: true },
      record: withoutPersonal(Fact, fact),
      write: async () => void (await this.database.manager.delete(Fact, { communeId, id })),
      answer: (stored) => withoutPersonal(Fact, stored as Fact),
    };
  }

  /** Record of others that gives reasons about the person. `besides`: writes to other tables. */
  mention<T extends Versioned & { audience: Audience }>(
    { kind, entity }: { kind: Erasable['kind']; entity: new () => T },
    before: T,
    { held, besides }: { held: PersonalRecords; besides?: (record: T) => Promise<unknown> },
  ): Erasable {
    const { communeId, id, version, audience } = before;
    const write = async () => {
      await besides?.(before);
      await this.database.change<Versioned>(entity, { communeId, id, version }, {});
    };
    return { kind, entity, record: withoutMentions(before, held), audience, write, answer: (stored) => stored };
  }

  /**
   * `set`: columns to change. `besides`: writes to other tables. `less`: also removes members that are not declared
   * personal. `answer`: the same for a stored idempotent answer.
   */
  erasable<T extends Versioned & { audience: Audience }>(
    { kind, entity }: { kind: Erasable['kind']; entity: new () => object },
    before: T,
    {
      set,
      besides: also,
      less = (record) => record,
      answer = () => ({}),
    }: {
      set: (record: T) => object;
      besides?: (record: T) => Promise<unknown>;
      less?: (record: T) => T;
      answer?: (stored: object) => object;
    },
  ): Erasable {
    const record = less(withoutPersonal(entity, before));
    const write = async () => {
      await this.database.change(
        entity as new () => T,
        { communeId: before.communeId, id: before.id, version: before.version },
        set(record),
      );
      await also?.(record);
    };
    return {
      kind,
      entity: entity as new () => Versioned,
      record,
      audience: before.audience,
      write,
      answer: (stored) => ({ ...withoutPersonal(entity, stored), ...answer(stored) }),
    };
  }
}
