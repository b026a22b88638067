import { Controller, Get } from '@nestjs/common';
import { Open } from '../access/open.js';
import { HealthService } from './health.service.js';

/** Probes for service managers and load balancers. */
@Controller('health')
export class HealthController {
  constructor(private readonly service: HealthService) {}

  @Get('live')
  @Open()
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Open()
  ready() {
    return this.service.ready();
  }
}
