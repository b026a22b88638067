import type { AwardForm } from '../catalogue/award-form.view.js';
import type { ConditionWord, Term } from '../catalogue/condition-words.data.js';
import { isAskedOf } from '../catalogue/condition.rules.js';
import { typeInVietnamese } from '../nominations/nomination.rules.js';
import { isPerson, kindInVietnamese } from '../units/unit-kind.rules.js';
import { judge, verdictOf, wordsOf, type Verdict } from './eligibility.rules.js';
import type { EligibilityReason } from './eligibility.view.js';
import { either } from './judgement.rules.js';
import type { Judgement, Nominee } from './nominee.js';
import { holdingOf } from './title-words.rules.js';

/** Words judged by facts of health and discipline, which only `personal:read` admits to; some of members. */
const restricted: readonly ConditionWord[] = ['NO_HOLD', 'NO_DISCIPLINE', 'SERVICE'];
const ofMembers: readonly ConditionWord[] = ['MEMBERS_DISCIPLINED'];

const heldBack = {
  figure: null,
  vi: 'Nội dung chỉ hiển thị cho người có quyền đọc dữ liệu cá nhân.',
  en: 'The finding is for callers with personal:read.',
};

/** Conditions of every form: whom it is for, by which road, and who decides. */
function general(form: AwardForm, nominee: Nominee): EligibilityReason[] {
  const { kind, type, year } = nominee;
  const holding = holdingOf(nominee, { form: form.code, year });
  const road = form.roads.find((each) => each.type === type);
  const { title, here } = form.authority;
  const reason = (
    code: string,
    judged: Judgement,
    { text, source, verified }: Pick<EligibilityReason, 'text' | 'source' | 'verified'>,
  ): EligibilityReason => ({
    ...{ code, state: judged.state, text, figure: judged.figure, ...judged.why, cure: null, source, verified },
  });
  /** A title is given once a year; other forms as often as there is a reason. */
  const notYet = () =>
    reason(
      'chua-co',
      either(holding !== 'HELD', {
        en: holding === 'PENDING' ? `It is put forward for ${year} already.` : `${year}: ${holding ?? 'not held'}.`,
        vi: {
          HELD: `Đã được tặng danh hiệu này năm ${year}.`,
          PENDING: `Đã có đề nghị năm ${year}, đang được xét.`,
          REFUSED: `Đã có đề nghị năm ${year}, không được khen thưởng.`,
          NONE: `Chưa được tặng danh hiệu này năm ${year}.`,
        }[holding ?? 'NONE'],
      }),
      { ...form, text: 'Mỗi danh hiệu thi đua tặng một lần trong năm' },
    );
  return [
    reason(
      'doi-tuong',
      either(form.nominees.includes(kind), { en: `It is a ${kind}.`, vi: `Là ${kindInVietnamese[kind]}.` }),
      { ...form, text: `Dành cho: ${form.nominees.map((each) => kindInVietnamese[each]).join('; ')}` },
    ),
    reason(
      'trinh-tu',
      either(road !== undefined, {
        en: `Type ${type}: ${road ? road.steps.join(', ') : 'no road'}.`,
        vi: `Hình thức này ${road ? 'có' : 'không'} xét ${typeInVietnamese[type]}.`,
      }),
      { ...(road ?? form), text: 'Có trình tự xét theo loại đề nghị' },
    ),
    reason(
      'tham-quyen',
      either(true, {
        en: here ? `${title} decides.` : `It goes up to ${title}.`,
        vi: here ? `${title} quyết định.` : `Xã xét và trình ${title}.`,
      }),
      { ...form.authority, text: `Thẩm quyền: ${title}` },
    ),
    ...(form.category === 'TITLE' ? [notYet()] : []),
  ];
}

/** Verdict on a nominee for a form, with every condition that applies to the type and kind. */
export function eligibilityOf(
  form: AwardForm,
  nominee: Nominee,
  { readsPersonal, today }: { readsPersonal: boolean; today: string },
): { verdict: Verdict; reasons: EligibilityReason[] } {
  const applying = form.conditions.filter((condition) => isAskedOf(condition, nominee));
  const asked = applying.map(({ code, text, cure, needs, source, verified }): EligibilityReason => {
    const term = JSON.parse(needs) as Term;
    const words = isPerson(nominee.kind) ? [...restricted, ...ofMembers] : ofMembers;
    const isHeldBack = !readsPersonal && wordsOf(term).some((word) => words.includes(word));
    // Asked day by day, the answers would tell the days of a hold.
    const { state, figure, why } = judge(term, isHeldBack ? { ...nominee, on: today } : nominee);
    return {
      ...{ code, state, text, figure, ...why, cure: state === 'MET' ? null : cure, source, verified },
      ...(isHeldBack && heldBack),
    };
  });
  const reasons = [...general(form, nominee), ...asked];
  return { verdict: verdictOf(reasons.map(({ state }) => state)), reasons };
}
