import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';

export const OPEN = 'thidua:open';

/** A page or a probe that is no operation: anybody may ask, it acts for nobody, and OpenAPI does not list it. */
export const Open = () => applyDecorators(SetMetadata(OPEN, true), ApiExcludeEndpoint());
