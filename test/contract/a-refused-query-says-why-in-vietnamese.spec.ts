import { useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
const first = 'plans(commune: "duc-lang")';
const by = (variables: object, query: string) => ({ query, variables });

/** Documents as people and clients get them wrong, with the sentence; the English one is that of graphql-js. */
const asked: readonly (readonly [body: object, vi: string, en: string])[] = [
  [
    { query: '{ me { key }' },
    'Sai cú pháp ở dòng 1, cột 13: Chỗ này phải là tên, nhưng gặp chỗ hết câu truy vấn.',
    'Syntax Error: Expected Name, found <EOF>.',
  ],
  [
    { query: '{ me {\n key ) } }' },
    'Sai cú pháp ở dòng 2, cột 6: Chỗ này phải là tên, nhưng gặp ")".',
    'Expected Name, found ")".',
  ],
  [
    { query: '{ commune(key: “duc-lang”) { name } }' },
    'Sai cú pháp ở dòng 1, cột 16: Ký tự U+201C không dùng ở đây được.',
    'Unexpected character: U+201C.',
  ],
  [
    { query: "{ commune(key: 'duc-lang') { name } }" },
    'Sai cú pháp ở dòng 1, cột 16: Gặp dấu nháy đơn (\'); hãy dùng dấu nháy kép (").',
    'did you mean to use a double quote',
  ],
  [
    { query: '{ commune(key: "duc-lang) { name } }' },
    'Sai cú pháp ở dòng 1, cột 37: Chuỗi chưa có dấu nháy đóng.',
    'Unterminated string.',
  ],
  [
    { query: 'select * from plan' },
    'Sai cú pháp ở dòng 1, cột 1: Gặp tên "select" không đúng chỗ.',
    'Unexpected Name "select".',
  ],
  [
    { query: `{ ${first} { nodes { keys } } }` },
    'Kiểu "Plan" không có trường "keys". Có phải là "key"?',
    'Cannot query field "keys" on type "Plan". Did you mean "key"?',
  ],
  [
    { query: `{ ${first} { nodes { colour } } }` },
    'Kiểu "Plan" không có trường "colour".',
    'Cannot query field "colour" on type "Plan".',
  ],
  [
    { query: '{ plans(commun: "duc-lang") { nodes { key } } }' },
    'Trường "Query.plans" không có tham số "commun". Có phải là "commune"?',
    'Unknown argument "commun"',
  ],
  [
    { query: '{ plans { nodes { key } } }' },
    'Trường "plans" thiếu tham số bắt buộc "commune" (kiểu "String!").',
    'is required, but it was not provided',
  ],
  [
    { query: `{ ${first} }` },
    'Trường "plans" (kiểu "PlanConnection") phải nêu các trường con cần lấy. Có phải là "plans { ... }"?',
    'must have a selection of subfields',
  ],
  [
    { query: `{ ${first} { nodes { key { x } } } }` },
    'Trường "key" không có trường con (kiểu "String!"); hãy bỏ phần trong ngoặc nhọn.',
    'has no subfields',
  ],
  [
    { query: '{ plans(commune: $xa) { nodes { key } } }' },
    'Biến "$xa" chưa được khai báo.',
    'Variable "$xa" is not defined.',
  ],
  [
    { query: 'query Ke($xa: String) { plans(commune: $xa) { nodes { key } } }' },
    'Biến "$xa" có kiểu "String", nhưng chỗ dùng cần kiểu "String!".',
    'used in position expecting type "String!"',
  ],
  [
    { query: `query Ke($xa: String!) { ${first} { nodes { key } } }` },
    'Thao tác "Ke" không dùng biến "$xa".',
    'is never used in operation "Ke"',
  ],
  [
    { query: `{ ${first} { nodes { key } } } fragment f on Plan { key }` },
    'Fragment "f" không được dùng.',
    'Fragment "f" is never used.',
  ],
  [{ query: `{ ${first} { nodes { ...f } } }` }, 'Không có fragment "f".', 'Unknown fragment "f".'],
  [
    { query: `{ ${first} { nodes { ...f } } } fragment f on Unit { code }` },
    'Không dùng fragment "f" ở đây được: kiểu "Plan" không bao giờ là "Unit".',
    'can never be of type "Unit"',
  ],
  [
    { query: `{ plans(commune: "duc-lang", first: "5") { nodes { key } } }` },
    'Phải là số nguyên, gặp "5"',
    'Int cannot represent non-integer value: "5"',
  ],
  [
    { query: `{ plans(commune: 5) { nodes { key } } }` },
    'Phải là chuỗi ký tự, gặp 5',
    'String cannot represent a non string value: 5',
  ],
  [
    { query: `{ plans(commune: "duc-lang", kind: [YEAR]) { nodes { key } } }` },
    'Kiểu "PlanKind" không có giá trị "YEAR". Có phải là giá trị "YEARLY"?',
    'does not exist in "PlanKind" enum',
  ],
  [
    { query: `{ plans(commune: "duc-lang", kind: ["YEARLY"]) { nodes { key } } }` },
    'Giá trị kiểu "PlanKind" phải là một từ không có dấu nháy, gặp "YEARLY". Có phải là giá trị "YEARLY"?',
    'cannot represent non-enum value',
  ],
  [
    { query: `{ a: plan(commune: "x", plan: "1") { key } a: plan(commune: "x", plan: "2") { key } }` },
    'Trường "a" được hỏi theo hai cách: tham số khác nhau. Nếu cần cả hai, hãy đặt bí danh (alias) khác nhau.',
    'they have differing arguments',
  ],
  [
    { query: `{ results(commune: "duc-lang", period: ["2023-Q5"]) { nodes { id } } }` },
    'Kỳ không thể là "2023-Q5". Viết như 2024, 2024-H1',
    'Period cannot be "2023-Q5".',
  ],
  [
    by({}, 'query ($xa: String!) { plans(commune: $xa) { nodes { key } } }'),
    'Thiếu giá trị của biến "$xa" (kiểu "String!").',
    'of required type "String!" was not provided',
  ],
  [
    by({ xa: null }, 'query ($xa: String!) { plans(commune: $xa) { nodes { key } } }'),
    'Biến "$xa" (kiểu "String!") không được là null.',
    'must not be null',
  ],
  [
    by({ n: 1.5 }, `query ($n: Int) { plans(commune: "duc-lang", first: $n) { nodes { key } } }`),
    'Biến "$n" có giá trị sai 1.5: Phải là số nguyên, gặp 1.5',
    'got invalid value 1.5',
  ],
  [
    by(
      { input: { reason: 'x', mau: 1 } },
      'mutation ($input: DropPlan!) { dropPlan(commune: "duc-lang", plan: "x", expectedVersion: 1, input: $input) { key } }',
    ),
    'Biến "$input" có giá trị sai { reason: "x", mau: 1 }: Kiểu "DropPlan" không có mục "mau".',
    'is not defined by type "DropPlan"',
  ],
  [
    { query: 'query a { me { key } } query b { me { key } }' },
    'Có nhiều thao tác; hãy nêu "operationName" của thao tác cần chạy.',
    'Must provide operation name',
  ],
  [
    { query: 'query a { me { key } }', operationName: 'b' },
    'Không có thao tác nào tên "b".',
    'Unknown operation named "b".',
  ],
  [
    { query: 'subscription { me { key } }' },
    'Chương trình không có thao tác loại subscription.',
    'The schema has no subscription.',
  ],
  [
    { query: `{ ${first} { nodes { key } } }`, variables: '{}' },
    '"variables" phải là một đối tượng JSON, không phải chuỗi.',
    'should be provided as an object',
  ],
  [[{ query: '{ __typename }' }], 'Mỗi yêu cầu chỉ có một câu truy vấn; hãy gửi từng câu.', 'batching disabled'],
  [{ query: '' }, 'Thiếu "query", là câu truy vấn cần chạy.', 'must contain a non-empty'],
];

const told = async (body: object, language: string): Promise<Row> =>
  (await test.http().post('/graphql').set('accept-language', language).send(body)).body.errors[0];

it.each(asked)('%j', async (body, vi, en) => {
  const { message, extensions } = await told(body, 'vi');
  expect([extensions.code, message]).toEqual(['QUERY_REFUSED', expect.stringContaining(vi)]);
  expect(message).toMatch(/^Câu truy vấn GraphQL không hợp lệ: /);
  const english = await told(body, 'en');
  expect([english.message, extensions.details.message]).toEqual([
    expect.stringContaining(en),
    expect.stringContaining(en),
  ]);
});

it('a client that sends a hash first is told so by the word it knows, and then sends the whole', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  const refused = await told({ extensions }, 'vi');
  expect(refused.message).toBe('PersistedQueryNotSupported');
  expect(refused.extensions.detail).toContain('hãy gửi cả câu truy vấn trong "query"');
});

it('a page of another host cannot send what a form can send', async () => {
  const { body } = await test
    .http()
    .get('/graphql')
    .set('accept', 'application/json')
    .query({ query: '{ __typename }' });
  expect(body.errors[0].message).toContain('Yêu cầu bị chặn');
});

it('a sentence that is not known is quoted', async () => {
  const { message } = await told({ query: '{ me { key } }', extensions: 'x' }, 'vi');
  expect(message).toMatch(/^Câu truy vấn GraphQL không hợp lệ: .*extensions/);
});
