import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSourceOptions } from 'typeorm';
import { dataSource } from './data-source.js';
import { Database } from './database.js';
import { mostPrepared } from './prepared.js';

/** Connection of the runtime role, and the tables that TypeORM writes. */
export interface DatabaseOptions {
  url: string;
  poolSize: number;
  preparedStatements: boolean;
  entities: DataSourceOptions['entities'];
  /** Migrations that the database must have, and no other: else writes are refused. */
  migrations: DataSourceOptions['migrations'];
}

/** Provides `Database`; closes its pool at the shutdown. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static forRoot({ url, poolSize, preparedStatements, entities, migrations }: DatabaseOptions): DynamicModule {
    const useFactory = async () =>
      new Database(
        await dataSource(url, { entities, migrations, poolSize }).initialize(),
        preparedStatements ? mostPrepared : 0,
      );
    return { module: DatabaseModule, providers: [{ provide: Database, useFactory }], exports: [Database] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.source.destroy();
  }
}
