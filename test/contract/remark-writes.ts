import { as, type TestApp } from '../app.js';
import type { Write } from './writes.js';

const commune = 'duc-lang';

/** For each write of remarks, a maker of a valid request. */
export function remarkMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const question = async (text: string) => {
    const { rows } = await test.admin.query<{ id: string }>(
      `select r.id from result r join commune c on c.id = r.commune_id
       where c.key = $1 and r.superseded_on is null order by r.id limit 1`,
      [commune],
    );
    return { result: rows[0]!.id, text };
  };
  const added = async () => {
    const { body } = await test
      .http()
      .post(`/v1/communes/${commune}/remarks`)
      .set(as(test, 'district'))
      .send(await question('Vì sao tăng so với năm trước?'))
      .expect(201);
    return { path: { id: body.id as string }, version: body.version as number };
  };
  return {
    addRemark: async () => ({
      actor: 'district',
      input: await question('Vì sao tăng so với năm trước?'),
      other: await question('Số liệu lấy từ đâu?'),
    }),
    answerRemark: async () => ({
      actor: 'clerk',
      ...(await added()),
      input: { answer: 'Đã kiểm tra với sổ theo dõi' },
      other: { answer: 'Đã đo lại' },
    }),
    withdrawRemark: async () => ({
      actor: 'district',
      ...(await added()),
      input: { reason: 'Đã rõ' },
      other: { reason: 'Nêu nhầm' },
    }),
  };
}
