import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { ListAgenda } from './agenda.inputs.js';
import { AgendaService } from './agenda.service.js';
import { AgendaEntry } from './agenda.view.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/agenda')
export class AgendaController {
  constructor(private readonly service: AgendaService) {}

  @Get()
  @Operation('agenda', many(AgendaEntry))
  agenda(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() list: ListAgenda) {
    return this.service.agenda(caller, at.commune, list);
  }
}
