import type { JournaledType, Kind } from '../api/kinds.js';
import type { Language } from '../api/problem.js';
import type { Basis, Comparator } from '../indicators/indicator-members.view.js';
import type { ProgressState } from '../progress/state.rules.js';
import type { Shape, Tone } from './badge.js';
import { recordWords } from '../state-words.data.js';
import { word, type Word } from '../word.js';

/** States of a promise: shape, tone and word. */
export const states: Readonly<Record<ProgressState, readonly [Shape, Tone, Word]>> = {
  EXCEEDED: ['up', 'great', word('Vượt mức', 'Exceeded')],
  MET: ['tick', 'good', word('Đạt', 'Met')],
  ON_TRACK: ['ring', 'good', word('Đúng tiến độ', 'On track')],
  IN_PROGRESS: ['ring', 'quiet', word('Đang thực hiện', 'Under way')],
  BEHIND: ['down', 'doubt', word('Chậm tiến độ', 'Behind')],
  MISSED: ['cross', 'bad', word('Chưa đạt', 'Missed')],
  NEEDS_CLARIFICATION: ['question', 'doubt', word('Cần làm rõ', 'To be clarified')],
  NO_TARGET: ['dots', 'quiet', word('Chưa có mức giao', 'No target')],
  NO_FIGURE: ['none', 'doubt', word('Chưa có số liệu', 'No figure')],
  NOT_DUE: ['none', 'quiet', word('Chưa đến kỳ', 'Not due yet')],
  NOT_JUDGED: ['dots', 'quiet', word('Không đánh giá', 'Not judged')],
};

/** Words that stand for a figure. */
export const values: Readonly<Record<string, Word>> = {
  YES: word('có', 'yes'),
  NO: word('chưa', 'no'),
  WEAK: word('yếu', 'weak'),
  AVERAGE: word('trung bình', 'average'),
  FAIR: word('khá', 'fair'),
  GOOD: word('tốt', 'good'),
  EXCELLENT: word('xuất sắc', 'excellent'),
};

/** Words before a target. */
export const comparators: Readonly<Record<Comparator, Word>> = {
  AT_LEAST: word('', ''),
  ABOVE: word('trên ', 'above '),
  AT_MOST: word('không quá ', 'at most '),
  BELOW: word('dưới ', 'below '),
  EQUAL: word('đúng ', 'exactly '),
  BETWEEN: word('từ ', 'from '),
  HOLD: word('giữ vững: ', 'keep: '),
  GRADE: word('đạt: ', 'reach: '),
  ACHIEVE: word('đạt', 'achieved'),
  NONE: word('', ''),
};

/** Words before a target that is a change. */
export const changes: Readonly<Record<Basis, Word>> = {
  LEVEL: word('', ''),
  EACH_UNIT: word('mỗi đơn vị ', 'each unit '),
  CHANGE: word('thay đổi ', 'change of '),
  GROWTH: word('tăng trưởng ', 'growth of '),
  MULTIPLE: word('gấp ', 'multiplied by '),
  NOT_WORSE: word('không kém năm trước', 'not worse than the year before'),
};

type Act = Kind extends `${string}.${infer Last}` ? Last : never;

