import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import { Award } from '../commendations/award.entity.js';
import { AwardAt } from '../commendations/award.inputs.js';
import { AwardsService } from '../commendations/awards.service.js';
import type { Projection } from '../database/projection.js';
import { RecordsService } from '../journal/records.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Payment } from './payment.entity.js';
import { ListPayments, PayAwards, PaymentAt, PresentAwards, RecoverAward, RemovePayment } from './payment.inputs.js';
import { PaymentActsService } from './payment-acts.service.js';
import { PaymentsService } from './payments.service.js';
import { SeveralAwards } from './several-awards.view.js';

@Resolver(() => Payment)
export class PaymentsResolver {
  constructor(
    private readonly service: PaymentsService,
    private readonly acts: PaymentActsService,
    private readonly awards: AwardsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('payments', Connection(Payment))
  async payments(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListPayments,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.payments(caller, at.commune, list, members));
  }

  @Reads('payment', Payment)
  payment(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PaymentAt,
    @Needed() members?: Projection,
  ) {
    return this.service.payment(caller, at.commune, which.id, members);
  }

  @Acts('payAwards', SeveralAwards)
  payAwards(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: PayAwards) {
    return this.acts.payAwards(caller, at.commune, input);
  }

  @Acts('presentAwards', SeveralAwards)
  presentAwards(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: PresentAwards) {
    return this.acts.presentAwards(caller, at.commune, input);
  }

  @Acts('recoverAward', Award)
  recoverAward(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: AwardAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RecoverAward,
  ) {
    return this.acts.recoverAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('removePayment', Payment)
  removePayment(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: PaymentAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemovePayment,
  ) {
    return this.acts.removePayment(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('paymentActions')
  actions({ parents }: Level<Payment>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('award', Award, 'Award that was paid, or whose money came back.')
  @Needs<Payment>('awardId')
  award(level: Level<Payment>, caller: Caller) {
    return level.named('awardId', (asked, members) => this.awards.awardsById(caller, asked, members));
  }

  @Edge('unit', Unit, 'Recipient of the award, as valid today.')
  @Needs<Payment>('unitId')
  unit(level: Level<Payment>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
