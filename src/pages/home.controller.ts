import { Controller, Get, Header, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { Open } from '../access/open.js';
import { CommuneAt } from '../api/place.js';
import type { Reply, Request } from '../api/request.js';
import { BoardParameters, HomeAt } from './home.inputs.js';
import { HomeService } from './home.service.js';
import { pagePolicy } from './layout.js';
import { PageRefusalFilter } from './page-refusal.filter.js';

@Controller()
@UseFilters(PageRefusalFilter)
export class HomeController {
  constructor(private readonly service: HomeService) {}

  @Get()
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy)
  home(@Query() asked: HomeAt, @Req() request: Request, @Res({ passthrough: true }) reply: Reply) {
    return this.service.home(asked, request, reply);
  }

  @Get('communes/:commune')
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy)
  board(
    @Param() { commune }: CommuneAt,
    @Query() asked: BoardParameters,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    return this.service.board({ ...asked, commune }, request, reply);
  }
}
