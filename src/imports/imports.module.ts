import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { UnitImporter } from './unit-importer.service.js';
import { UnitsMeantService } from './units-meant.service.js';

/** Spreadsheets as they are imported. */
@Module({
  imports: [JournalModule, UnitsModule],
  controllers: [ImportsController],
  providers: [ImportsService, UnitsMeantService, UnitImporter],
})
export class ImportsModule {}
