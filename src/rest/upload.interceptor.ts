import {
  applyDecorators,
  createParamDecorator,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { inputMembersOf } from '../api/asked.js';
import type { Request } from '../api/request.js';
import type { Class } from '../api/shapes.js';
import { receiveForm } from './upload.js';

/** Reads the form after authorization and before a transaction begins; closes the file at the end. */
class UploadInterceptor implements NestInterceptor {
  constructor(private readonly fields: readonly string[]) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.handled(context.switchToHttp().getRequest<Request>(), next));
  }

  private async handled(request: Request, next: CallHandler): Promise<unknown> {
    const uploaded = await receiveForm(request.raw, this.fields);
    try {
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
  applyDecorators(UseInterceptors(new UploadInterceptor(inputMembersOf(input))), ApiConsumes('multipart/form-data'));

/** Parameter: the uploaded file. */
export const UploadedFile = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().uploaded,
);
