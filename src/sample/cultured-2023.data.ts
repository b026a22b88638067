import type { RecordHeldMeeting } from '../nominations/several.inputs.js';
import { culturedFamiliesOfAreas, firstHouseholds } from './households.data.js';
import { mark } from './mark.js';

/** A meeting of an area that was held, by the counts of its minutes. */
export interface HeldMeeting extends Pick<RecordHeldMeeting, 'council' | 'heldOn' | 'place' | 'summoned' | 'present'> {
  votesFor: number;
}

/** The list of the nominees as it hangs, with one objection that is answered. */
export interface PublicList {
  places: string[];
  firstDay: string;
  objection: { unit: string; raisedOn: string; text: string; answeredOn: string; answer: string };
  closedOn: string;
}

/** Nominees of a form that go through a round together, deliberated on by their areas. */
export interface InBulk {
  form: string;
  units: readonly string[];
  summary: string;
  nominatedOn: string;
  appraisedOn?: string;
  meetings: readonly HeldMeeting[];
  list?: PublicList;
}

/** People summoned to the meeting of each area, one of each household that came, and votes for the list. */
const meetingsOfAreas: readonly (readonly [summoned: number, present: number, votesFor: number])[] = [
  [172, 141, 138],
  [185, 149, 149],
  [198, 163, 160],
  [163, 132, 131],
  [210, 172, 170],
  [192, 155, 155],
];

const meetings = (areas: readonly number[], heldOn: string): HeldMeeting[] =>
  areas.map((area) => {
    const [summoned, present, votesFor] = meetingsOfAreas[area - 1]!;
    const place = `Nhà văn hóa khu dân cư số ${area}`;
    return { council: `khu-dan-cu-${area}`, heldOn, place, summoned, present, votesFor };
  });

/** Gia đình văn hóa of 2023: 880 of 1,120 households, by six meetings and one decision. */
export const culturedFamilies: InBulk = {
  form: 'gdvh',
  units: culturedFamiliesOfAreas.flatMap((total, index) => firstHouseholds(index + 1, total)),
  summary: 'Đạt các tiêu chuẩn Gia đình văn hóa năm 2023',
  ...{ nominatedOn: '2023-12-06', appraisedOn: '2023-12-08' },
  meetings: meetings([1, 2, 3, 4, 5, 6], '2023-12-10'),
};

/** Khu dân cư văn hóa of 2023, under the law of 2024: its list hangs for ten working days before it goes up. */
export const culturedAreas: InBulk = {
  form: 'thon-van-hoa',
  units: ['khu-dan-cu-1', 'khu-dan-cu-5'],
  summary: 'Đạt các tiêu chuẩn khu dân cư văn hóa năm 2023',
  nominatedOn: '2024-01-03',
  meetings: meetings([1, 5], '2024-01-06'),
  list: {
    places: ['Trụ sở Ủy ban nhân dân xã', 'Nhà văn hóa các khu dân cư'],
    firstDay: '2024-01-08',
    objection: {
      ...{ unit: 'khu-dan-cu-5', raisedOn: '2024-01-11', answeredOn: '2024-01-16' },
      text: `Còn rác ở đoạn mương phía sau nhà văn hóa, đề nghị xem lại ${mark}`,
      answer: `Ban công tác Mặt trận và đoàn thanh niên đã dọn ngày 13/01/2024; tiêu chuẩn môi trường đạt; giữ kết quả ${mark}`,
    },
    closedOn: '2024-01-24',
  },
};
