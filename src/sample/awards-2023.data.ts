import type { AddUnit } from '../units/unit.inputs.js';
import type { Nominee, Year } from './award-year.js';
import { culturedAreas, culturedFamilies } from './cultured-2023.data.js';
import { households } from './households.data.js';
import { moneyOfDucLang, moneyOfXaMau } from './money-2023.data.js';
import { mark } from './mark.js';

/** Person named by the post: a name would be of a real person. */
const person = (code: string, name: string, parent: string): AddUnit => ({
  code,
  kind: 'INDIVIDUAL',
  name,
  parent,
  validFrom: '2021-07-01',
  invented: true,
});

const officials = [
  person('chu-tich-xa', 'Chủ tịch Ủy ban nhân dân xã', 'ubnd'),
  person('pho-chu-tich-xa', 'Phó Chủ tịch Ủy ban nhân dân xã', 'ubnd'),
  person('cong-chuc-thong-ke', 'Công chức Văn phòng - Thống kê', 'van-phong-thong-ke'),
  person('cong-chuc-ke-toan', 'Công chức Tài chính - Kế toán', 'tai-chinh-ke-toan'),
  person('cong-chuc-van-hoa', 'Công chức Văn hóa - Xã hội', 'van-hoa-xa-hoi'),
  person('chu-tich-mat-tran', 'Chủ tịch Ủy ban Mặt trận Tổ quốc xã', 'mat-tran-to-quoc'),
  person('chu-tich-phu-nu', 'Chủ tịch Hội Liên hiệp Phụ nữ xã', 'hoi-phu-nu'),
  person('chi-huy-truong', 'Chỉ huy trưởng Ban Chỉ huy quân sự xã', 'ban-chi-huy-quan-su'),
  person('tram-truong', 'Trạm trưởng Trạm Y tế xã', 'tram-y-te'),
];

const area = 'khu-dan-cu-2';
const neighbours = [
  person('bi-thu-khu-2', 'Bí thư Chi bộ khu dân cư số 2', area),
  person('truong-khu-2', 'Trưởng khu dân cư số 2', area),
  person('mat-tran-khu-2', 'Trưởng ban Công tác Mặt trận khu dân cư số 2', area),
  person('phu-nu-khu-2', 'Chi hội trưởng phụ nữ khu dân cư số 2', area),
  person('nong-dan-khu-2', 'Chi hội trưởng nông dân khu dân cư số 2', area),
];

const law = 'Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003';
const where = 'Hội trường Ủy ban nhân dân xã';
const excellent = (unit: string): Nominee => ({
  ...{ unit, form: 'cstdcs' },
  summary: 'Lao động tiên tiến, có giải pháp giảm thời gian giải quyết hồ sơ',
});
const diligent = (unit: string): Nominee => ({ unit, form: 'ldtt', summary: 'Hoàn thành tốt nhiệm vụ năm 2023' });

const handedUp = `Hai đề nghị đã trình huyện, còn chờ kết quả ${mark}`;

