import { useApp } from '../app.js';
import { awarded, draftedFor, revoked, signedFile } from '../awards.js';
import { done, doors, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const test = useApp();

describe.each(doors)('%s', (_, open) => {
  const door = open(test);
  const certificate = (id: string, actor?: string) => door.ask('certificate', actor, { commune, id });

  /** A person's award, signed under a number. */
  async function given(number: number): Promise<{ unit: string; award: Row }> {
    const { id, unit, version } = await draftedFor(test, '2024-01-31', 'INDIVIDUAL');
    const signer = { signer: 'Nguyễn Đình Chiểu', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' };
    const input = { file: await signedFile(test), number, ...signer };
    done(await door.ask('signDecision', 'clerk', { commune, id }, { version, input }));
    const { items } = done(await door.ask('awards', 'clerk', { commune, decision: id }));
    return { unit, award: items[0] };
  }

  it('recipient, citation, decision, signer and code stand on it', async () => {
    const { award } = await given(door.name === 'REST' ? 51 : 52);
    const { title, text } = done(await certificate(award.id, 'clerk'));
    expect(title).toBe(`GIẤY KHEN ${award.recipientName}`);
    const lines = text.split('\n');
    expect(lines).toEqual([
      ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
      ...['CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỨC LẠNG', 'TẶNG', 'GIẤY KHEN', award.recipientName],
      lines[6],
      'Đã có thành tích năm 2023: Cứu người',
      `Quyết định số ${award.numberText} ngày 31 tháng 01 năm 2024`,
      'Vào sổ khen thưởng số: …………',
      `Mã kiểm tra: ${award.verificationCode}`,
      ...['Đức Lạng, ngày 31 tháng 01 năm 2024', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nguyễn Đình Chiểu'],
    ]);
    expect((await certificate(award.id, 'district')).code).toBe('FORBIDDEN');
    expect((await certificate(award.id)).code).toBe('UNAUTHENTICATED');
  });

  it('of a person who was erased it says so', async () => {
    const { award, unit } = await given(door.name === 'REST' ? 53 : 54);
    done(await certificate(award.id, 'clerk'));
    const told = done(await door.ask('accesses', 'auditor', { commune, unit }));
    expect(told.items.map(({ operation }: Row) => operation)).toContain('certificate');
    const { version } = done(await door.ask('unit', 'clerk', { commune, unit }));
    const input = { reason: 'Theo yêu cầu' };
    done(await door.ask('erasePersonal', 'administrator', { commune, unit }, { version, input }));
    const { text } = done(await certificate(award.id, 'clerk'));
    expect(text).toContain('GIẤY KHEN\n(đã xóa)\n');
    expect(text).not.toContain('Cứu người');
  });
});

it('an award that is revoked, or was given elsewhere, has none', async () => {
  const [[, rest]] = doors;
  const door = rest(test);
  const { award } = await awarded(test);
  const told = { unit: 'khu-dan-cu-2', form: 'thon-van-hoa', formName: 'Thôn văn hóa', citation: 'Đạt', reason: 'Sổ' };
  const given = { ...told, grantedOn: '2022-12-20', issuer: 'Chủ tịch Ủy ban nhân dân huyện Đức Thọ' };
  const elsewhere = done(await door.ask('recordAward', 'clerk', { commune }, { input: given }));
  await revoked(test, award);
  for (const { id } of [award, elsewhere]) {
    const { code, body } = await door.ask('certificate', 'clerk', { commune, id });
    expect([code, body.errors.map((each: Row) => each.code)]).toEqual(['RULE', ['NO_PAPER']]);
  }
});
