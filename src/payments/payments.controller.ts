import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import { Award } from '../commendations/award.entity.js';
import { AwardAt } from '../commendations/award.inputs.js';
import type { Projection } from '../database/projection.js';
import { Payment } from './payment.entity.js';
import { ListPayments, PayAwards, PaymentAt, PresentAwards, RecoverAward, RemovePayment } from './payment.inputs.js';
import { PaymentActsService } from './payment-acts.service.js';
import { PaymentsService } from './payments.service.js';
import { SeveralAwards } from './several-awards.view.js';

@ApiTags('awards')
@Controller('v1/communes/:commune')
export class PaymentsController {
  constructor(
    private readonly service: PaymentsService,
    private readonly acts: PaymentActsService,
  ) {}

  @Get('payments')
  @Operation('payments', many(Payment, { beside: ['unit.name', 'award.formName', 'award.numberText'] }))
  payments(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListPayments,
    @Needed() members?: Projection,
  ) {
    return this.service.payments(caller, at.commune, list, members);
  }

  @Get('payments/:id')
  @Operation('payment', one(Payment))
  payment(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PaymentAt,
    @Needed() members?: Projection,
  ) {
    return this.service.payment(caller, at.commune, which.id, members);
  }

  @Get('payments/:id/actions')
  @Operation('paymentActions', many(PossibleAct, { sheet: false }))
  paymentActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: PaymentAt) {
    return this.service.paymentActions(caller, at.commune, which.id);
  }

  @Post('payments/:id/remove')
  @Operation('removePayment', one(Payment))
  removePayment(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PaymentAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemovePayment,
  ) {
    return this.acts.removePayment(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('awards/pay')
  @Operation('payAwards', one(SeveralAwards))
  payAwards(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: PayAwards) {
    return this.acts.payAwards(caller, at.commune, input);
  }

  @Post('awards/present')
  @Operation('presentAwards', one(SeveralAwards))
  presentAwards(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: PresentAwards) {
    return this.acts.presentAwards(caller, at.commune, input);
  }

  @Post('awards/:id/recover')
  @Operation('recoverAward', one(Award))
  recoverAward(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RecoverAward,
  ) {
    return this.acts.recoverAward(caller, { ...at, ...which, expectedVersion }, input);
  }
}
