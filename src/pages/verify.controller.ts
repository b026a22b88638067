import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Reply, Request } from '../api/request.js';
import { PageParameters } from './docs.inputs.js';
import { TypedCode } from './verify.inputs.js';
import { ServesPage } from './serves-page.js';
import { VerifyService } from './verify.service.js';

@Controller('verify')
export class VerifyController {
  constructor(private readonly service: VerifyService) {}

  @Get()
  @ServesPage()
  form(@Query() { code = '', lang }: TypedCode, @Req() request: Request, @Res({ passthrough: true }) reply: Reply) {
    return this.service.verify({ code, lang }, request, reply);
  }

  /** The rest of the path is the code, slashes included: every mistyped address gets a page, too. */
  @Get('*')
  @ServesPage()
  verify(
    @Param('*') code: string,
    @Query() { lang }: PageParameters,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    return this.service.verify({ code, lang }, request, reply);
  }
}
