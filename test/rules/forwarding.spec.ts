import { bundled } from '../../src/catalogue/catalogue.data.js';
import type { AuthorityLevel, AwardForm } from '../../src/catalogue/award-form.view.js';
import {
  addressee,
  brokenForwarding,
  brokenOutcome,
  brokenReceiptAbove,
} from '../../src/forwarding/forwarding.rules.js';
import { brokenNomination } from '../../src/nominations/nomination.rules.js';
import { brokenRound } from '../../src/nominations/round.rules.js';
import { mayBeForwarded, type NominationState } from '../../src/nominations/nomination.workflow.js';
import type { Point } from '../../src/points.js';

const told = (points: readonly Point[]) => points.map(({ pointer, code }) => `${pointer} ${code}`);

/** Way of each form under each rule set: U goes up, H is decided here, - is history; told by hand from the law. */
const ways: Readonly<Record<string, string>> = {
  //                          2003 2024 07/2025 10/2026
  ldtt: 'HHHH',
  cstt: 'HHHH',
  cstdcs: 'UUHH',
  'cstd-tinh': 'UUUU',
  cstdtq: 'UUUU',
  ttldtt: 'UUHH',
  ttldxs: 'UUUU',
  'co-thi-dua-tinh': 'UUUU',
  'co-thi-dua-chinh-phu': 'UUUU',
  'xa-tieu-bieu': ' UUU',
  'thon-van-hoa': 'UUHH',
  gdvh: 'HHHH',
  'giay-khen-xa': 'HHHH',
  'giay-khen-huyen': 'UU  ',
  'giay-khen-so': 'UUUU',
  'bang-khen-tinh': 'UUUU',
  'bang-khen-thu-tuong': 'UUUU',
  'huan-chuong-lao-dong-hang-ba': 'UUUU',
  'huan-chuong-sao-vang': 'UUUU',
  'ky-niem-chuong': '----',
  'huy-chuong': '----',
  'danh-hieu-vinh-du-nha-nuoc': '----',
};

/** The two superiors of a commune in its districts' time, nearest first; the one since. */
const districtAndProvince = [{ key: 'duc-tho' }, { key: 'ha-tinh' }];
const provinceAlone = [{ key: 'ha-tinh' }];

describe.each(bundled.ruleSets.map((ruleSet, index) => [ruleSet.code, index, ruleSet] as const))(
  '%s',
  (_, index, set) => {
    const forms = set.forms as unknown as AwardForm[];

    it('each form goes the way the law says', () => {
      const found = Object.fromEntries(
        forms.map(({ code, roads }) => {
          const ends = new Set(roads.map(({ steps }) => steps.at(-1)));
          return [code, ends.size === 0 ? '-' : ends.has('FORWARDING') ? 'U' : 'H'];
        }),
      );
      const expected = Object.entries(ways).filter(([, each]) => each[index] !== ' ');
      expect(found).toEqual(Object.fromEntries(expected.map(([code, each]) => [code, each[index]])));
    });

    it.each(forms.map((form) => [form.code, form] as const))(
      '%s: a round takes it unless it is history',
      (code, form) => {
        const calendar = { nominateBy: null, meetBy: null, decideBy: null };
        const broken = told(brokenRound({ forms: [code], calendar }, new Map([[code, form]])));
        expect(broken).toEqual(form.roads.length === 0 ? ['/forms/0 GOES_NOWHERE'] : []);
      },
    );

    it.each(forms.filter(({ roads }) => roads.length > 0).map((form) => [form.code, form] as const))(
      '%s: somebody is put forward for it, and it is known to whom it goes',
      (code, form) => {
        const { type } = form.roads[0]!;
        const unit = { code: 'a', kind: form.nominees[0]!, validFrom: '2000-01-01', validTo: null };
        const deed = type === 'SUDDEN' ? { deedOn: set.validFrom } : {};
        const on = set.validFrom;
        const round = { forms: [code], period: on.slice(0, 4) };
        const nominated = { unit: 'a', form: code, type, ...deed };
        expect(told(brokenNomination(nominated, { on, round, unit, form, formNow: form }))).toEqual([]);
        if (form.authority.here) return;
        const above = index < 2 ? districtAndProvince : provinceAlone;
        const to = addressee({ level: form.authority.level, above });
        expect(to).toBe(form.authority.level === 'DISTRICT' ? 'duc-tho' : 'ha-tinh');
      },
    );
  },
);

