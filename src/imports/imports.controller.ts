import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { imported, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, type Uploaded } from '../api/request.js';
import { UploadedFile, Uploads } from '../rest/upload.interceptor.js';
import { EntryImporter } from './entry-importer.service.js';
import { ImportEntries, ImportTargets, ImportUnits } from './import.inputs.js';
import { ImportReport } from './import-report.view.js';
import { ImportsService, rowsToMend } from './imports.service.js';
import { TargetImporter } from './target-importer.service.js';
import { UnitImporter } from './unit-importer.service.js';

const report = imported(ImportReport, rowsToMend);

@ApiTags('imports')
@Controller('v1/communes/:commune/imports')
export class ImportsController {
  constructor(
    private readonly service: ImportsService,
    private readonly units: UnitImporter,
    private readonly targets: TargetImporter,
    private readonly entries: EntryImporter,
  ) {}

  @Post('units')
  @Uploads(ImportUnits)
  @Operation('importUnits', report)
  importUnits(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportUnits,
    @UploadedFile() file: Uploaded,
  ) {
    return this.service.run(caller, { ...at, importer: this.units }, { ...input, file });
  }

  @Post('targets')
  @Uploads(ImportTargets)
  @Operation('importTargets', report)
  importTargets(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportTargets,
    @UploadedFile() file: Uploaded,
  ) {
    return this.service.run(caller, { ...at, importer: this.targets }, { ...input, file });
  }

  @Post('entries')
  @Uploads(ImportEntries)
  @Operation('importEntries', report)
  importEntries(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: ImportEntries,
    @UploadedFile() file: Uploaded,
  ) {
    return this.service.run(caller, { ...at, importer: this.entries }, { ...input, file });
  }
}
