import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.js';
import { externalInstallation, embeddedInstallation, keysFile } from './installation.js';
import { gracefulShutdown } from './running/graceful-shutdown.js';
import type { Settings } from './settings.js';
import { version } from './version.js';

/**
 * Milliseconds of the shutdown: for running requests, then for modules and tracer. With the stop of the embedded
 * PostgreSQL the program ends within ten seconds.
 */
const timeouts = { requests: 7_000, rest: 1_000 };

/** Serves until SIGINT or SIGTERM, or until the embedded PostgreSQL has ended for good: then the exit is 1. */
export async function serve(settings: Settings): Promise<void> {
  const starting = listen(settings);
  // A signal during the start is answered after the start. npm passes Ctrl-C on: the program gets it twice.
  const end = once(async () => {
    await (await starting).stop();
    process.exit(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void end().catch(() => process.exit(1)));
  const { address, watch } = await starting;
  if (!settings.databaseUrl) console.log(firstSteps(address, keysFile(settings.dataDir)));
  console.log(`ready ${address}`);
  await watch().catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}

async function listen(settings: Settings): Promise<{ address: string; watch(): Promise<void>; stop(): Promise<void> }> {
  const {
    url,
    clock,
    watch,
    stop: stopData,
  } = settings.databaseUrl
    ? await externalInstallation(settings.databaseUrl, settings)
    : await embeddedInstallation(settings, console.log);
  const tracing = settings.traces ? (await import('./running/tracing.js')).startTracing(version) : undefined;
  const folders = settings.databaseUrl ? [] : [join(settings.dataDir, 'postgres')];
  const app = await createApp({ ...settings, url, clock, tracing, folders }).catch((error: unknown) =>
    stopData().then(() => Promise.reject(error)),
  );
  const stopServer = gracefulShutdown(app.getHttpServer() as Server);
  const stop = async () => {
    await stopServer(timeouts.requests);
    await Promise.race([
      Promise.allSettled([app.close(), tracing?.stop()]),
      delay(timeouts.rest, undefined, { ref: false }),
    ]);
    await stopData();
  };
  logUncaughtExceptions(app.get(HttpAdapterHost).httpAdapter.getInstance<FastifyInstance>());
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await stop();
    const { code, message } = error as { code?: string; message: string };
    throw new Error(
      code === 'EADDRINUSE'
        ? `Port ${settings.port} of ${settings.host} is in use: set PORT to another.`
        : `The program cannot listen on HOST ${settings.host}, PORT ${settings.port}: ${message}.`,
    );
  }
  return { address: browserAddress(app.getHttpServer().address() as AddressInfo), watch, stop };
}

/** Logs an uncaught exception without values: Node would print it with the rows of a database error. */
function logUncaughtExceptions({ log }: FastifyInstance): void {
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'fault');
    process.exit(1);
  });
}

/** Address for a browser on this machine. */
function browserAddress({ address, port }: AddressInfo): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  return `http://${everywhere ? '127.0.0.1' : isIPv6(address) ? `[${address}]` : address}:${port}`;
}

/** Lines to paste into a shell. They read the key from its file: no key is printed. */
function firstSteps(address: string, keys: string): string {
  const bearer = `"Authorization: Bearer $(node -p "require('${keys}').district")"`;
  const query =
    '{ communes { nodes { key plan(key: \\"2023\\") { title indicators(first: 3) { nodes { code target } } } } } }';
  return [
    `page      ${address}/`,
    `REST      curl -s -H ${bearer} ${address}/v1/communes`,
    `GraphQL   curl -s -H ${bearer} -H 'content-type: application/json' ${address}/graphql -d '{"query":"${query}"}'`,
  ].join('\n');
}

function once<T>(work: () => T): () => T {
  let first: { result: T } | undefined;
  return () => (first ??= { result: work() }).result;
}
