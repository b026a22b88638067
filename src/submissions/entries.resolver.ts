import { Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
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
    private readonly loaders: Loaders,
  ) {}

  @Edge('indicator', 'indicator', Indicator, 'Indicator of the figure.')
  indicator(@Parent() { communeId, indicatorId }: Entry, @CurrentCaller() caller: Caller) {
    return this.loaders.load('indicator', { communeId, id: indicatorId }, (asked) =>
      this.indicators.indicatorsById(caller, asked),
    );
  }

  @Edge(
    'downloadFile',
    'evidence',
    [File],
    'Files that prove the value, but for personal files that you may not download.',
  )
  evidence(@Parent() { communeId, evidenceIds: ids }: Entry, @CurrentCaller() caller: Caller) {
    return this.loaders.load('files', { communeId, ids }, (asked) => this.files.readable(caller, asked));
  }
}
