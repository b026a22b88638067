import { useApp, type TestApp } from '../app.js';
import { done, doors } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

it.each(doors)('%s: of two people of one name, in words on its page', async (name, open) => {
  const test = apps[name]!;
  const { ask } = open(test);
  const add = async (input: object) => done(await ask('addUnit', 'clerk', { commune }, { input }));
  const person = { kind: 'INDIVIDUAL', name: 'Nguyễn Văn Trùng', validFrom: '2023-01-01', confirm: ['ALIKE'] };
  const household = { code: 'ho-trung', kind: 'HOUSEHOLD', name: 'Hộ ông Trùng', validFrom: '2023-01-01' };
  await add({ ...household, parent: 'khu-dan-cu-2' });
  await add({ ...person, code: 'trung-1', parent: 'khu-dan-cu-1' });
  await add({ ...person, code: 'trung-2', parent: 'ho-trung' });
  await add({ ...person, code: 'trung-3' });
  const { version } = done(await ask('unit', 'clerk', { commune, unit: 'khu-dan-cu-1' }));
  const renamed = { name: 'Khu dân cư Một', from: '2024-01-20', reason: 'Đổi tên' };
  const paper = { type: 'QĐ', year: 2023, issuer: 'Chủ tịch UBND xã', title: 'Khen thưởng' };
  const document = done(await ask('recordDocument', 'clerk', { commune }, { input: paper })).id;
  const headers = { 'legal-date': '2024-01-20', 'legal-reference': document };
  done(await ask('amendUnit', 'clerk', { commune, unit: 'khu-dan-cu-1' }, { version, input: renamed, headers }));
  const award = {
    form: 'ldtt',
    formName: 'Lao động tiên tiến',
    issuer: 'Chủ tịch UBND xã',
    citation: 'Hoàn thành tốt',
  };
  for (const [unit, grantedOn, period, unitName, year] of [
    ['trung-1', '2023-12-29', '2023', 'Khu dân cư số 1', 'Năm 2023'],
    ['trung-1', '2024-01-25', '2022-2023', 'Khu dân cư Một', 'Năm học 2022–2023'],
    ['trung-2', '2023-12', '2023', 'Khu dân cư số 2', 'Năm 2023'],
    ['trung-3', '2023', '2023', null, 'Năm 2023'],
  ] as const) {
    const input = { ...award, unit, grantedOn, period, document };
    const { verificationCode: code } = done(await ask('recordAward', 'clerk', { commune }, { input }));
    expect(done(await ask('verifyAward', undefined, { code }))).toMatchObject({ unitName, period });
    const { text } = await test.http().get(`/verify/${code}`);
    const told = Object.fromEntries([...text.matchAll(/<dt>([^<]*)<\/dt><dd>(.*?)<\/dd>/g)].map(([, ...each]) => each));
    expect(told).toMatchObject({ 'Danh hiệu, hình thức khen thưởng': 'Lao động tiên tiến', 'Thành tích của': year });
    expect(told.Thuộc ?? null).toBe(unitName);
    expect(text).toContain('<a href="../">Trang đầu</a>');
  }
});
