import { point } from '../points.js';
import type { Matter } from './matter.entity.js';

/** The point that votes are counted already. */
export const tallied = (pointer: string, { unitCode }: Pick<Matter, 'unitCode'>) =>
  point(pointer, 'TALLIED', {
    en: `The votes on "${unitCode}" are counted already.`,
    vi: `Đề nghị của "${unitCode}" đã kiểm phiếu.`,
  });
