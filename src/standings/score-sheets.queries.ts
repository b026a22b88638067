import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, isOwn, isWithin, refersTo, where } from '../database/where.js';
import type { PlanState } from '../indicators/plan.entity.js';
import type { PlanSettings } from '../indicators/plan-settings.view.js';
import { termOn } from '../units/units.queries.js';
import type { SheetColumns } from './scoring-inputs.rules.js';
import { ScoreSheet } from './score-sheet.entity.js';
import type { ScoreSheetState } from './score-sheet.workflow.js';

/** A score sheet with what deciding about it needs. */
export interface ScoreSheetRow extends ScoreSheet {
  planState: PlanState;
  planSettings: PlanSettings;
  /** Path of its unit on the day asked. */
  unitPath: string;
}

/** Neighbours of rows `s`, and the day on which the place of the unit is asked for: $3. $1 is the commune. */
const neighbours = `
  left join plan p on p.commune_id = $1 and p.id = s.plan_id
  left join unit u on u.commune_id = $1 and u.id = s.unit_id
  cross join (select $3::date as day) asked`;

const columns = selectList<ScoreSheetRow>(ScoreSheet, 's', {
  computed: {
    plan: 'p.key',
    planState: 'p.state',
    planSettings: 'p.settings',
    unitCode: 'u.code',
    unitKind: 'u.kind',
    unitPath: `(select path from ${termOn('$1', 's.unit_id', 'asked.day')} t)`,
  },
});

/** Sheets that a reach shows: a bound key those of its units, a caller who only reports those of the own units. */
const shown = ({ units, draftsAt }: Reach) => ({ own: isOwn('s', units), within: isWithin('s', draftsAt) });

/** Place of a sheet, whether there is one or not. */
export interface SheetPlace {
  planId: string;
  scheme: string;
  period: string;
  unitId: string;
}

@Injectable()
export class ScoreSheetsQueries {
  constructor(private readonly database: Database) {}

  /** Score sheets of a plan, the newest first. */
  sheets(
    reach: Reach,
    {
      planId,
      schemes,
      periods,
      units,
      states,
      after,
      limit,
      on,
    }: {
      planId: string;
      schemes?: readonly string[];
      periods?: readonly string[];
      units?: readonly string[];
      states?: readonly ScoreSheetState[];
      after: readonly [string] | null;
      limit: number;
      on: string;
    },
    members?: Projection,
  ): Promise<ScoreSheetRow[]> {
    const { shape, text } = columns(members);
    const asked = where([reach.communeId, reach.sees, on, planId, limit], {
      ...shown(reach),
      schemes: isAny('s.scheme', schemes),
      periods: isAny('s.period', periods),
      units: refersTo('s.unit_id', 'unit.code', units),
      states: isAny('s.state', states),
      after: [after?.[0], (id) => `s.id < ${id}`],
    });
    return this.database.rows(
      `score-sheets.sheets${asked.name}${shape}`,
      `select ${text}
       from (
         select s.* from score_sheet s
         where s.commune_id = $1 and s.plan_id = $4 and s.audience >= $2::audience${asked.text}
         order by s.id desc limit $5) s ${neighbours}
       order by s.id desc`,
      asked.values,
    );
  }

  /** Score sheets by id. */
  sheetsById(
    asked: readonly { reach: Reach; id: string }[],
    on: string,
    members?: Projection,
  ): Promise<InAskedOrder<ScoreSheetRow>> {
    const { shape, text } = columns(members);
    return byIds(asked, (reach, ids) => {
      const seen = where([reach.communeId, reach.sees, on, ids], shown(reach));
      return this.database.rows(
        `score-sheets.sheetsById${seen.name}${shape}`,
        `select ${text} from score_sheet s ${neighbours}
         where s.commune_id = $1 and s.audience >= $2::audience and s.id = any ($4)${seen.text}`,
        seen.values,
      );
    });
  }

  /** Id of the sheet at a place, held until this write ends. */
  async held({ communeId }: Reach, { planId, scheme, period, unitId }: SheetPlace): Promise<string | undefined> {
    const row = await this.database.row<{ id: string }>(
      'score-sheets.held',
      `select id from score_sheet
       where commune_id = $1 and plan_id = $2 and scheme = $3 and period = $4 and unit_id = $5 for update`,
      [communeId, planId, scheme, period, unitId],
    );
    return row?.id;
  }

  /** Locks a sheet until this write ends. Its plan is not closed meanwhile. */
  async lock({ communeId }: Reach, id: string): Promise<void> {
    await this.database.rows(
      'score-sheets.lock.plan',
      `select from plan
       where commune_id = $1 and id = (select plan_id from score_sheet where commune_id = $1 and id = $2) for share`,
      [communeId, id],
    );
    await this.database.rows(
      'score-sheets.lock',
      'select from score_sheet where commune_id = $1 and id = $2 for update',
      [communeId, id],
    );
  }

  /** The columns of all sheets of a scheme and period, by the code of the unit; whoever asks, of all units. */
  columns(
    { communeId }: Reach,
    { planId, scheme, period }: { planId: string; scheme: string; period: string },
  ): Promise<SheetColumns[]> {
    return this.database.rows(
      'score-sheets.columns',
      `select s.id, s.version, u.code as "unitCode", s.self, s.verified, s.final, s.allowances, s.exceptions
       from score_sheet s join unit u on u.commune_id = $1 and u.id = s.unit_id
       where s.commune_id = $1 and s.plan_id = $2 and s.scheme = $3 and s.period = $4 order by u.code`,
      [communeId, planId, scheme, period],
    );
  }
}
