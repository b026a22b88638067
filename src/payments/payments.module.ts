import { Module } from '@nestjs/common';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { MoneyModule } from '../money/money.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AwardPaymentsResolver } from './award-payments.resolver.js';
import { PaymentActsService } from './payment-acts.service.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsQueries } from './payments.queries.js';
import { PaymentsResolver } from './payments.resolver.js';
import { PaymentsService } from './payments.service.js';

@Module({
  imports: [CommendationsModule, MoneyModule, UnitsModule],
  controllers: [PaymentsController],
  providers: [PaymentsQueries, PaymentsService, PaymentActsService, PaymentsResolver, AwardPaymentsResolver],
  exports: [PaymentsService, PaymentActsService],
})
export class PaymentsModule {}
