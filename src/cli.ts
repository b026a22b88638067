#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { help } from './cli-help.data.js';

/** Command line `thidua`. A command imports its own modules: `pull` and `verify` need neither Nest nor a database. */

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const texts = { type: 'string', multiple: true } as const;

const demand = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`${name} is missing; see thidua --help.`);
  return value;
};

function demandAtMost(positionals: readonly string[], count: number): void {
  if (positionals.length > count) throw new Error(`Unexpected argument "${positionals[count]}"; see thidua --help.`);
}

async function serve(args: string[]): Promise<void> {
  parseArgs({ args });
  const { readSettings } = await import('./settings.js');
  await import('reflect-metadata');
  await (await import('./serve.js')).serve(readSettings(process.env));
}

async function migrate(args: string[]): Promise<void> {
  parseArgs({ args });
  const done = await (await import('./operator.js')).migrate();
  console.log(done.length === 0 ? 'nothing to migrate' : done.join('\n'));
}

async function communeAdd(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { kind: text, from: text, gso: text, predecessor: texts },
  });
  const [key, name] = positionals;
  demandAtMost(positionals, 2);
  const { from: file, ...others } = values;
  if (key === undefined && file !== undefined && Object.keys(others).length === 0)
    return console.log((await (await import('./operator-communes.js')).addCommunes(file)).join('\n'));
  await (
    await import('./operator.js')
  ).addCommune({ ...values, key: demand(key, 'KEY'), name: demand(name, 'NAME'), predecessors: values.predecessor });
}

async function communeAmend(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { name: text, reason: text } });
  demandAtMost(positionals, 2);
  const [key, name = values.name] = positionals;
  await (
    await import('./operator.js')
  ).amendCommune({ key: demand(key, 'KEY'), name: demand(name, 'NAME'), reason: values.reason });
}

async function superiorAdd(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { kind: text } });
  const [key, name] = positionals;
  demandAtMost(positionals, 2);
  await (await import('./operator.js')).addSuperior({ ...values, key: demand(key, 'KEY'), name: demand(name, 'NAME') });
}

async function supervise(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { from: text, to: text, 'superior-name': text, 'superior-kind': text },
  });
  const [superior, supervised] = positionals;
  demandAtMost(positionals, 2);
  await (
    await import('./operator.js')
  ).supervise({
    superior: demand(superior, 'SUPERIOR'),
    supervised: demand(supervised, 'KEY'),
    from: values.from,
    to: values.to,
    superiorName: values['superior-name'],
    superiorKind: values['superior-kind'],
  });
}

async function keyIssue(args: string[]): Promise<void> {
  const options = {
    commune: text,
    role: text,
    name: text,
    kind: text,
    unit: text,
    superior: text,
    scope: texts,
    expires: text,
  };
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  demandAtMost(positionals, 1);
  const commune = demand(values.commune ?? (values.superior && 'registry'), '--commune');
  console.log(
    await (
      await import('./operator.js')
    ).issueKey({ ...values, actor: demand(positionals[0], 'ACTOR'), commune, scopes: values.scope }),
  );
}

async function keyList(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { commune: text } });
  console.log((await (await import('./operator-keys.js')).listKeys(values.commune ?? 'registry')).join('\n'));
}

const keyAct = (act: 'confirm' | 'revoke' | 'rotate') => async (args: string[]) => {
  const options = {
    ...(act === 'revoke' && { reason: text }),
    ...(act === 'rotate' && { 'overlap-minutes': text }),
  };
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const { reason, 'overlap-minutes': minutes } = values as Record<string, string | undefined>;
  demandAtMost(positionals, 1);
  if (act === 'revoke') demand(reason, '--reason');
  if (minutes !== undefined && !/^\d{1,5}$/.test(minutes))
    throw new Error(`--overlap-minutes is not valid: "${minutes}".`);
  const key = await (
    await import('./operator-keys.js')
  ).actOnKey(act, demand(positionals[0], 'KEY'), {
    reason,
    overlapMinutes: minutes === undefined ? undefined : Number(minutes),
  });
  if (key !== undefined) console.log(key);
};

