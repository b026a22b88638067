import { areaWords, operationsInVietnamese } from '../../src/access/operation-words.data.js';
import { permissions, scopes, scopeOf, type OperationId } from '../../src/access/permissions.js';
import { roleWords } from '../../src/access/role-words.data.js';
import { roles } from '../../src/access/roles.js';
import { spreadsheetLists } from '../../src/api/operation.js';
import { kinds } from '../../src/api/kinds.js';
import { guideInVietnamese } from '../../src/pages/guide-in-vietnamese.js';
import { guide } from '../../src/pages/guide.js';
import { kindInWords } from '../../src/pages/board-words.data.js';
import { recordWords, stateWords } from '../../src/state-words.data.js';
import type { Word } from '../../src/word.js';
import { useApp } from '../app.js';

const test = useApp('empty');
const operations = Object.keys(permissions) as OperationId[];
const page = async (path: string, language = 'vi'): Promise<string> =>
  (await test.http().get(path).set('accept-language', language)).text;

/** Rows of the page, by operation. */
async function rows(language: string): Promise<Record<string, string>> {
  return Object.fromEntries(
    [
      ...(await page(`/docs/rights?lang=${language}`)).matchAll(
        /<tr id="(\w+)"><th scope="row"><code>\1<\/code><\/th><td>(.*)<\/td><td>(.*)<\/td><\/tr>/g,
      ),
    ].map(([, operation, does, who]) => [operation, `${does} ${who}`]),
  );
}

it('each operation has one sentence in each language', async () => {
  for (const language of ['vi', 'en']) expect(Object.keys(await rows(language)).sort()).toEqual([...operations].sort());
});

it.each([
  [
    'verifyAward',
    'Khen thưởng có mã kiểm tra này, như đã ghi. Mọi người, không cần khóa',
    'Award with this verification code, as recorded. Anybody, without a key',
  ],
  [
    'me',
    'Người gọi: người dùng, phân công, phạm vi, các xã và khóa truy cập. Mọi người có phân công',
    'The caller: actor, appointments, scopes, communes in reach, key. Everybody with an appointment',
  ],
  [
    'cancelDecision',
    'Hủy dự thảo quyết định, nêu lý do. Chủ tịch',
    'Cancels a drafted decision, with a reason. The chairperson',
  ],
  [
    'returnNomination',
    'Trả lại đề nghị của người khác để bổ sung, một lần, nêu lý do. Công chức văn phòng và người thẩm định',
    'Returns a nomination of another actor for completion, once, with a reason. The clerk and verifier',
  ],
])('of %s: %s', async (operation, vi, en) => {
  expect([(await rows('vi'))[operation], (await rows('en'))[operation]]).toEqual([vi, en]);
});

it('roles and areas are said in the language of the page', async () => {
  for (const language of ['vi', 'en'] as const) {
    const text = (await page('/docs/rights', language)).toLowerCase();
    expect(text).toContain(`<html lang="${language}">`);
    const words = [...Object.values(roleWords), ...Object.values(areaWords)];
    expect(words.filter((each) => !text.includes(each[language].toLowerCase()))).toEqual([]);
  }
  const inVietnamese = await page('/docs/rights');
  expect(roles.filter((role) => inVietnamese.includes(`<li>${roleWords[role].en}`))).toEqual([]);
});

it('each scope stands on /docs with what it opens, and each list that is answered as a spreadsheet', async () => {
  for (const language of ['vi', 'en']) {
    const text = await page('/docs', language);
    const opened = Object.fromEntries(
      [
        ...text.matchAll(/<tr id="scope-[\w-]+"><th scope="row"><code>([\w:-]+)<\/code><\/th><td>.+?<\/td>(.*)<\/tr>/g),
      ].map(([, scope, codes = '']) => [scope, [...codes.matchAll(/<code>(\w+)<\/code>/g)].map(([, code]) => code)]),
    );
    expect(opened).toEqual(
      Object.fromEntries(scopes.map((scope) => [scope, operations.filter((each) => scopeOf(each) === scope)])),
    );
    const [, listed = ''] = /<h2 id="spreadsheets">([^]*?)<h2/.exec(text) ?? [];
    expect([...listed.matchAll(/rights#(\w+)/g)].map(([, operation]) => operation)).toEqual(spreadsheetLists());
    expect(spreadsheetLists()).toEqual(expect.arrayContaining(['units', 'results', 'indicators']));
  }
});

it('the guide says the same in both languages: chapters, codes, links, numbers', () => {
  const parts = { rights: 'r', spreadsheets: 's' };
  const [vi, en] = [guideInVietnamese(parts), guide(parts)];
  expect(vi.map(([id]) => id)).toEqual(en.map(([id]) => id));
  const marks = (html: string) => {
    const codes = [...html.matchAll(/<(?:code|pre)>([^]*?)<\/(?:code|pre)>/g)].map(([, code = '']) =>
      code.replace(/\s+/g, ' '),
    );
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    const numbers = (html.replace(/<(code|pre)>[^]*?<\/\1>/g, '').match(/[\d.,]*[1-9][\d.,]*/g) ?? []).map((each) =>
      each.replace(/[.,]/g, ''),
    );
    return [...codes, ...links, ...numbers].sort();
  };
  expect(vi.map(([id, , html]) => [id, marks(html)])).toEqual(en.map(([id, , html]) => [id, marks(html)]));
});

const inVietnamese = /[ạ-ỹàáâãèéêìíòóôõùúýăđĩũơư]/i;

it('every role, area, scope, operation, state and act is said in Vietnamese', () => {
  const words: Record<string, string> = { ...operationsInVietnamese };
  const add = (name: string, of: Readonly<Record<string, Word>>) =>
    Object.entries(of).forEach(([key, { vi }]) => (words[`${name} ${key}`] = vi));
  add('role', roleWords);
  add('area', areaWords);
  add('record', recordWords);
  for (const [of, states] of Object.entries(stateWords))
    for (const [state, vi] of Object.entries(states)) words[`${of} ${state}`] = vi;
  for (const kind of kinds) words[kind] = kindInWords(kind, '1', 'vi');
  expect(Object.keys(words).length).toBeGreaterThan(350);
  expect(Object.entries(words).filter(([, vi]) => !inVietnamese.test(vi) || /\b(the|of|and|with)\b/.test(vi))).toEqual(
    [],
  );
  expect(operations.filter((each) => operationsInVietnamese[each] === permissions[each].does)).toEqual([]);
});
