import { Webhook } from 'standardwebhooks';
import { isGlobal } from '../../src/webhooks/global-address.rules.js';
import { WebhookSecrets } from '../../src/webhooks/webhook-secrets.js';
import { afterFailure, brokenAddress, readRetryAfter, signedHeaders } from '../../src/webhooks/webhook.rules.js';

const hour = 3_600_000;
const failed = { attempts: 1, failingFor: 0, status: 500, retryAfter: 0 };

describe('after a failure', () => {
  it('attempts go on for three days, ever rarer, then the webhook is given up', () => {
    const waits: number[] = [];
    let failingFor = 0;
    for (let attempts = 1; ; attempts++) {
      const next = afterFailure({ ...failed, attempts, failingFor }, 0.5);
      if ('pause' in next) {
        expect(next.pause).toBe('GIVEN_UP');
        break;
      }
      waits.push(next.wait);
      failingFor += next.wait;
    }
    expect(waits.slice(0, 4)).toEqual([5_000, 300_000, 1_800_000, 7_200_000]);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(failingFor).toBeGreaterThan(48 * hour);
    expect(failingFor).toBeLessThanOrEqual(72 * hour);
  });

  it('receivers that were down together are asked at different times', () => {
    expect(afterFailure(failed, 0)).toEqual({ wait: 4_000 });
    expect(afterFailure(failed, 1)).toEqual({ wait: 6_000 });
  });

  it('the receiver may ask for more time, a day at most, and may end it', () => {
    expect(readRetryAfter('120')).toBe(120_000);
    expect(readRetryAfter('Wed, 21 Oct 2026 07:28:00 GMT')).toBe(0);
    expect(readRetryAfter(undefined)).toBe(0);
    expect(afterFailure({ ...failed, status: 503, retryAfter: 120_000 }, 0.5)).toEqual({ wait: 120_000 });
    expect(afterFailure({ ...failed, retryAfter: 1_000 * hour }, 0.5)).toEqual({ wait: 24 * hour });
    expect(afterFailure({ ...failed, status: 410 }, 0.5)).toEqual({ pause: 'GONE' });
  });
});

describe('an address', () => {
  const codes = (url: string, anyAddress = false) => brokenAddress(url, { anyAddress }).map(({ code }) => code);

  it.each([
    'https://example.vn/hook',
    'https://example.vn:8443/a?token=x',
    'https://1.1.1.1/',
    'https://[2606:4700::1111]/',
  ])('is taken: %s', (url) => expect(codes(url)).toEqual([]));

  it.each([
    ['http://example.vn/', 'WEBHOOK_URL'],
    ['ftp://example.vn/', 'WEBHOOK_URL'],
    ['example.vn', 'WEBHOOK_URL'],
    ['https://user:secret@example.vn/', 'WEBHOOK_URL'],
    ['https://example.vn/#part', 'WEBHOOK_URL'],
    ['https://127.0.0.1/', 'NOT_GLOBAL'],
    ['https://localhost/', 'NOT_GLOBAL'],
    ['https://0x7f.1/', 'NOT_GLOBAL'],
    ['https://2130706433/', 'NOT_GLOBAL'],
    ['https://169.254.169.254/latest/meta-data', 'NOT_GLOBAL'],
    ['https://[::1]/', 'NOT_GLOBAL'],
    ['https://[::ffff:10.0.0.1]/', 'NOT_GLOBAL'],
    ['https://[64:ff9b::7f00:1]/', 'NOT_GLOBAL'],
  ])('is refused: %s', (url, code) => expect(codes(url)).toEqual([code]));

  it('of the own machine is taken where a development setting says so', () => {
    expect(codes('http://127.0.0.1:8080/', true)).toEqual([]);
    expect(codes('ftp://127.0.0.1/', true)).toEqual(['WEBHOOK_URL']);
  });

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.1.1', '172.16.0.1', '192.0.0.1', '192.0.2.1'],
    ...['192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:1.1.1.1', '64:ff9b::1.1.1.1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1'],
    ...['2002:7f00:1::', '3fff::1', '5f00::1', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1', 'nobody'],
  ])('%s is not of the internet', (address) => expect(isGlobal(address)).toBe(false));

  it.each(['1.1.1.1', '103.4.128.1', '2606:4700::1111', '2400:cb00::1'])('%s is of the internet', (address) =>
    expect(isGlobal(address)).toBe(true),
  );
});

describe('a secret', () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const body = '{"type":"changes"}';

  it('is verified by the library of Standard Webhooks, each of two', () => {
    const secrets = new WebhookSecrets([one]);
    const made = [secrets.make('a'), secrets.make('a')];
    const read = made.map(({ stored }) => secrets.read('a', stored) as Buffer);
    const headers = signedHeaders(body, { id: 'a.7', at: new Date(), secrets: read });
    for (const { shown } of made) {
      expect(new Webhook(shown).verify(body, headers)).toEqual({ type: 'changes' });
      expect(() => new Webhook(shown).verify(`${body} `, headers)).toThrow();
    }
    expect(() => new Webhook(secrets.make('a').shown).verify(body, headers)).toThrow();
  });

  it('is stored encrypted, for its webhook alone, and read by a key that was put behind', () => {
    const before = new WebhookSecrets([one]);
    const { shown, stored } = before.make('a');
    expect(stored.includes(Buffer.from(shown.slice(6), 'base64'))).toBe(false);
    const after = new WebhookSecrets([two, one]);
    expect(`whsec_${after.read('a', stored)?.toString('base64')}`).toBe(shown);
    expect(after.read('b', stored)).toBeUndefined();
    expect(new WebhookSecrets([two]).read('a', stored)).toBeUndefined();
    expect([before.exist, new WebhookSecrets([]).exist]).toEqual([true, false]);
  });
});
