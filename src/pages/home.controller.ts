import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { Open } from '../access/open.js';
import { languageOf } from '../api/problem.js';
import type { Request } from '../api/request.js';
import { HomeAt } from './home.inputs.js';
import { HomeService } from './home.service.js';

@Controller()
export class HomeController {
  constructor(private readonly service: HomeService) {}

  @Get()
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  home(@Query() { commune }: HomeAt, @Req() request: Request) {
    return this.service.home(commune, request.id, languageOf(request.headers['accept-language']));
  }
}
