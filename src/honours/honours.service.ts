import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { pagedEach } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { ofEach } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { keysAlone } from '../database/projection.js';
import type { UnitAt } from '../units/unit.inputs.js';
import { UnitsService } from '../units/units.service.js';
import type { ListHonours } from './honour.inputs.js';
import { honourKinds, type Honour, type HonourKind } from './honour.view.js';
import { HonoursQueries, type HonourRow } from './honours.queries.js';
import { levelOf, sectorOf } from './issuer.rules.js';

/** A line as it is answered, with its place in the record. */
type Line = Honour & HonourRow;

const oldestFirst = {
  types: ['text', 'uuid'],
  keysOf: ({ place, recordId }: Line) => [place, recordId],
} as const;

/** Kinds of line that are made of facts. */
const ofFacts: readonly HonourKind[] = ['RATING', 'DUTY'];

/** The whole record of units and persons (thành tích): awards, standings, ratings, duties. */
@Injectable()
export class HonoursService {
  constructor(
    private readonly database: Database,
    private readonly queries: HonoursQueries,
    private readonly units: UnitsService,
  ) {}

  /** The record of a unit or person, the oldest first. Refusal: NOT_FOUND. */
  honours(caller: Caller, { commune, unit }: CommuneAt & UnitAt, list: ListHonours): Promise<Page<Honour>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await this.honoursOf(caller, [await this.units.unit(caller, { commune, unit }, keysAlone)], list),
      ),
    );
  }

  /** The same page of the record of each unit, in the order asked; ratings and duties for who reads facts. */
  honoursOf(
    caller: Caller,
    units: readonly RecordKey[],
    { kind: kinds = [...honourKinds], withPredecessors, ...page }: ListHonours,
  ): Promise<Page<Line>[]> {
    const kindsIn = ({ key }: Reach) =>
      caller.refusalFor('facts', key) === undefined ? kinds : kinds.filter((kind) => !ofFacts.includes(kind));
    return this.database.read(caller, () =>
      pagedEach(page, oldestFirst, async (slice) => {
        const asked = withReach(caller, units);
        const predecessorsOn = withPredecessors ? caller.on : undefined;
        const rows = await this.queries.honoursOf(asked, { kindsIn, predecessorsOn, ...slice });
        return ofEach(asked, rows.map(asHonour), ({ ofUnit }) => ofUnit);
      }),
    );
  }
}

/** A line with what the name of the office that gave an award tells. */
const asHonour = (row: HonourRow): Line => {
  const issuer = row.kind === 'AWARD' ? row.issuer : null;
  return {
    ...row,
    level: issuer === null ? null : levelOf(issuer),
    sector: issuer === null ? null : sectorOf(issuer),
  };
};
