import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { Open } from '../access/open.js';
import { languageOf } from '../api/refusal.js';
import type { Request } from '../api/request.js';
import { CodeAt } from '../commendations/award.inputs.js';
import { VerifyService } from './verify.service.js';

@Controller('verify')
export class VerifyController {
  constructor(private readonly service: VerifyService) {}

  @Get(':code')
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  @Header('cache-control', 'no-cache')
  verify(@Param() { code }: CodeAt, @Req() request: Request) {
    return this.service.verify(code, request.id, languageOf(request.headers['accept-language']));
  }
}
