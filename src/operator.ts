import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import 'reflect-metadata';
import { migrations } from '../migrations/all.js';
import { AccessService } from './access/access.service.js';
import type { Caller } from './access/caller.js';
import { roles } from './access/roles.js';
import { ActorsService } from './actors/actors.service.js';
import { AppointmentActsService } from './actors/appointment-acts.service.js';
import { ActorsQueries } from './actors/actors.queries.js';
import { KeyActsService } from './actors/key-acts.service.js';
import { explain } from './api/problem.js';
import { code, day } from './api/shapes.js';
import { bundled } from './catalogue/catalogue.data.js';
import { linesOf } from './catalogue/loading.rules.js';
import { LoadingService } from './catalogue/loading.service.js';
import { CommunesQueries } from './communes/communes.queries.js';
import { RegistryService, type AddCommune } from './communes/registry.service.js';
import { Database } from './database/database.js';
import { migrate as migrateDatabase } from './database/migrate.js';
import { ownerConnection, withServices } from './installation.js';
import { demandOneOf, demandShape, readArgument, texts } from './operator-arguments.js';
import { Refusal } from './refusals.js';
import { readSettings } from './settings.js';

/** Commands of the operator: they call the services of the API on the owner's connection. */

/** Runs the pending migrations; gives their names. */
export async function migrate(): Promise<string[]> {
  const settings = readSettings(process.env);
  const { ownerUrl, embedded, close } = await ownerConnection(settings);
  return migrateDatabase(ownerUrl, migrations, settings.runtimePassword ?? embedded?.runtimePassword).finally(close);
}

/** Arguments of `commune add`. */
export interface AddCommuneOptions {
  key: string;
  name: string;
  kind?: string;
  from?: string;
  gso?: string;
  predecessors?: string[];
}

/** Registers a commune. Errors: an argument of a wrong shape; a refusal. */
export function addCommune(options: AddCommuneOptions): Promise<void> {
  demandShape('KEY', code, options.key);
  demandShape('--from', day, options.from);
  const commune = {
    ...options,
    name: readArgument('NAME', options.name, texts.name),
    kind: readArgument('--kind', options.kind, texts.kind),
    gso: readArgument('--gso', options.gso, texts.code),
  };
  return asOperator(async (app, caller) => {
    await app.get(RegistryService).addCommune(caller, communeOf(commune));
  });
}

/** The record of a new commune. */
export const communeOf = ({ key, name, kind = 'xã', from, gso, predecessors }: AddCommuneOptions): AddCommune => ({
  key,
  name,
  kindText: kind,
  validFrom: from,
  identifiers: gso === undefined ? [] : [{ system: 'gso', value: gso, validFrom: from ?? null, validTo: null }],
  predecessors,
});

/** Arguments of `commune amend`. */
export interface AmendCommuneOptions {
  key: string;
  name: string;
  reason?: string;
}

/** Amends the name of a commune. Errors: an empty name; a refusal. */
export function amendCommune({ key, name: given, reason: why }: AmendCommuneOptions): Promise<void> {
  demandShape('KEY', code, key);
  const name = readArgument('NAME', given, texts.name);
  const reason = readArgument('--reason', why, texts.reason);
  return asOperator(async (app, caller) => {
    await app.get(RegistryService).amendCommune(caller, { key, name, reason });
  });
}

/** Arguments of `superior add`. */
export interface AddSuperiorOptions {
  key: string;
  name: string;
  kind?: string;
}

/** Registers a body that supervises communes. Errors: an argument of a wrong shape; a refusal. */
export function addSuperior({ key, name: given, kind = 'huyện' }: AddSuperiorOptions): Promise<void> {
  demandShape('KEY', code, key);
  const superior = {
    key,
    name: readArgument('NAME', given, texts.name),
    kindText: readArgument('--kind', kind, texts.kind),
  };
  return asOperator(async (app, caller) => {
    await app.get(RegistryService).addSuperior(caller, superior);
  });
}

/** Arguments of `supervise`. */
export interface SuperviseOptions {
  superior: string;
  supervised: string;
  from?: string;
  to?: string;
  superiorName?: string;
  superiorKind?: string;
}

