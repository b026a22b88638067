import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { RecordsService } from '../journal/records.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { SchemeAt } from './scheme.inputs.js';
import { ScoreSheetActsService } from './score-sheet-acts.service.js';
import { ScoreSheet } from './score-sheet.entity.js';
import {
  ConcludeScore,
  DropScores,
  ListScoreSheets,
  ReturnScores,
  ScoresAt,
  ScoreSheetAt,
  SelfScore,
  VerifyScore,
} from './score-sheet.inputs.js';
import { ScoreSheetsService } from './score-sheets.service.js';

@Resolver(() => ScoreSheet)
export class ScoreSheetsResolver {
  constructor(
    private readonly service: ScoreSheetsService,
    private readonly acts: ScoreSheetActsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('scoreSheets', Connection(ScoreSheet))
  async scoreSheets(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListScoreSheets,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.scoreSheets(caller, { ...at, ...of }, list, members));
  }

  @Reads('scoreSheet', ScoreSheet)
  scoreSheet(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ScoreSheetAt,
    @Needed() members?: Projection,
  ) {
    return this.service.scoreSheet(caller, at.commune, which.id, members);
  }

  @Acts('selfScore', ScoreSheet)
  selfScore(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: SchemeAt,
    @Args() place: ScoresAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SelfScore,
  ) {
    return this.acts.selfScore(caller, { ...at, ...of, ...which, ...place, expectedVersion }, input);
  }

  @Acts('submitScores', ScoreSheet)
  submitScores(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ScoreSheetAt,
    @ExpectedVersion() expectedVersion: number,
  ) {
    return this.acts.submitScores(caller, { ...at, ...which, expectedVersion });
  }

  @Acts('returnScores', ScoreSheet)
  returnScores(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ScoreSheetAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReturnScores,
  ) {
    return this.acts.returnScores(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('verifyScore', ScoreSheet)
  verifyScore(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ScoreSheetAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: VerifyScore,
  ) {
    return this.acts.verifyScore(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('concludeScore', ScoreSheet)
  concludeScore(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ScoreSheetAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ConcludeScore,
  ) {
    return this.acts.concludeScore(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('dropScores', ScoreSheet)
  dropScores(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ScoreSheetAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropScores,
  ) {
    return this.acts.dropScores(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('scoreSheetActions')
  actions({ parents }: Level<ScoreSheet>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('unit', Unit, 'Unit that is scored, as it is today.')
  @Needs<ScoreSheet>('unitId')
  unit(level: Level<ScoreSheet>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