/** Award year of xã Đức Lạng: a sudden deed in the flood of autumn, and the round at the end of the year. */
export const ducLang: Year = {
  issuer: 'Ủy ban nhân dân xã Đức Lạng',
  place: 'Đức Lạng',
  people: [...officials, ...neighbours],
  households,
  councilNumber: 12,
  members: {
    'hoi-dong-thi-dua': [
      ['chu-tich-xa', 'CHAIR', 'council-1'],
      ['pho-chu-tich-xa', 'VICE_CHAIR', 'council-2'],
      ['cong-chuc-thong-ke', 'SECRETARY', 'council-3'],
      ['cong-chuc-ke-toan', 'MEMBER', 'council-4'],
      ['chu-tich-mat-tran', 'MEMBER', 'council-5'],
      ['chu-tich-phu-nu', 'MEMBER', 'council-6'],
      ['chi-huy-truong', 'MEMBER', 'council-7'],
    ],
    [area]: [
      ['bi-thu-khu-2', 'CHAIR'],
      ['truong-khu-2', 'VICE_CHAIR'],
      ['mat-tran-khu-2', 'SECRETARY'],
      ['phu-nu-khu-2', 'MEMBER'],
      ['nong-dan-khu-2', 'MEMBER'],
    ],
  },
  rounds: [
    {
      opened: { name: `Khen thưởng đột xuất mùa mưa lũ năm 2023 ${mark}`, period: '2023' },
      openedOn: '2023-11-01',
      nominatedOn: '2023-11-01',
      appraisedOn: '2023-11-02',
      nominees: [
        {
          unit: 'ban-chi-huy-quan-su',
          form: 'giay-khen-xa',
          summary: 'Cứu người và tài sản trong trận lũ đêm 30 tháng 10',
          deedOn: '2023-10-30',
        },
      ],
      meetings: [],
      decisions: [
        {
          signedOn: '2023-11-03',
          title: 'Về việc tặng Giấy khen cho tập thể có thành tích đột xuất',
          bases: [law],
          forms: ['giay-khen-xa'],
        },
      ],
      closed: { on: '2023-11-30' },
    },
    {
      opened: {
        name: `Tổng kết phong trào thi đua năm 2023 ${mark}`,
        period: '2023',
        calendar: { nominateBy: '2023-12-08', meetBy: '2023-12-20', decideBy: '2023-12-29' },
      },
      openedOn: '2023-12-01',
      nominatedOn: '2023-12-06',
      appraisedOn: '2023-12-08',
      nominees: [
        ...['cong-chuc-thong-ke', 'cong-chuc-ke-toan', 'cong-chuc-van-hoa', 'tram-truong'].map(diligent),
        {
          unit: 'khu-dan-cu-1',
          form: 'giay-khen-xa',
          summary: 'Dẫn đầu về khu dân cư mẫu và nước sạch',
          restsOn: ['ntm.model-residential-areas', 'econ.households-clean-water'],
        },
        {
          unit: 'khu-dan-cu-3',
          form: 'giay-khen-xa',
          summary: 'Dẫn đầu về lúa và lạc',
          restsOn: ['econ.rice.area', 'econ.peanut.output'],
        },
        ...['cong-chuc-thong-ke', 'cong-chuc-van-hoa'].map(excellent),
      ],
      meetings: [
        { council: 'hoi-dong-thi-dua', heldOn: '2023-12-19', where, forms: ['ldtt', 'giay-khen-xa', 'cstdcs'] },
      ],
      inBulk: culturedFamilies,
      decisions: [
        {
          signedOn: '2023-12-22',
          title: 'Về việc công nhận danh hiệu Gia đình văn hóa năm 2023',
          bases: [law, 'Nghị định 122/2018/NĐ-CP'],
          forms: ['gdvh'],
        },
        {
          signedOn: '2023-12-27',
          title: 'Về việc công nhận danh hiệu Lao động tiên tiến năm 2023',
          bases: [law, 'Nghị định 91/2017/NĐ-CP'],
          forms: ['ldtt'],
        },
        {
          signedOn: '2023-12-27',
          title: 'Về việc tặng Giấy khen năm 2023',
          bases: [law, 'Nghị định 91/2017/NĐ-CP'],
          forms: ['giay-khen-xa'],
        },
      ],
      upward: [
        {
          ...{ unit: 'cong-chuc-thong-ke', form: 'cstdcs', forwardedOn: '2023-12-28' },
          answered: {
            receivedOn: '2024-01-02',
            outcome: {
              ...{ outcome: 'GRANTED', decidedOn: '2024-01-18', numberText: '112/QĐ-UBND' },
              issuer: 'Chủ tịch Ủy ban nhân dân huyện Đức Thọ',
            },
          },
        },
        {
          ...{ unit: 'cong-chuc-van-hoa', form: 'cstdcs', forwardedOn: '2023-12-28' },
          answered: {
            receivedOn: '2024-01-02',
            outcome: {
              ...{ outcome: 'RETURNED', decidedOn: '2024-01-12' },
              reason: `Hồ sơ chưa có văn bản công nhận sáng kiến ${mark}`,
            },
          },
        },
      ],
      closed: { on: '2023-12-29', reason: handedUp },
    },
    {
      opened: { name: `Khu dân cư văn hóa năm 2023 ${mark}`, period: '2023' },
      ...{ openedOn: '2024-01-03', nominatedOn: '2024-01-03', appraisedOn: '2024-01-03' },
      ...{ nominees: [], meetings: [], inBulk: culturedAreas, decisions: [] },
      upward: ['khu-dan-cu-1', 'khu-dan-cu-5'].map((unit) => ({
        unit,
        form: 'thon-van-hoa',
        forwardedOn: '2024-01-25',
      })),
      closed: { on: '2024-01-26', reason: handedUp },
    },
  ],
  money: moneyOfDucLang,
};

/** Award year of the fictitious commune: a recusal, a refused nomination, a revoked award. */
export const xaMau: Year = {
  issuer: 'Ủy ban nhân dân xã Mẫu (giả định)',
  place: 'Xã Mẫu',
  people: officials.slice(0, 5),
  councilNumber: 8,
  members: {
    'hoi-dong-thi-dua': [
      ['chu-tich-xa', 'CHAIR'],
      ['pho-chu-tich-xa', 'VICE_CHAIR'],
      ['cong-chuc-thong-ke', 'SECRETARY'],
      ['cong-chuc-ke-toan', 'MEMBER'],
    ],
  },
  rounds: [
    {
      opened: { name: `Tổng kết phong trào thi đua năm 2023 ${mark}`, period: '2023' },
      openedOn: '2023-12-01',
      nominatedOn: '2023-12-06',
      appraisedOn: '2023-12-08',
      nominees: [
        diligent('cong-chuc-van-hoa'),
        { unit: 'khu-dan-cu-1', form: 'giay-khen-xa', summary: 'Dẫn đầu phong trào' },
        { unit: 'khu-dan-cu-2', form: 'giay-khen-xa', summary: 'Dẫn đầu phong trào' },
      ],
      meetings: [
        {
          council: 'hoi-dong-thi-dua',
          heldOn: '2023-12-19',
          where,
          forms: ['ldtt', 'giay-khen-xa'],
          declared: { member: 'cong-chuc-ke-toan', unit: 'cong-chuc-van-hoa', reason: 'Là vợ chồng' },
        },
      ],
      decisions: [
        {
          signedOn: '2023-12-27',
          title: 'Về việc khen thưởng năm 2023',
          bases: [law],
          forms: ['ldtt', 'giay-khen-xa'],
          refused: { 'khu-dan-cu-2': 'Có đơn thư đang được xác minh' },
        },
      ],
      closed: { on: '2023-12-29' },
    },
  ],
  money: moneyOfXaMau,
  revoked: {
    ...{ unit: 'khu-dan-cu-1', on: '2024-01-15', ground: 'FRAUD', reason: 'Khai khống số hộ tham gia' },
    recovered: { on: '2024-01-22', voucher: 'PT 2' },
  },
};
