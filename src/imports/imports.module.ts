import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { EntryImporter } from './entry-importer.service.js';
import { FactImporter } from './fact-importer.service.js';
import { ImportFormsService } from './import-forms.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { IndicatorImporter } from './indicator-importer.service.js';
import { NamesService } from './names.service.js';
import { NominationImporter } from './nomination-importer.service.js';
import { NomineesNamedService } from './nominees-named.service.js';
import { TablesService } from './tables.service.js';
import { TargetImporter } from './target-importer.service.js';
import { UnitImporter } from './unit-importer.service.js';
import { UnitsMeantService } from './units-meant.service.js';

/** Spreadsheets as they are imported. */
@Module({
  imports: [CatalogueModule, FactsModule, IndicatorsModule, NominationsModule, SubmissionsModule, UnitsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportFormsService,
    NamesService,
    TablesService,
    UnitsMeantService,
    NomineesNamedService,
    UnitImporter,
    IndicatorImporter,
    TargetImporter,
    EntryImporter,
    FactImporter,
    NominationImporter,
  ],
})
export class ImportsModule {}
