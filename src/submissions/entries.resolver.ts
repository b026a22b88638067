import { Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { File } from '../documents/file.entity.js';
import { FilesService } from '../documents/files.service.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { Entry } from './entry.entity.js';

@Resolver(() => Entry)
export class EntriesResolver {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly files: FilesService,
  ) {}

  @Edge('indicator', Indicator, 'Indicator of the figure.')
  @Needs<Entry>('indicatorId')
  indicator(level: Level<Entry>, caller: Caller) {
    return level.named('indicatorId', (asked, members) => this.indicators.indicatorsById(caller, asked, members));
  }

  @Edge('downloadFile', [File], 'Files that prove the value, but for personal files that you may not download.')
  @Needs<Entry>('evidenceIds')
  evidence({ parents }: Level<Entry>, caller: Caller) {
    return this.files.readable(
      caller,
      parents.map(({ communeId, evidenceIds: ids }) => ({ communeId, ids })),
    );
  }
}
