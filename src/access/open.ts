import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';

export const OPEN = 'thidua:open';

/** Marks a page or a probe that is no operation: it needs no key and is not listed in OpenAPI. */
export const Open = () => applyDecorators(SetMetadata(OPEN, true), ApiExcludeEndpoint());
