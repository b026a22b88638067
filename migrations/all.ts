import { readdirSync } from 'node:fs';
import type { MigrationInterface } from 'typeorm';

type Migration = new () => MigrationInterface;

/** The migrations of this folder; a file's name begins with its time. */
const files = readdirSync(import.meta.dirname).filter((name) => /^\d+-[\w-]+\.[jt]s$/.test(name));
const modules = await Promise.all(
  files.sort().map((name) => import(`./${name}`) as Promise<Record<string, Migration>>),
);

/** Every migration, oldest first. */
export const migrations = modules.flatMap((module) => Object.values(module));
