import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { AmountsService } from './amounts.service.js';
import { MoneyQueries } from './money.queries.js';

@Module({
  imports: [CatalogueModule],
  providers: [MoneyQueries, AmountsService],
  exports: [AmountsService],
})
export class MoneyModule {}
