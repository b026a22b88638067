import { Controller, Get, Header, Req } from '@nestjs/common';
import { Open } from '../access/open.js';
import type { Request } from '../api/request.js';
import { MetricsService } from './metrics.service.js';

/** Scrape target for Prometheus. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly service: MetricsService) {}

  @Get()
  @Open()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(@Req() { raw }: Request) {
    return this.service.scrape(raw.socket.remoteAddress);
  }
}
