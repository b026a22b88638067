import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { imported, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, type UploadOnDisk } from '../api/request.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { UploadedFile, Uploads } from '../rest/upload.interceptor.js';
import { EntryImporter } from './entry-importer.service.js';
import { FactImporter } from './fact-importer.service.js';
import {
  ImportEntries,
  ImportFacts,
  ImportIndicators,
  ImportNominations,
  ImportTargets,
  ImportUnits,
} from './import.inputs.js';
import { asTable, ImportForm } from './import-form.view.js';
import { ImportFormsService } from './import-forms.service.js';
import { ImportReport } from './import-report.view.js';
import { ImportsService, rowsToMend } from './imports.service.js';
import { FormFor, ImportKindAt } from './template.inputs.js';
import { IndicatorImporter } from './indicator-importer.service.js';
import { NominationImporter } from './nomination-importer.service.js';
import { TargetImporter } from './target-importer.service.js';
import { UnitImporter } from './unit-importer.service.js';

const report = imported(ImportReport, rowsToMend);

@ApiTags('imports')
@Controller('v1/communes/:commune')
export class ImportsController {
  constructor(
    private readonly service: ImportsService,
    private readonly forms: ImportFormsService,
    private readonly units: UnitImporter,
    private readonly indicators: IndicatorImporter,
    private readonly targets: TargetImporter,
    private readonly entries: EntryImporter,
    private readonly facts: FactImporter,
    private readonly nominations: NominationImporter,
  ) {}

  @Post('imports/units')
  @Uploads(ImportUnits)
  @Operation('importUnits', report)
  importUnits(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportUnits,
    @UploadedFile() file: UploadOnDisk,
  ) {
    return this.service.run(caller, { ...at, importer: this.units }, { ...input, file });
  }

  @Post('imports/indicators')
  @Uploads(ImportIndicators)
  @Operation('importIndicators', report)
  importIndicators(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportIndicators,
    @UploadedFile() file: UploadOnDisk,
  ) {
    return this.service.run(caller, { ...at, importer: this.indicators }, { ...input, file });
  }

  @Post('imports/targets')
  @Uploads(ImportTargets)
  @Operation('importTargets', report)
  importTargets(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportTargets,
    @UploadedFile() file: UploadOnDisk,
  ) {
    return this.service.run(caller, { ...at, importer: this.targets }, { ...input, file });
  }

  @Post('imports/entries')
  @Uploads(ImportEntries)
  @Operation('importEntries', report)
  importEntries(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportEntries,
    @UploadedFile() file: UploadOnDisk,
  ) {
    return this.service.run(caller, { ...at, importer: this.entries }, { ...input, file });
  }

  @Post('imports/facts')
  @Uploads(ImportFacts)
  @Operation('importFacts', report)
  importFacts(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportFacts,
    @UploadedFile() file: UploadOnDisk,
  ) {
    return this.service.run(caller, { ...at, importer: this.facts }, { ...input, file });
  }

  @Post('imports/nominations')
  @Uploads(ImportNominations)
  @Operation('importNominations', report)
  importNominations(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportNominations,
    @UploadedFile() file: UploadOnDisk,
  ) {
    return this.service.run(caller, { ...at, importer: this.nominations }, { ...input, file });
  }

  @Get('imports/:kind/template')
  @Operation('importTemplate', one(ImportForm, { table: asTable }))
  importTemplate(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: ImportKindAt) {
    return this.forms.importTemplate(caller, { ...at, ...which });
  }

  @Get('plans/:plan/template')
  @Operation('submissionTemplate', one(ImportForm, { table: asTable }))
  submissionTemplate(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @Query() form: FormFor,
  ) {
    return this.forms.submissionTemplate(caller, { ...at, ...which, ...form });
  }
}
