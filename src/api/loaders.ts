import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { Database } from '../database/database.js';

/** One DataLoader per edge and request, so that the edges of siblings are one read. */
@Injectable()
export class Loaders {
  constructor(private readonly database: Database) {}

  /** `batch` answers the keys in their order. Keys that are objects are compared by their JSON. */
  load<Key, Value>(edge: string, key: Key, batch: (keys: readonly Key[]) => Promise<readonly Value[]>): Promise<Value> {
    const loader = this.database.once(
      `loader:${edge}`,
      () => new DataLoader<Key, Value, string>(batch, { cacheKeyFn: (each) => JSON.stringify(each) }),
    );
    return loader.load(key);
  }
}
