import { useApp } from '../app.js';
import { awarded, revoked } from '../awards.js';
import { makers } from '../contract/writes.js';

const test = useApp();
let codes: Record<'inForce' | 'revoked' | 'recorded', string>;

beforeAll(async () => {
  const { award } = await awarded(test);
  const { path } = await makers(test).removeAward!();
  const { rows } = await test.admin.query('select verification_code as code from award where id = $1', [path!.id]);
  const gone = await revoked(test, (await awarded(test)).award);
  codes = { inForce: award.verificationCode, revoked: gone.verificationCode, recorded: rows[0].code };
});

const get = (path: string, language?: string) =>
  test
    .http()
    .get(path)
    .set(language === undefined ? {} : { 'accept-language': language });
const pages = (): readonly (readonly [path: string, vi: string, en: string])[] => [
  ['/verify', 'Nhập mã kiểm tra in trên', 'Type the code printed on'],
  ['/verify/x-y', 'thiếu hoặc sai ký tự', 'is missing or wrong'],
  [`/verify/${codes.inForce}`, 'Có hiệu lực', 'In force'],
  [`/verify?code=${codes.inForce}`, 'Tặng cho', 'Awarded to'],
  [`/verify/${codes.revoked}`, 'Đã bị hủy bỏ', 'Revoked'],
  [`/verify/${codes.recorded}`, 'Ghi lại theo văn bản', 'Recorded from a document'],
];
/** Words of a page but for what the register holds and the link to the other language. */
const own = (text: string) =>
  text.replace(/<style>[^]*?<\/style>|<dd>[^]*?<\/dd>|<a [^>]*lang="vi">[^<]*<\/a>|<[^>]*>/g, ' ');

it('in Vietnamese unless English is asked for, by address or browser', async () => {
  for (const [path, vi, en] of pages()) {
    const named = `${path}${path.includes('?') ? '&' : '?'}lang=`;
    for (const answer of [await get(path), await get(`${named}vi`, 'en'), await get(path, 'vi-VN,vi;q=0.9,en;q=0.8')])
      expect([path, answer.text.includes(vi), answer.text.includes('<html lang="vi">')]).toEqual([path, true, true]);
    for (const answer of [await get(`${named}en`), await get(path, 'en-GB')]) {
      expect([path, answer.text.includes(en), answer.text.includes('<html lang="en">')]).toEqual([path, true, true]);
      expect(own(answer.text)).not.toMatch(/[ạ-ỹăđơư]/i);
    }
    expect((await get(path)).headers.vary).toContain('Accept-Language');
  }
});

it('the other language is one link away, with the code, and a language that was asked for stays', async () => {
  const { text } = await get(`/verify/${codes.inForce}`);
  const [, link] = /href="([^"]*)" lang="en"/.exec(text) ?? [];
  expect(link).toBe(`../verify/${codes.inForce}?lang=en`);
  const english = await get(link!.replace('..', ''));
  expect(english.text).toContain('In force');
  expect(english.text).toContain(`href="../verify/${codes.inForce}?lang=vi" lang="vi"`);
  const asked = await get('/verify/x-y?lang=en');
  expect(asked.text).toContain('<input type="hidden" name="lang" value="en">');
  expect((await get('/verify/x-y', 'en')).text).not.toContain('name="lang"');
});
