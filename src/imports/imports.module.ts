import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { EntryImporter } from './entry-importer.service.js';
import { ImportFormsService } from './import-forms.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { IndicatorImporter } from './indicator-importer.service.js';
import { NamesService } from './names.service.js';
import { TablesService } from './tables.service.js';
import { TargetImporter } from './target-importer.service.js';
import { UnitImporter } from './unit-importer.service.js';
import { UnitsMeantService } from './units-meant.service.js';

/** Spreadsheets as they are imported. */
@Module({
  imports: [IndicatorsModule, SubmissionsModule, UnitsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportFormsService,
    NamesService,
    TablesService,
    UnitsMeantService,
    UnitImporter,
    IndicatorImporter,
    TargetImporter,
    EntryImporter,
  ],
})
export class ImportsModule {}
