import type { TestApp } from '../../app.js';
import { elsewhere, everybody, officials, systems, table, type Expected } from './expected.js';

/** Credentials that are none. */
const bad: Record<string, string> = {
  'an unknown key': 'Bearer thd_unknown',
  'a revoked key': 'Bearer thd_revoked',
  'an expired key': 'Bearer thd_expired',
  'a key and a word': 'Bearer thd_known and',
  'an overlong key': `Bearer ${'thd_'.repeat(60)}`,
  'a bare Bearer': 'Bearer',
  'another scheme': 'Basic Y2xlcms6Y2xlcms=',
  'no scheme': 'thd_known',
};

/** People whose office does not hold today. */
const outOfOffice = ['a clerk before the first day', 'a clerk after the last day', 'a deputy after the last day'];

/** Keys for one residential area, and whose they are; what the operations are asked about is elsewhere. */
export const bound: Record<string, string> = {
  'a key for another unit': 'clerk',
  "the administrator's key for another unit": 'administrator',
  "the chairperson's key for another unit": 'chairperson',
};

/** Acts the chairperson has delegated to the deputy. */
export const delegated = ['approveSubmission', 'signDecision'];

const lacking = ' without the scope';

/** The own commune, its sibling under the same district, one that nobody here supervises, and none. */
const places = ['duc-lang', 'xa-mau', 'xa-khac', 'nowhere'];
export const placesOf = (operation: string) =>
  table[operation]?.anywhere || table[operation]?.byCode ? ['duc-lang'] : places;
const reach = (caller: string) => (systems.slice(0, 2).includes(caller) ? ['duc-lang', 'xa-mau'] : ['duc-lang']);

/** Everybody who asks for an operation. Nobody: without a credential. */
export const callers: readonly string[] = [
  'nobody',
  ...Object.keys(bad),
  ...outOfOffice,
  'a deputy',
  ...Object.keys(bound),
  ...everybody,
  ...everybody.map((name) => name + lacking),
];

/** A bad credential is refused before the operation is looked at: these, of every kind, stand for all. */
const badlyAsked = ['me', 'commune', 'indicators', 'amendIndicator', 'signDecision'];

/** Callers asked about an operation in a place; a missing scope is told in the own commune alone. */
export const callersOf = (operation: string, place = 'duc-lang'): readonly string[] =>
  callers.filter(
    (caller) =>
      (!(caller in bad) || badlyAsked.includes(operation)) && (!caller.endsWith(lacking) || place === 'duc-lang'),
  );

/** Verdict for a caller on records that everybody sees who may ask; `scope` is the scope a key "without the scope" lacks. */
export function verdict(
  caller: string,
  operation: string,
  place = 'duc-lang',
  scope = table[operation]?.scope,
): string {
  const { may, anywhere, passed = {}, scope: needed } = table[operation] as Expected;
  if (caller in bad) return 'UNAUTHENTICATED';
  if (caller === 'nobody')
    return may !== 'PUBLIC' ? 'UNAUTHENTICATED' : anywhere || place !== 'nowhere' ? 'OK' : 'NOT_FOUND';
  const [name = '', without] = caller.split(lacking);
  if (!anywhere && name === outOfOffice[0] && place === 'duc-lang') return 'FORBIDDEN';
  if (!anywhere && (outOfOffice.includes(name) || !reach(name).includes(place))) return 'NOT_FOUND';
  if (may !== 'PUBLIC' && !mayAsk(name, operation, may)) return 'FORBIDDEN';
  if (name in bound) return elsewhere[operation] ?? (isRead(operation) ? 'OK' : 'FORBIDDEN');
  return without !== undefined && scope === needed ? 'SCOPE_MISSING' : (passed[name] ?? 'OK');
}

const mayAsk = (name: string, operation: string, may: readonly string[]) =>
  name === 'a deputy'
    ? may.includes('chairperson') && (isRead(operation) || delegated.includes(operation))
    : may.includes(bound[name] ?? name);

export const isRead = (operation: string) => table[operation]?.scope.endsWith(':read') === true;

/** Whether a caller sees what is not yet, or never, for everybody. */
const sees = (caller: string, audience: 'INSIDE' | 'SUPERIOR') => {
  const name = caller.replace(lacking, '');
  return (
    name === 'a deputy' ||
    name in bound ||
    officials.includes(name) ||
    (audience === 'SUPERIOR' && everybody.includes(name))
  );
};

