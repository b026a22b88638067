import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiConsumes } from '@nestjs/swagger';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { inputMembersOf } from '../api/asked.js';
import type { Request } from '../api/request.js';
import type { Class } from '../api/shape.js';
import { UploadLimits } from '../limits/upload-limits.js';
import { receiveForm } from './upload.js';

const FORM_FIELDS = 'thidua:form-fields';

/** Reads the form after authorization and before a transaction begins; closes the file at the end. */
@Injectable()
class UploadInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: UploadLimits,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const fields = this.reflector.get<readonly string[]>(FORM_FIELDS, context.getHandler());
    return from(this.handled(context.switchToHttp().getRequest<Request>(), fields, next));
  }

  private async handled(request: Request, fields: readonly string[], next: CallHandler): Promise<unknown> {
    const actor = String(request.caller?.id);
    const uploaded = await this.limits.within(actor, () => receiveForm(request.raw, fields));
    try {
      this.limits.count(actor, uploaded.bytes.size);
      request.body = uploaded.fields;
      request.uploaded = uploaded;
      return await lastValueFrom<unknown>(next.handle());
    } finally {
      uploaded.bytes.close();
    }
  }
}

/** Marks an endpoint with an upload: a form with a part `file` and the members of an input class. */
export const Uploads = (input: Class): MethodDecorator =>
  applyDecorators(
    SetMetadata(FORM_FIELDS, inputMembersOf(input)),
    UseInterceptors(UploadInterceptor),
    ApiConsumes('multipart/form-data'),
  );

/** Parameter: the uploaded file. */
export const UploadedFile = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().uploaded,
);
