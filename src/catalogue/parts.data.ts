import type { NominationType } from './nomination-type.js';
import type { AuthorityGiven, AwardFormGiven, DossierItemGiven, NomineeFactorGiven, RoadGiven, TimeLimitGiven, VoteRuleGiven } from './catalogue.inputs.js';

/* Parts that the rows of several rule sets share. */

export interface Sourced {
  source: string;
  verified: boolean;
}

/** Read in a public source; or only remembered or inferred, to be checked before it is relied on. */
export const read = (source: string): Sourced => ({ source, verified: true });
export const unread = (source: string): Sourced => ({ source, verified: false });

type Nominees = AwardFormGiven['nominees'];
export const person: Nominees = ['INDIVIDUAL'];
export const household: Nominees = ['HOUSEHOLD'];
export const hamlet: Nominees = ['HAMLET'];
/** The commune itself is put forward by its People's Committee. */
export const commune: Nominees = ['BODY'];
/** Tập thể lao động: where people work together. */
export const workers: Nominees = ['BODY', 'DEPARTMENT', 'ORGANISATION'];
export const collective: Nominees = [...workers, 'HAMLET'];
export const anybody: Nominees = [...person, ...collective, ...household];

type Office = Omit<AuthorityGiven, keyof Sourced>;
export const chairperson: Office = { code: 'chu-tich-ubnd-xa', title: 'Chủ tịch Ủy ban nhân dân xã', here: true, level: 'COMMUNE' };
export const district: Office = { code: 'chu-tich-ubnd-huyen', title: 'Chủ tịch Ủy ban nhân dân huyện', here: false, level: 'DISTRICT' };
export const director: Office = { code: 'giam-doc-so', title: 'Giám đốc sở', here: false, level: 'PROVINCE' };
export const province: Office = { code: 'chu-tich-ubnd-tinh', title: 'Chủ tịch Ủy ban nhân dân tỉnh', here: false, level: 'PROVINCE' };
export const primeMinister: Office = { code: 'thu-tuong', title: 'Thủ tướng Chính phủ', here: false, level: 'STATE' };
export const president: Office = { code: 'chu-tich-nuoc', title: 'Chủ tịch nước', here: false, level: 'STATE' };
export const above: Office = { code: 'cap-tren', title: 'Cấp trên có thẩm quyền', here: false };

const byProvince = unread('Do tỉnh, đơn vị quy định; thường gặp 2/3, 70 %, 80 %');
/** Two thirds of those present, by show of hands. */
export const twoThirds: VoteRuleGiven = { ballot: 'OPEN', quorumNumerator: 2, quorumDenominator: 3, passNumerator: 2, passDenominator: 3, base: 'PRESENT', absentee: 'NOT_COUNTED', recusedLeaveBase: true, ...byProvince };
/** Seventy percent of all members, in secret. */
export const seventy: VoteRuleGiven = { ...twoThirds, ballot: 'PAPER', passNumerator: 70, passDenominator: 100, base: 'ALL_MEMBERS', absentee: 'WRITTEN_OPINION' };
/** A share of all members, in secret; absentees give their opinion in writing, so no quorum is asked for. */
export const ofAll = (percent: number, sourced: Sourced): VoteRuleGiven => ({ ...seventy, quorumNumerator: 0, quorumDenominator: 1, passNumerator: percent, recusedLeaveBase: false, ...sourced });
/** Sixty percent of those summoned must come, sixty percent of those be for it. */
export const sixtyOfArea = (sourced: Sourced): VoteRuleGiven => ({ ...twoThirds, quorumNumerator: 60, quorumDenominator: 100, passNumerator: 60, passDenominator: 100, recusedLeaveBase: false, ...sourced });

/** Factors for collectives and households. */
export const factors = (ofCollective: Sourced, ofHousehold: Sourced): NomineeFactorGiven[] => [
  { nominees: collective, factor: '2', ...ofCollective },
  { nominees: household, factor: '1.5', ...ofHousehold },
];

type Papers = readonly (readonly [item: string, documentType: string, name: string, required?: boolean])[];

const usualPapers: Papers = [
  ['to-trinh', 'TTr', 'Tờ trình (văn bản đề nghị) kèm danh sách'],
  ['bao-cao', 'BC', 'Báo cáo thành tích'],
  ['bien-ban', 'BB', 'Biên bản xét khen thưởng'],
];
const suddenPapers: Papers = [
  ['to-trinh', 'TTr', 'Tờ trình'],
  ['tom-tat', 'BC', 'Tóm tắt thành tích'],
];

