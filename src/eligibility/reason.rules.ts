import type { AwardForm } from '../catalogue/award-form.view.js';
import type { ConditionWord, Term } from '../catalogue/condition-words.data.js';
import { isPerson, kindInVietnamese } from '../units/unit-kind.rules.js';
import { judge, verdictOf, wordsOf, type Verdict } from './eligibility.rules.js';
import type { EligibilityReason } from './eligibility.view.js';
import { either } from './judgement.rules.js';
import type { Judgement, Nominee } from './nominee.js';

/** Words judged by facts of health and discipline, which only `personal:read` admits to. */
const restricted: readonly ConditionWord[] = ['NO_HOLD', 'NO_DISCIPLINE', 'SERVICE'];

const heldBack = {
  figure: null,
  vi: 'Nội dung chỉ hiển thị cho người có quyền đọc dữ liệu cá nhân.',
  en: 'The finding is for callers with personal:read.',
};

/** Conditions of every form: whom it is for, by which road, and who decides. */
function general(form: AwardForm, { kind, type }: Nominee): EligibilityReason[] {
  const road = form.roads.find((each) => each.type === type);
  const { title, here } = form.authority;
  const reason = (
    code: string,
    judged: Judgement,
    { text, source, verified }: Pick<EligibilityReason, 'text' | 'source' | 'verified'>,
  ): EligibilityReason => ({
    ...{ code, state: judged.state, text, figure: judged.figure, ...judged.why, cure: null, source, verified },
  });
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
        vi: road ? 'Hình thức này xét theo loại đề nghị đó.' : 'Hình thức này không xét theo loại đề nghị đó.',
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
  ];
}

/** Verdict on a nominee for a form, with every condition that applies to the type and kind. */
export function eligibilityOf(
  form: AwardForm,
  nominee: Nominee,
  { readsPersonal }: { readsPersonal: boolean },
): { verdict: Verdict; reasons: EligibilityReason[] } {
  const applying = form.conditions.filter(
    ({ types, nominees }) =>
      (types.length === 0 || types.includes(nominee.type)) &&
      (nominees.length === 0 || nominees.includes(nominee.kind)),
  );
  const asked = applying.map(({ code, text, cure, needs, source, verified }): EligibilityReason => {
    const term = JSON.parse(needs) as Term;
    const { state, figure, why } = judge(term, nominee);
    const isHeldBack =
      !readsPersonal && isPerson(nominee.kind) && wordsOf(term).some((word) => restricted.includes(word));
    return {
      ...{ code, state, text, figure, ...why, cure: state === 'MET' ? null : cure, source, verified },
      ...(isHeldBack && heldBack),
    };
  });
  const reasons = [...general(form, nominee), ...asked];
  return { verdict: verdictOf(reasons.map(({ state }) => state)), reasons };
}
