import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { CommuneAt } from '../api/place.js';
import type { Reply, Request } from '../api/request.js';
import { BoardParameters, HomeAt } from './home.inputs.js';
import { HomeService } from './home.service.js';
import { ServesPage } from './serves-page.js';

@Controller()
export class HomeController {
  constructor(private readonly service: HomeService) {}

  @Get()
  @ServesPage()
  home(@Query() asked: HomeAt, @Req() request: Request, @Res({ passthrough: true }) reply: Reply) {
    return this.service.home(asked, request, reply);
  }

  @Get('communes/:commune')
  @ServesPage()
  board(
    @Param() { commune }: CommuneAt,
    @Query() asked: BoardParameters,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    return this.service.board({ ...asked, commune }, request, reply);
  }
}
