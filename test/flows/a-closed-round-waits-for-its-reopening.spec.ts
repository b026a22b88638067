import { useApp } from '../app.js';
import { nominated, openedRound, papersFor } from '../awards.js';
import { done, doors, rest, type Asked, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';

describe.each(doors)('%s', (name, open) => {
  const ask = (operation: string, actor: string, id: string, asked: Asked = {}) =>
    open(test).ask(operation, actor, { commune, id }, asked);
  const version = async (type: string, id: string): Promise<number> => done(await ask(type, 'clerk', id)).version;
  const close = async (id: string, input: object) =>
    ask('closeRound', 'administrator', id, { version: await version('round', id), input });
  const actions = async (type: string, id: string): Promise<Row> => {
    const { items } = done(await rest(test).ask(`${type}Actions`, 'administrator', { commune, id }));
    return Object.fromEntries(items.map(({ act, reasons }: Row) => [act, reasons]));
  };

  it('says how many nominations are open, and is closed with a reason; drafts wait, what was submitted goes on', async () => {
    const round = await openedRound(test);
    const unit = (index: number) => `khu-dan-cu-${index + (name === 'REST' ? 0 : 3)}`;
    const draft = await nominated(test, round, unit(1), 'DRAFT');
    const submitted = await nominated(test, round, unit(2), 'SUBMITTED');
    await nominated(test, round, unit(3), 'APPRAISED');

    const refused = await close(round.id, {});
    expect([refused.status, refused.code, refused.body.details]).toEqual([
      409,
      'NOMINATIONS_OPEN',
      { drafts: 1, submitted: 2 },
    ]);
    expect(refused.body.detail).toMatch(/^Trong đợt còn 1 đề nghị chưa nộp hoặc đang bổ sung, 2 đề nghị đang xét;/);
    done(await close(round.id, { reason: 'Hết hạn nộp' }));

    const submit = async (id: string, papers: object) =>
      ask('submitNomination', 'administrator', id, { version: await version('nomination', id), input: { papers } });
    const papers = await papersFor(test, draft.dossier);
    const late = await submit(draft.id, papers);
    expect([late.status, late.code, late.body.detail]).toEqual([
      409,
      'ROUND_CLOSED',
      'Đợt "Tổng kết năm 2023" đã đóng; muốn nộp đề nghị này, hãy đề nghị quản trị viên mở lại đợt (reopenRound).',
    ]);
    expect((await actions('nomination', draft.id)).submitNomination).toEqual(['ROUND_CLOSED']);
    // What was handed in before is returned and handed in again.
    const input = { reason: 'Thiếu' };
    const { id } = submitted;
    done(await ask('returnNomination', 'clerk', id, { version: await version('nomination', id), input }));
    expect(done(await submit(id, [])).state).toBe('SUBMITTED');

    expect((await actions('round', round.id)).dropRound).toEqual(['STILL_REFERRED_TO']);
    const reopen = async (given: object) =>
      ask('reopenRound', 'administrator', round.id, { version: await version('round', round.id), input: given });
    expect(done(await reopen({ reason: 'Đóng nhầm' }))).toMatchObject({ state: 'OPEN', closedOn: null });
    const again = await reopen({ reason: 'Đóng nhầm' });
    expect([again.code, again.body.detail]).toEqual([
      'STATE',
      'Không làm được việc này vì đợt xét đang mở; hãy tải lại bản ghi để xem còn làm được việc gì.',
    ]);
    const headers = { 'legal-date': '2024-01-30', 'legal-reference': papers[0]!.document };
    const before = { version: await version('nomination', draft.id), input: { summary: 'Khác' }, headers };
    expect(done(await ask('amendNomination', 'clerk', draft.id, before)).summary).toBe('Khác');
    const at = { version: await version('round', round.id), input: { reason: 'Đóng' }, headers };
    const early = await ask('closeRound', 'administrator', round.id, at);
    expect(early.body.errors.map(({ code, detail }: Row) => [code, detail])).toEqual([
      ['TOO_EARLY', 'Ngày 30/01/2024 trước ngày mở đợt xét 31/01/2024; hãy ghi từ ngày đó trở đi.'],
    ]);
    expect(done(await submit(draft.id, papers)).state).toBe('SUBMITTED');
  });

  it('a round without open nominations is closed without a word, and dropped while it has none', async () => {
    const round = await openedRound(test);
    expect(await actions('round', round.id)).toMatchObject({ closeRound: [], dropRound: [], reopenRound: ['STATE'] });
    expect(done(await close(round.id, {})).state).toBe('CLOSED');
  });
});
