/** Kinds of fact (dữ kiện), each with the values it takes in their order, and the words of an office for both. */
export const factWords = {
  SERVICE: {
    vi: 'quá trình công tác',
    values: {
      OFFICIAL: 'cán bộ',
      CIVIL_SERVANT: 'công chức',
      PUBLIC_EMPLOYEE: 'viên chức',
      CONTRACT: 'lao động hợp đồng',
      COMMUNE_PART_TIME: 'người hoạt động không chuyên trách ở cấp xã',
      HAMLET_PART_TIME: 'người hoạt động không chuyên trách ở thôn, tổ dân phố',
      RESIDENT: 'người dân',
    },
  },
  RATING: {
    vi: 'xếp loại chất lượng',
    values: {
      FAILED: 'không hoàn thành nhiệm vụ',
      COMPLETED: 'hoàn thành nhiệm vụ',
      GOOD: 'hoàn thành tốt nhiệm vụ',
      EXCELLENT: 'hoàn thành xuất sắc nhiệm vụ',
    },
  },
  INITIATIVE: {
    vi: 'sáng kiến, đề tài được công nhận',
    values: {
      GRASSROOTS: 'phạm vi cấp cơ sở',
      PROVINCE: 'phạm vi cấp tỉnh, bộ, ngành',
      NATION: 'phạm vi toàn quốc',
    },
  },
  DISCIPLINE: {
    vi: 'kỷ luật',
    values: {
      REPRIMAND: 'khiển trách',
      WARNING: 'cảnh cáo',
      SALARY_CUT: 'hạ bậc lương',
      DEMOTION: 'giáng chức',
      REMOVAL: 'cách chức',
      DISMISSAL: 'buộc thôi việc',
    },
  },
  HOLD: {
    vi: 'tạm dừng xét khen thưởng',
    values: {
      DISCIPLINE: 'đang xem xét kỷ luật',
      INSPECTION: 'đang thanh tra, kiểm tra, điều tra có dấu hiệu vi phạm',
      COMPLAINT: 'đang xác minh đơn khiếu nại, tố cáo',
      PRESS: 'báo chí nêu dấu hiệu tham nhũng, tiêu cực, đang xác minh',
    },
  },
  LEAVE: { vi: 'nghỉ thai sản', values: { MATERNITY: 'nghỉ thai sản' } },
  SEX: { vi: 'giới tính', values: { FEMALE: 'nữ', MALE: 'nam' } },
  /** Codes of what is recognised, as the conditions of a rule set name them. */
  RECOGNITION: { vi: 'được công nhận đạt chuẩn, tiêu chuẩn', values: null },
} as const;

export const factKinds = Object.keys(factWords) as (keyof typeof factWords)[];
export type FactKind = (typeof factKinds)[number];

/** Values of a kind, the least first; null: any code. */
export const valuesOf = (kind: FactKind): readonly string[] | null => {
  const { values } = factWords[kind];
  return values === null ? null : Object.keys(values);
};

/** Whether a value is this one or comes after it. */
export const reaches = (kind: FactKind, value: string, least: string): boolean => {
  const values = valuesOf(kind) ?? [];
  return values.indexOf(value) >= values.indexOf(least);
};

/** Ratings that are this one or better. */
export const ratedFrom = (least: string): string[] =>
  (valuesOf('RATING') ?? []).filter((value) => reaches('RATING', value, least));

/** Facts of health and discipline: only `personal:read` admits to those of a person. */
export const restrictedKinds: readonly FactKind[] = ['DISCIPLINE', 'HOLD', 'LEAVE'];
