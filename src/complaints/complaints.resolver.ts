import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import { Award } from '../commendations/award.entity.js';
import { AwardsService } from '../commendations/awards.service.js';
import type { Projection } from '../database/projection.js';
import { RecordsService } from '../journal/records.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { ComplaintActsService } from './complaint-acts.service.js';
import { Complaint } from './complaint.entity.js';
import { Complain, ComplaintAt, ListComplaints, SettleComplaint, WithdrawComplaint } from './complaint.inputs.js';
import { ComplaintsService } from './complaints.service.js';

@Resolver(() => Complaint)
export class ComplaintsResolver {
  constructor(
    private readonly service: ComplaintsService,
    private readonly acts: ComplaintActsService,
    private readonly awards: AwardsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('complaints', Connection(Complaint))
  async complaints(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListComplaints,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.complaints(caller, at.commune, list, members));
  }

  @Reads('complaint', Complaint)
  complaint(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ComplaintAt,
    @Needed() members?: Projection,
  ) {
    return this.service.complaint(caller, at.commune, which.id, members);
  }

  @Acts('complain', Complaint)
  complain(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: Complain) {
    return this.acts.complain(caller, at.commune, input);
  }

  @Acts('settleComplaint', Complaint)
  settleComplaint(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ComplaintAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SettleComplaint,
  ) {
    return this.acts.settleComplaint(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('withdrawComplaint', Complaint)
  withdrawComplaint(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: ComplaintAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: WithdrawComplaint,
  ) {
    return this.acts.withdrawComplaint(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('complaintActions')
  actions({ parents }: Level<Complaint>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('award', Award, 'Award complained about.')
  @Needs<Complaint>('awardId')
  award(level: Level<Complaint>, caller: Caller) {
    return level.named('awardId', (asked, members) => this.awards.awardsById(caller, asked, members));
  }

  @Edge('unit', Unit, 'Recipient of the award, as valid today.')
  @Needs<Complaint>('unitId')
  unit(level: Level<Complaint>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
