/** Award form as a sentence names it: danh hiệu “Lao động tiên tiến”; "Giấy khen của Chủ tịch …" as it is. */
export const formPrinted = (name: string, category: 'TITLE' | 'COMMENDATION' | undefined): string =>
  category === 'TITLE' ? `danh hiệu “${name}”` : name;

/** Heading of a certificate, and the line above: TẶNG, GIẤY KHEN. */
export const headingOf = (
  name: string,
  category: 'TITLE' | 'COMMENDATION' | undefined,
): { verb: string; heading: string } =>
  category === 'TITLE'
    ? { verb: 'CÔNG NHẬN DANH HIỆU', heading: name.toLocaleUpperCase('vi') }
    : { verb: 'TẶNG', heading: name.replace(/\s+của\s.*$/u, '').toLocaleUpperCase('vi') };
