import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { bytes, many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { wholeBytes } from '../rest/bytes.js';
import { AgendaCalendar } from './agenda-calendar.view.js';
import { CalendarAddress, ListAgenda } from './agenda.inputs.js';
import { AgendaService } from './agenda.service.js';
import { AgendaEntry } from './agenda.view.js';

const calendarFile = (calendar: AgendaCalendar) =>
  wholeBytes(Buffer.from(calendar.text), {
    of: calendar,
    name: 'viec-can-lam.ics',
    mediaType: 'text/calendar; charset=utf-8',
  });

@ApiTags('nominations')
@Controller('v1/communes/:commune/agenda')
export class AgendaController {
  constructor(private readonly service: AgendaService) {}

  @Get()
  @Operation('agenda', many(AgendaEntry))
  agenda(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() list: ListAgenda) {
    return this.service.agenda(caller, at.commune, list);
  }

  @Get('calendar')
  @Operation('agendaCalendar', bytes(AgendaCalendar, ['text/calendar']))
  async agendaCalendar(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() _address: CalendarAddress) {
    return calendarFile(await this.service.agendaCalendar(caller, at.commune));
  }
}
