import { Asked } from '../api/asked.js';
import { line } from '../api/text-shapes.js';
import type { SheetColumn } from '../sheets/column.js';
import { citizenHeadings, personHeadings, placeHeadings } from './row-headings.data.js';

/** Cells of a row that name a person or unit. */
export class ImportedNominee {
  @Asked(line(200), 'Code or name of the person or unit.', { optional: true }) unit?: string;
  @Asked(line(200), 'Code or name of the unit above, where the name stands.', { optional: true }) place?: string;
  @Asked(line(35), "Citizen's number, for who reads personal values.", { optional: true }) citizen?: string;
}

export const nomineeColumns: readonly SheetColumn<keyof ImportedNominee>[] = [
  {
    member: 'unit',
    headings: ['Mã hoặc tên', 'Mã', 'Mã đơn vị', 'Mã hộ', 'code', 'unitCode', 'Tên', 'Tên đơn vị', ...personHeadings],
  },
  { member: 'place', headings: placeHeadings },
  { member: 'citizen', headings: citizenHeadings },
];

/** Columns of which a table of persons or units has one. */
export const namesNominee = ['unit', 'citizen'] as const;
