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

/** Reads the form after the caller was found to have the right, and before a transaction is open; closes the file when all is done. */
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

/** Marks an endpoint that takes a form: a part `file`, and the members of an input class as fields. */
export const Uploads = (input: Class): MethodDecorator =>
  applyDecorators(UseInterceptors(new UploadInterceptor(inputMembersOf(input))), ApiConsumes('multipart/form-data'));

/** The file of the form. */
export const UploadedFile = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().uploaded,
);
