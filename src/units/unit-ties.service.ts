import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { Resting } from './unit-correction.rules.js';
import type { Unit } from './unit.entity.js';

/** Lets records of a type at a unit end with it, or go on as they did before it ended. Part of a write. */
export type Follow = (caller: Caller, unit: Unit, reason: string) => Promise<void>;

/** Ties of a unit to records of later rooms, which a unit may not ask: the modules that have the records set them. */
@Injectable()
export class UnitTiesService {
  /** How appointments and memberships of councils follow the last day of their unit. */
  readonly following: Follow[] = [];

  /** Times of the records that rest on each unit, in the order asked. */
  restingOn: (reach: Reach, unitIds: readonly string[]) => Promise<Resting[][]> = () => Promise.resolve([]);

  /** Lets all that ends with a unit end with it, or go on as it did before the unit ended. Part of a write. */
  async followEnd(...given: Parameters<Follow>): Promise<void> {
    for (const follow of this.following) await follow(...given);
  }
}
