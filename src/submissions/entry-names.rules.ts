import { point, points, type Point } from '../points.js';

/** Points for what a list by indicator names twice, or names although there is no such entry. */
export function brokenNames(
  given: readonly { indicatorCode: string }[],
  entries: readonly { indicatorCode: string }[],
): Point[] {
  return given.flatMap(({ indicatorCode }, index) => {
    const pointer = `/entries/${index}/indicatorCode`;
    if (given.findIndex((each) => each.indicatorCode === indicatorCode) < index)
      return [
        point(pointer, 'TWICE', {
          en: `"${indicatorCode}" is named twice.`,
          vi: `Chỉ tiêu "${indicatorCode}" được nêu hai lần.`,
        }),
      ];
    const known = entries.some((each) => each.indicatorCode === indicatorCode);
    return points(
      !known &&
        point(pointer, 'UNKNOWN', {
          en: `There is no "${indicatorCode}" here.`,
          vi: `Kế hoạch không có chỉ tiêu "${indicatorCode}".`,
        }),
    );
  });
}
