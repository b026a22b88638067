import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { AmountsService } from './amounts.service.js';
import { CommuneRoundingsController } from './commune-roundings.controller.js';
import { CommuneRoundingsQueries } from './commune-roundings.queries.js';
import { CommuneRoundingsResolver } from './commune-roundings.resolver.js';
import { CommuneRoundingsService } from './commune-roundings.service.js';
import { FundQueries } from './fund.queries.js';
import { FundsController } from './funds.controller.js';
import { FundsResolver } from './funds.resolver.js';
import { FundsService } from './funds.service.js';
import { MoneyQueries } from './money.queries.js';

@Module({
  imports: [CatalogueModule, DocumentsModule],
  controllers: [FundsController, CommuneRoundingsController],
  providers: [
    MoneyQueries,
    FundQueries,
    CommuneRoundingsQueries,
    AmountsService,
    FundsService,
    CommuneRoundingsService,
    FundsResolver,
    CommuneRoundingsResolver,
  ],
  exports: [AmountsService, FundsService],
})
export class MoneyModule {}
