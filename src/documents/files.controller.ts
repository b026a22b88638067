import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { bytes, one, Operation, uploaded } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, IfMatchWhere } from '../api/request.js';
import type { UploadOnDisk } from '../api/request.js';
import { UploadedFile, Uploads } from '../rest/upload.interceptor.js';
import { DocumentRemovalsService } from './document-removals.service.js';
import { FileAt, RemoveFile, UploadFile } from './document.inputs.js';
import { File } from './file.entity.js';
import { mediaTypes } from './file.rules.js';
import { FilesService } from './files.service.js';
import { UploadsService } from './uploads.service.js';

@ApiTags('documents')
@Controller('v1/communes/:commune/files')
export class FilesController {
  constructor(
    private readonly service: FilesService,
    private readonly uploads: UploadsService,
    private readonly removals: DocumentRemovalsService,
  ) {}

  @Post()
  @Uploads(UploadFile)
  @Operation('uploadFile', uploaded(File, ({ id }) => id))
  uploadFile(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Body() input: UploadFile,
    @UploadedFile() file: UploadOnDisk,
    @IfMatchWhere(
      'ETag of the document of the file: 412 when it has changed, 428 without. None for a file without a document.',
    )
    expectedVersion?: number,
  ) {
    return this.uploads.uploadFile(caller, { ...at, expectedVersion }, { ...input, file });
  }

  @Post(':id/remove')
  @Operation('removeFile', one(File))
  removeFile(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: FileAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveFile,
  ) {
    return this.removals.removeFile(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Get(':id')
  @Operation('downloadFile', bytes(File, mediaTypes))
  downloadFile(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: FileAt) {
    return this.service.downloadFile(caller, at.commune, which.id);
  }
}