/** Verdict for a caller on records of one audience. */
export function verdictOnHidden(caller: string, operation: string, audience: 'INSIDE' | 'SUPERIOR'): string {
  const shown = verdict(caller, operation);
  return shown === 'OK' && !sees(caller, audience) ? 'NOT_FOUND' : shown;
}

/** Makes the keys; gives the header each caller sends for an operation. */
export async function credentials(test: TestApp): Promise<(caller: string, scope?: string) => string | undefined> {
  const issue = (
    key: string,
    actor: string,
    { without = '', expiresAt, revokedAt }: { without?: string; expiresAt?: Date; revokedAt?: Date } = {},
  ) =>
    test.admin.query(
      `insert into api_key (commune_id, id, actor_id, prefix, hash, scopes, expires_at, revoked_at, confirmed)
       select k.commune_id, gen_random_uuid(), k.actor_id, left($1, 10), sha256($1::bytea), array_remove(k.scopes, $3), $4, $5, true
       from api_key k where hash = sha256($2::bytea)`,
      [key, test.keys[actor], without, expiresAt, revokedAt],
    );
  /** Somebody with the clerk's scopes, appointed as the chairperson or clerk is, at another time. */
  const appoint = async (
    name: string,
    as: string,
    { from, to, acts }: { from: string; to?: string; acts?: readonly string[] },
  ) => {
    await test.admin.query(
      `with a as (insert into actor (commune_id, id, key, name, kind) select commune_id, gen_random_uuid(), $1, $1, 'PERSON' from actor where key = 'clerk' returning commune_id, id)
       , k as (insert into api_key (commune_id, id, actor_id, prefix, hash, scopes, confirmed) select a.commune_id, gen_random_uuid(), a.id, left($2, 10), sha256($2::bytea), k.scopes, true from a, api_key k where hash = sha256('thd_known'))
       insert into appointment (commune_id, id, actor_id, role, valid_from, valid_to, delegated_by, acts, capacity)
         select a.commune_id, gen_random_uuid(), a.id, p.role, $4, $5, case when $6::text[] is not null then p.id end, $6, case when $6::text[] is not null then 'KT' end
         from a, appointment p join actor c on c.commune_id = p.commune_id and c.id = p.actor_id where c.key = $3`,
      [name.replaceAll(' ', '-'), keyOf(name), as, from, to, acts],
    );
  };
  for (const [name, holder] of Object.entries(bound)) {
    await issue(keyOf(name), holder);
    await test.admin.query(
      `update api_key set unit_id = u.id from unit u where u.commune_id = api_key.commune_id and u.code = 'khu-dan-cu-6' and hash = sha256($1::bytea)`,
      [keyOf(name)],
    );
  }
  const past = new Date(Date.now() - 1000);
  await issue('thd_known', 'clerk');
  await issue('thd_expired', 'clerk', { expiresAt: past });
  await issue('thd_revoked', 'clerk', { revokedAt: past });
  for (const name of everybody) for (const scope of scopes) await issue(keyOf(name, scope), name, { without: scope });
  await appoint('a clerk before the first day', 'clerk', { from: '2024-02-01' });
  await appoint('a clerk after the last day', 'clerk', { from: '2021-07-01', to: '2024-01-30' });
  await appoint('a deputy', 'chairperson', { from: '2024-01-31', to: '2024-01-31', acts: delegated });
  await appoint('a deputy after the last day', 'chairperson', {
    from: '2024-01-29',
    to: '2024-01-30',
    acts: delegated,
  });
  return (caller, scope) => {
    if (caller === 'nobody') return undefined;
    const [name = '', without] = caller.split(lacking);
    return bad[name] ?? `Bearer ${without === undefined ? (test.keys[name] ?? keyOf(name)) : keyOf(name, scope)}`;
  };
}

const scopes = [...new Set(Object.values(table).map(({ scope }) => scope))];
const keyOf = (name: string, scope = '') => `thd_${name}_${scope}`.replace(/\W/g, '-');

/** Everybody, and an official and each kind of system without one of these scopes: with each the scope they lack. */
export const callersLacking = (
  lacked: readonly string[],
): readonly (readonly [caller: string, scope: string | undefined])[] => [
  ...['nobody', 'a deputy', ...everybody].map((name) => [name, undefined] as const),
  ...['clerk', 'district', 'integrator'].flatMap((name) =>
    [...new Set(lacked)].map((scope) => [name + lacking, scope] as const),
  ),
];