async function catalogueLoad(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  demandAtMost(positionals, 1);
  const loaded = await (await import('./operator.js')).loadCatalogue(positionals[0]);
  console.log(loaded.length === 0 ? 'nothing to load' : loaded.join('\n'));
}

async function audit(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { commune: text } });
  const audits = await (await import('./operator-audit.js')).audit(values.commune);
  for (const { commune, records, differences } of audits) {
    const counts = Object.entries(records).flatMap(([type, count]) => (count > 0 ? [`${type} ${count}`] : []));
    console.log(`${commune}  ${differences.length} differences: ${counts.join(', ') || 'no records'}`);
    for (const { type, id, what } of differences) console.log(`WRONG  ${commune} ${type} ${id}: ${what}`);
  }
  if (audits.some(({ differences }) => differences.length > 0)) process.exitCode = 3;
}

async function pull(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { url: text, key: text, into: text, 'accept-other-history': flag, insecure: flag },
  });
  const key = demand(values.key ?? process.env.THIDUA_KEY, '--key');
  const progress = process.stderr.isTTY ? (line: string) => process.stderr.write(`\r\x1b[K${line}`) : undefined;
  const log = (line: string) => {
    progress?.('');
    console.log(line);
  };
  const pulled = await (
    await import('./exchange/pull.js')
  ).pull({
    url: demand(values.url, '--url'),
    key,
    into: demand(values.into, '--into'),
    acceptOtherHistory: values['accept-other-history'],
    insecure: values.insecure,
    log,
    progress,
  });
  if (pulled.some(({ refused }) => refused)) process.exitCode = 2;
  if (pulled.some(({ unverified }) => unverified)) process.exitCode = 3;
}

async function verify(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  demandAtMost(positionals, 1);
  const dir = demand(positionals[0], 'DIR');
  const verified = await (await import('./exchange/verify.js')).verify(dir);
  if (verified.length === 0) throw new Error(`${dir} has no folder of a commune: is it the --into of a pull?`);
  for (const { commune, changes, head, sight, from, standings, unverified } of verified) {
    const taken = from ? `, from a snapshot at ${from.position} on` : '';
    const seen = sight ? `, as ${sight.sees} sees it${sight.bound ? ' with a key bound to a unit' : ''}` : '';
    console.log(
      unverified
        ? `WRONG  ${unverified}`
        : `${commune}  in order: ${changes} changes, head ${head.position} ${head.hash}${seen}${taken}`,
    );
    if (standings && standings.tables + standings.unseen > 0) console.log(`${commune}  ${recomputed(standings)}`);
  }
  if (verified.some(({ unverified }) => unverified)) process.exitCode = 3;
}

const recomputed = ({ tables, rows, unseen }: { tables: number; rows: number; unseen: number }) =>
  `standings: ${tables} tables, ${rows} rows recomputed${unseen > 0 ? `; ${unseen} tables not seen by this key` : ''}`;

const commands = new Map([
  ['serve', serve],
  ['migrate', migrate],
  ['commune add', communeAdd],
  ['commune amend', communeAmend],
  ['superior add', superiorAdd],
  ['supervise', supervise],
  ['key issue', keyIssue],
  ['key list', keyList],
  ['key confirm', keyAct('confirm')],
  ['key revoke', keyAct('revoke')],
  ['key rotate', keyAct('rotate')],
  ['catalogue load', catalogueLoad],
  ['audit', audit],
  ['pull', pull],
  ['verify', verify],
]);

async function run(args: string[]): Promise<void> {
  if (args.length === 0 || args.some((word) => ['--help', '-h', 'help'].includes(word))) return console.log(help);
  for (const words of [2, 1]) {
    const command = commands.get(args.slice(0, words).join(' '));
    if (command) return command(args.slice(words));
  }
  throw new Error(`There is no command "${args[0]}"; see thidua --help.`);
}

/** Sentence for an error; a failed connection may have several errors and no message of its own. */
function sentence(error: unknown): string {
  const { message, errors, code } = error as {
    message?: string;
    errors?: readonly { message: string }[];
    code?: string;
  };
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message?.split('. ')[0]}; see thidua --help.`;
  return message || errors?.map((each) => each.message).join('; ') || code || String(error);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  console.error(sentence(error));
  process.exitCode = (error as { exit?: number }).exit ?? 1;
}