/** Begins a supervision; with `to` alone ends the current one. With `superiorName` a new superior is registered. */
export function supervise({
  superior,
  supervised,
  from,
  to,
  superiorName,
  superiorKind = 'huyện',
}: SuperviseOptions): Promise<void> {
  demandShape('SUPERIOR', code, superior);
  demandShape('--from', day, from);
  demandShape('--to', day, to);
  if (from === undefined && to === undefined)
    throw new Error('Give --from to begin a supervision, or --to to end one.');
  if (from !== undefined && to !== undefined && to < from) throw new Error('--to is before --from.');
  const newName = readArgument('--superior-name', superiorName, texts.name);
  const newKind = readArgument('--superior-kind', superiorKind, texts.kind);
  return asOperator(async (app, caller) => {
    const known = await app.get(Database).read(caller, () => app.get(CommunesQueries).superiorByKey(superior));
    if (newName !== undefined && !known) {
      await app.get(RegistryService).addSuperior(caller, { key: superior, name: newName, kindText: newKind });
    }
    if (from !== undefined)
      await app.get(RegistryService).supervise(caller, { superior, supervised, validFrom: from, validTo: to });
    else if (to !== undefined)
      await app.get(RegistryService).endSupervision(caller, { superior, supervised, lastDay: to });
  });
}

/** Arguments of `key issue`. */
export interface IssueKeyOptions {
  actor: string;
  commune: string;
  role?: string;
  name?: string;
  kind?: string;
  unit?: string;
  superior?: string;
  scopes?: string[];
  expires?: string;
}

/**
 * Issues a key; it cannot be read again. With a role, actor and appointment are created in the same write, where they
 * are not there yet.
 */
export function issueKey({
  actor: key,
  commune,
  role: named,
  name = key,
  kind = 'SYSTEM',
  unit,
  superior,
  scopes,
  expires,
}: IssueKeyOptions): Promise<string> {
  demandShape('ACTOR', code, key);
  demandShape('--expires', day, expires);
  const implied = named ?? (superior === undefined ? undefined : 'SUPERIOR');
  const role = implied === undefined ? undefined : demandOneOf('--role', roles, implied);
  const holder = {
    key,
    name: readArgument('--name', name, texts.name),
    kind: demandOneOf('--kind', ['PERSON', 'SYSTEM'] as const, kind),
  };
  if ((role === 'SUPERIOR') !== (superior !== undefined))
    throw new Error('--role SUPERIOR and --superior need each other.');
  if (commune === 'registry' && role !== undefined && role !== 'SUPERIOR' && role !== 'AUDITOR')
    throw new Error('In the registry an actor is a SUPERIOR or an AUDITOR.');
  if (superior !== undefined && commune !== 'registry')
    throw new Error('The system of a superior belongs to no commune: leave --commune out.');
  // The last day ends at midnight in Asia/Ho_Chi_Minh.
  const expiresAt = expires === undefined ? undefined : `${expires}T23:59:59.999+07:00`;
  return asOperator((app, caller) => {
    const reach = caller.reachIn(commune);
    return app.get(Database).write(caller, reach.communeId, async () => {
      if (role === undefined) await app.get(ActorsService).actorByKey(caller, commune, key);
      else if (!(await app.get(ActorsQueries).holds(reach, { actor: key, role, unit, superior, on: caller.on })))
        await app
          .get(AppointmentActsService)
          .appoint(caller, commune, { actor: key, ...holder, role, unit, superior, validFrom: caller.on });
      const issued = await app.get(KeyActsService).issueKey(caller, commune, {
        actor: key,
        scopes,
        expiresAt,
      });
      return issued.key ?? '';
    });
  });
}

/** Loads the catalogue of a file, default: of the program. Gives lines on what is new or changed, and what gave way. */
export function loadCatalogue(file?: string): Promise<string[]> {
  const [catalogue, origin] =
    file === undefined ? ([bundled, 'PROGRAM'] as const) : ([readJson(file), 'OPERATOR'] as const);
  return asOperator(async (app, caller) => linesOf(await app.get(LoadingService).load(caller, catalogue, origin)));
}

/** Runs `work` with every right, on the owner's connection. */
export async function asOperator<T>(work: (app: INestApplicationContext, caller: Caller) => Promise<T>): Promise<T> {
  const { ownerUrl, clock, close } = await ownerConnection(readSettings(process.env));
  try {
    return await withServices(ownerUrl, clock, async (app) =>
      work(app, app.get(AccessService).operator(await app.get(RegistryService).everywhere())),
    );
  } catch (error) {
    throw operatorError(error);
  } finally {
    await close();
  }
}

/** Error with all points of a refusal; a fault stays as it is. */
function operatorError(error: unknown): unknown {
  if ((error as { code?: string }).code === '42P01')
    return new Error('The database has no tables yet: run thidua migrate first.');
  const { status, code: named, detail, errors } = explain(error, 'en', 'cli');
  return error instanceof Refusal || status < 500
    ? new Error(`${named}: ${[detail, ...errors.map((point) => `${point.pointer}: ${point.detail}`)].join('\n')}`)
    : error;
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
}