/** The documents of each type; a sudden deed needs no more than a summary. */
export const papers = (types: readonly NominationType[], sourced: Sourced, usual: Papers = usualPapers): DossierItemGiven[] =>
  types.flatMap((type) => (type === 'SUDDEN' ? suddenPapers : usual).map(([item, documentType, name, required = true]) => ({ type, item, documentType, name, required, ...sourced })));

/** Papers with the decision that recognises an initiative. */
export const withInitiative: Papers = [...usualPapers, ['sang-kien', 'QĐ', 'Văn bản công nhận sáng kiến hoặc đề tài khoa học']];
/** The report of achievements: asked for in some provinces. */
export const reportOptional: Papers = [
  ['to-trinh', 'TTr', 'Văn bản đề nghị kèm danh sách'],
  ['bao-cao', 'BC', 'Báo cáo thành tích', false],
  ['bien-ban', 'BB', 'Biên bản bình xét'],
];

/** Clerk's appraisal, the meeting, then who decides or who hands on; a sudden deed goes without a meeting. */
export const roads = (types: readonly NominationType[], end: 'DECISION' | 'FORWARDING', sourced: Sourced): RoadGiven[] =>
  types.map((type) => ({ type, steps: type === 'SUDDEN' ? ['APPRAISAL', end] : ['APPRAISAL', 'MEETING', end], ...sourced }));

const tenDays = { days: 10, countedIn: 'CALENDAR' } as const;

/** The meeting, then the list hangs for ten days before who decides or hands on (NĐ 86/2023); no appraisal of the clerk's own. */
export const posted = (end: 'DECISION' | 'FORWARDING', sourced: Sourced, more: readonly TimeLimitGiven[] = []): Pick<AwardFormGiven, 'roads' | 'timeLimits'> => ({
  roads: [{ type: 'MERIT', steps: ['MEETING', 'CONSULTATION', end], ...sourced }],
  timeLimits: [{ of: 'CONSULTATION', ...tenDays, ...sourced }, ...(end === 'DECISION' ? [{ of: 'DECISION', ...tenDays, ...sourced } as const] : []), ...more],
});

/** A refusal is answered in writing within the time of the decision, the list of those awarded published within fifteen days. */
export const answered = (sourced: Sourced): TimeLimitGiven[] => [
  { of: 'REFUSAL', ...tenDays, ...sourced },
  { of: 'PUBLICATION', days: 15, countedIn: 'CALENDAR', ...sourced },
];

/** A complaint about a decision of the commune, and its settlement; a complicated one may take 45 days, far places longer. */
export const complaints: TimeLimitGiven[] = [
  { of: 'COMPLAINT', days: 90, countedIn: 'CALENDAR', ...unread('Luật Khiếu nại 02/2011/QH13, Điều 9') },
  { of: 'SETTLEMENT', days: 30, countedIn: 'CALENDAR', ...unread('Luật Khiếu nại 02/2011/QH13, Điều 28') },
];

/** A proposal of state level (cấp Nhà nước): as handed on, and public for ten working days before the council meets; a sudden deed has no council. */
export function ofState(sourced: Sourced, handed: ReturnType<typeof handedOn>): ReturnType<typeof handedOn> & Pick<AwardFormGiven, 'timeLimits'> {
  const roads = handed.roads.map((road): RoadGiven => (road.type === 'SUDDEN' ? road : { ...road, steps: ['APPRAISAL', 'CONSULTATION', 'MEETING', 'FORWARDING'], ...sourced }));
  return { ...handed, roads, timeLimits: [{ of: 'CONSULTATION', days: 10, countedIn: 'WORKING', ...sourced }] };
}

/** A form the commune only hands on: whose it is, by which types, and how its council votes on the proposal. */
export function handedOn(office: Office, authority: Sourced, types: readonly NominationType[], voteRule: VoteRuleGiven = twoThirds): Pick<AwardFormGiven, 'authority' | 'factors' | 'voteRule' | 'roads' | 'dossier'> {
  const usual = unread('Thủ tục thông thường: thẩm định, họp xét, trình cấp trên');
  return { authority: { ...office, ...authority }, factors: [], voteRule, roads: roads(types, 'FORWARDING', usual), dossier: papers(types, usual) };
}

/** Parts of a form kept as history only: nobody is nominated for it here. */
export const onlyHistory: Pick<AwardFormGiven, 'authority' | 'factors' | 'roads' | 'dossier'> = { authority: { ...above, ...unread('Cấp trên quyết định; ghi nhận làm lịch sử khen thưởng') }, factors: [], roads: [], dossier: [] };
