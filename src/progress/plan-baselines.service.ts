import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { pageSize } from '../api/lists.js';
import type { LevelReached } from '../indicators/carry-over.rules.js';
import { PlanCarryOverService } from '../indicators/plan-carry-over.service.js';
import type { Plan } from '../indicators/plan.entity.js';
import { ProgressService } from './progress.service.js';

/** Levels that a plan came to, for the plan that takes it over. */
@Injectable()
export class PlanBaselinesService implements OnModuleInit {
  constructor(
    private readonly progress: ProgressService,
    private readonly carryOver: PlanCarryOverService,
  ) {}

  /** The carrying over is of an earlier room, which may not ask this one. */
  onModuleInit(): void {
    this.carryOver.levelsOf = (caller, plan) => this.levels(caller, plan);
  }

  private async levels(caller: Caller, plan: Plan): Promise<Map<string, LevelReached>> {
    const [page] = await this.progress.progressOfPlans(caller, [plan], { first: pageSize.most });
    const final = (page?.items ?? []).filter((row) => row.final);
    return new Map(final.flatMap(({ indicatorCode, cumulative }) => (cumulative ? [[indicatorCode, cumulative]] : [])));
  }
}
