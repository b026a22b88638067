import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { bytes, Operation, uploaded } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller, IfMatchWhere } from '../api/request.js';
import type { Uploaded } from '../rest/upload.js';
import { UploadedFile, Uploads } from '../rest/upload.interceptor.js';
import { FileAt, UploadFile } from './document.inputs.js';
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
  ) {}

  @Post()
  @Uploads(UploadFile)
  @Operation('uploadFile', uploaded(File, ({ id }) => id))
  uploadFile(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Body() input: UploadFile,
    @UploadedFile() file: Uploaded,
    @IfMatchWhere(
      'The ETag of the document the file is attached to: 412 when it has changed since, 428 without; not for a file that stands alone.',
    )
    version?: number,
  ) {
    return this.uploads.uploadFile(actor, at.commune, input, file, version);
  }

  @Get(':id')
  @Operation('downloadFile', bytes(File, mediaTypes))
  downloadFile(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: FileAt) {
    return this.service.downloadFile(actor, at.commune, which.id);
  }
}