it.each<[string, AuthorityLevel | null, readonly { key: string }[], string | undefined, string | undefined]>([
  ['the district', 'DISTRICT', districtAndProvince, undefined, 'duc-tho'],
  ['the province', 'PROVINCE', districtAndProvince, undefined, 'ha-tinh'],
  ['the state, by the province', 'STATE', districtAndProvince, undefined, 'ha-tinh'],
  ['the only one', 'DISTRICT', provinceAlone, undefined, 'ha-tinh'],
  ['the only one, of a level that is not told', null, provinceAlone, undefined, 'ha-tinh'],
  ['nobody, of a level that is not told', null, districtAndProvince, undefined, undefined],
  ['the one that is named', 'DISTRICT', districtAndProvince, 'ha-tinh', 'ha-tinh'],
  ['nobody that is named and not above', 'DISTRICT', provinceAlone, 'duc-tho', undefined],
  ['nobody where nobody is above', 'PROVINCE', [], undefined, undefined],
])('it goes to %s', (_, level, above, to, expected) => expect(addressee({ level, above, to })).toBe(expected));

describe('forwarding', () => {
  const authority = { code: 'a', title: 'A', here: false, level: null, source: 'a', verified: true } as const;
  const on = '2025-07-01';
  const broken = (more: object) =>
    told(brokenForwarding({ formCode: 'cstdcs' }, { on, authority, above: districtAndProvince, ...more }));

  it('names the superior where the level does not', () => expect(broken({})).toEqual(['/to WHICH_SUPERIOR']));
  it('goes to who is above', () => expect(broken({ to: 'ngoai' })).toEqual(['/to NO_SUPERIOR']));
  it('goes to somebody', () => expect(broken({ above: [] })).toEqual(['/to NO_SUPERIOR']));
  it('of what is the commune’s own by now is refused', () =>
    expect(broken({ authority: { ...authority, here: true }, above: provinceAlone })).toEqual([' OWN_BY_NOW']));
});

it.each<[NominationState, readonly string[], string | null, boolean]>([
  ['APPRAISED', ['APPRAISAL', 'FORWARDING'], null, true],
  ['APPRAISED', ['APPRAISAL', 'MEETING', 'FORWARDING'], null, false],
  ['RECOMMENDED', ['APPRAISAL', 'MEETING', 'FORWARDING'], null, true],
  ['NOT_RECOMMENDED', ['APPRAISAL', 'MEETING', 'FORWARDING'], null, false],
  ['APPRAISED', ['APPRAISAL', 'DECISION'], null, false],
  ['SUBMITTED', ['APPRAISAL', 'MEETING', 'FORWARDING'], '2024-01-31', true],
  ['APPRAISED', ['APPRAISAL', 'MEETING', 'FORWARDING'], '2024-01-31', true],
  ['RETURNED', ['APPRAISAL', 'MEETING', 'FORWARDING'], '2024-01-31', false],
])('%s on the road %j, forwarded before on %s: %s', (state, steps, forwardedOn, expected) =>
  expect(mayBeForwarded({ state, steps: steps as never, forwardedOn })).toBe(expected),
);

describe('what is recorded above', () => {
  const sent = { forwardedOn: '2024-01-10', receivedOn: '2024-01-12', receivedBy: 'duc-tho' };
  const today = '2024-01-31';
  const receipt = (receivedOn: string, by: object = { itself: true }) =>
    told(brokenReceiptAbove(sent, { receivedOn, today, itself: true, ...by }));
  const outcome = (given: object, by = true, nomination: typeof sent | { receivedBy: null } = sent) =>
    told(
      brokenOutcome({ ...sent, ...nomination }, { outcome: 'GRANTED', decidedOn: '2024-01-20', ...given } as never, {
        today,
        itself: by,
      }),
    );

  it('a receipt lies between the forwarding and today', () =>
    expect(['2024-01-09', '2024-01-10', '2024-01-31', '2024-02-01'].map((day) => receipt(day))).toEqual([
      ['/receivedOn TOO_EARLY'],
      [],
      [],
      ['/receivedOn AHEAD'],
    ]));
  it('the clerk names a document', () => {
    expect(receipt('2024-01-12', { itself: false })).toEqual(['/document PAPER_OF_CLERK']);
    expect(receipt('2024-01-12', { itself: false, document: 'a' })).toEqual([]);
  });
  it('a grant names office and number', () => {
    expect(outcome({})).toEqual(['/issuer ISSUER_MISSING', '/numberText GRANT_NUMBER_MISSING']);
    expect(outcome({ issuer: 'a', numberText: '1' })).toEqual([]);
    expect(outcome({ issuer: 'a', document: 'a' }, false)).toEqual([]);
  });
  it.each(['REFUSED', 'RETURNED'])('%s has a reason', (each) => {
    expect(outcome({ outcome: each })).toEqual(['/reason REASON_OF_OUTCOME']);
    expect(outcome({ outcome: each, reason: 'a' })).toEqual([]);
  });
  it('an outcome follows the receipt, or the forwarding where there was none', () => {
    const on = (decidedOn: string, received = true) =>
      outcome({ outcome: 'REFUSED', reason: 'a', decidedOn }, true, received ? sent : { receivedBy: null });
    expect(on('2024-01-11')).toEqual(['/decidedOn TOO_EARLY']);
    expect(on('2024-01-11', false)).toEqual([]);
    expect(on('2024-02-01')).toEqual(['/decidedOn AHEAD']);
  });
});
