import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { Resting } from './unit-correction.rules.js';
import type { Unit } from './unit.entity.js';

/** Ties of a unit to records of later rooms, which a unit may not ask: the modules that have the records set them. */
@Injectable()
export class UnitTiesService {
  /** Lets appointments at a unit end with it, or go on as they did before it ended. Part of a write. */
  followEnd: (caller: Caller, unit: Unit, reason: string) => Promise<void> = () => Promise.resolve();

  /** Times of the records that rest on a unit. */
  restingOn: (reach: Reach, unitId: string) => Promise<Resting[]> = () => Promise.resolve([]);
}
