import { useApp } from '../app.js';
import { doors } from '../doors.js';
import { commune } from '../meetings.js';

const test = useApp();
const page = async (code: string): Promise<string> => (await test.http().get(`/verify/${code}`)).text;

describe.each(doors)('%s', (_, open) => {
  it.each([commune, 'xa-mau'])('every award of the sample of %s, to whoever verifies it', async (key) => {
    const door = open(test);
    const awards = (await door.ask('awards', 'district', { commune: key, first: 100 })).body.items as {
      verificationCode: string;
      revokedOn: string | null;
    }[];
    expect(awards.length).toBeGreaterThan(1);
    for (const { verificationCode: code, revokedOn } of awards) {
      expect((await door.ask('verifyAward', undefined, { code })).body).toMatchObject({ invented: true });
      expect(await page(code)).toMatch(
        new RegExp(
          `<h1 class="\\w+">${revokedOn ? 'Đã bị hủy bỏ' : 'Có hiệu lực'} \\(giả định\\)</h1>\\s*<p>Dữ liệu mẫu`,
        ),
      );
    }
  });
});

it('that of a unit that is there says nothing of the kind', async () => {
  const door = doors[0][1](test);
  const [award] = (await door.ask('awards', 'district', { commune, unit: ['khu-dan-cu-1'] })).body.items as {
    verificationCode: string;
  }[];
  test.exceptFromAudit('unit');
  await test.admin.query(`update unit set invented = false where code = 'khu-dan-cu-1'`);
  expect((await door.ask('verifyAward', undefined, { code: award!.verificationCode })).body.invented).toBe(false);
  expect(await page(award!.verificationCode)).not.toContain('giả định');
});
