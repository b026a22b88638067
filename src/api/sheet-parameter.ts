/** Parameter of a list that is a table, too: CSV as offices of Vietnam open it by a double click. */
export const localParameter = {
  name: 'decimal',
  required: false,
  enum: ['comma'],
  description:
    '"comma", with Accept: text/csv alone: decimals with a comma, ";" between cells and headings in words, as a ' +
    'spreadsheet set to Vietnamese opens a file by a double click.',
} as const;