/** Word for an act on a record: in Vietnamese said before it, in English after it. */
const acts: Readonly<Record<Act, Word>> = {
  added: word('thêm', 'added'),
  amended: word('sửa', 'amended'),
  moved: word('chuyển', 'moved'),
  closed: word('kết thúc', 'closed'),
  published: word('công khai', 'published'),
  erased: word('xóa dữ liệu cá nhân của', 'without their personal values'),
  recorded: word('ghi nhận', 'recorded'),
  registered: word('ghi', 'registered'),
  numbered: word('ghi số', 'numbered'),
  removed: word('gỡ bỏ', 'removed'),
  uploaded: word('tải lên', 'uploaded'),
  attached: word('đính kèm', 'attached'),
  answered: word('trả lời', 'answered'),
  adopted: word('áp dụng', 'adopted'),
  tieDecided: word('quyết định trường hợp bằng điểm tại', 'with a tie decided'),
  drafted: word('soạn', 'drafted'),
  dropped: word('bỏ dự thảo', 'dropped'),
  settingsSet: word('đặt quy định của', 'given settings'),
  issued: word('ban hành', 'issued'),
  extended: word('gia hạn', 'extended'),
  reopened: word('mở lại', 'reopened'),
  set: word('đặt', 'set'),
  clarified: word('làm rõ', 'clarified'),
  retired: word('thôi áp dụng', 'retired'),
  given: word('ghi', 'given'),
  submitted: word('nộp', 'submitted'),
  explained: word('giải trình', 'explained'),
  scored: word('chấm', 'scored'),
  verified: word('thẩm định', 'verified'),
  concluded: word('kết luận', 'concluded'),
  returned: word('trả lại', 'returned'),
  approved: word('phê duyệt', 'approved'),
  withdrawn: word('rút', 'withdrawn'),
  superseded: word('thay thế', 'superseded'),
  corrected: word('đính chính', 'corrected'),
  repriced: word('xác định lại tiền thưởng của', 'with another amount'),
  paid: word('chi tiền thưởng', 'paid'),
  presented: word('trao', 'presented'),
  recovered: word('thu hồi tiền, hiện vật của', 'recovered'),
  paymentRemoved: word('gỡ khoản chi của', 'with a payment taken out'),
  made: word('ghi', 'made'),
  accepted: word('thụ lý', 'accepted'),
  settled: word('giải quyết', 'settled'),
  opened: word('mở', 'opened'),
  appraised: word('thẩm định', 'appraised'),
  consulted: word('công khai, lấy ý kiến về', 'consulted the people on'),
  raised: word('ghi nhận', 'raised'),
  reconsidered: word('đưa ra xét lại', 'reconsidered'),
  recommended: word('đồng ý', 'recommended'),
  notRecommended: word('không đồng ý', 'not recommended'),
  forwarded: word('trình cấp trên', 'forwarded'),
  received: word('ghi việc cấp trên nhận', 'received above'),
  granted: word('chấp thuận', 'granted'),
  refused: word('từ chối', 'refused'),
  revoked: word('hủy bỏ', 'revoked'),
  restored: word('có hiệu lực trở lại', 'in force again'),
  appointed: word('bổ nhiệm', 'appointed'),
  ended: word('kết thúc', 'ended'),
  resumed: word('tiếp tục', 'resumed'),
  convened: word('triệu tập', 'convened'),
  cancelled: word('hủy', 'cancelled'),
  attended: word('điểm danh', 'attended'),
  held: word('ghi cuộc họp đã diễn ra', 'recorded as held'),
  recused: word('ghi việc từ chối tham gia tại', 'with a recusal'),
  recusalWithdrawn: word('rút việc từ chối tham gia tại', 'with a recusal withdrawn'),
  opined: word('ghi ý kiến tại', 'with an opinion'),
  tallied: word('kiểm phiếu tại', 'with a count'),
  confirmed: word('xác nhận', 'confirmed'),
  linked: word('gắn', 'linked'),
  unlinked: word('gỡ', 'unlinked'),
  signed: word('ký', 'signed'),
  begun: word('bắt đầu', 'begun'),
  delegated: word('ủy quyền', 'delegated'),
  rotated: word('đổi', 'rotated'),
  replayed: word('gửi lại từ', 'replayed'),
  loaded: word('nạp', 'loaded'),
  succeeded: word('kế thừa', 'succeeded'),
};

/** Words of kinds that have their own. */
const ownActs: Readonly<Partial<Record<Kind, Word>>> = {
  'award.issued': word('quyết định', 'given'),
  'standings.scored': word('tính', 'scored'),
  'unit.closed': word('kết thúc hoạt động của', 'closed'),
  'period.closed': word('chốt số liệu', 'closed'),
};

/** A number of changes of one kind: `phê duyệt 12 kết quả`, `12 results approved`. */
export function kindInWords(kind: Kind, count: string, language: Language): string {
  const [type, act] = kind.split('.') as [JournaledType, Act];
  const [record, what] = [recordWords[type][language], (ownActs[kind] ?? acts[act])[language]];
  return language === 'vi' ? `${what} ${count} ${record}` : `${count} ${record} ${what}`;
}
