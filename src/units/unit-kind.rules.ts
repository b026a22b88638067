export const unitKinds = ['BODY', 'DEPARTMENT', 'ORGANISATION', 'HAMLET', 'HOUSEHOLD', 'INDIVIDUAL'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Kinds of unit as they are said in Vietnamese. */
export const kindInVietnamese: Readonly<Record<UnitKind, string>> = {
  BODY: 'cơ quan, hội đồng',
  DEPARTMENT: 'phòng, ban',
  ORGANISATION: 'tổ chức, đoàn thể',
  HAMLET: 'thôn, khu dân cư',
  HOUSEHOLD: 'hộ gia đình',
  INDIVIDUAL: 'cá nhân',
};

/** Households and people: their names are personal, and lists sort them by given name. */
export const isPerson = (kind: UnitKind): boolean => kind === 'HOUSEHOLD' || kind === 'INDIVIDUAL';

/** Data subject of a record of a unit: the unit, where it is a person or household. */
export const personOf = ({ unitId, unitKind }: { unitId: string; unitKind: UnitKind }): string | undefined =>
  isPerson(unitKind) ? unitId : undefined;
