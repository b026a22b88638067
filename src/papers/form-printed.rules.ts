/**
 * Award form as a sentence names it: danh hiệu “Lao động tiên tiến”; "Giấy khen của Chủ tịch Ủy ban nhân dân xã", of
 * the commune's own `kind`, where the law says "cấp xã".
 */
export const formPrinted = (name: string, category: 'TITLE' | 'COMMENDATION' | undefined, kind: string): string =>
  category === 'TITLE' ? `danh hiệu “${name}”` : name.replace(/(?<=Ủy ban nhân dân )cấp xã$/u, kind);

/** Heading of a certificate, and the line above: TẶNG, GIẤY KHEN. */
export const headingOf = (
  name: string,
  category: 'TITLE' | 'COMMENDATION' | undefined,
): { verb: string; heading: string; category: 'TITLE' | 'COMMENDATION' } =>
  category === 'TITLE'
    ? { verb: 'CÔNG NHẬN DANH HIỆU', heading: name.toLocaleUpperCase('vi'), category }
    : { verb: 'TẶNG', heading: name.replace(/\s+của\s.*$/u, '').toLocaleUpperCase('vi'), category: 'COMMENDATION' };
