/** Limits of a file that is imported, with the reason for each number. */
export const sheetLimits = {
  /** Rows with content. The largest commune of Hà Tĩnh has 4,100 households. */
  rows: 10_000,
  /** Columns. The widest form seen has 64. */
  columns: 200,
  /** Cells of all sheets together: 10,000 rows of 50. */
  cells: 500_000,
  /** Characters of a cell, as Excel has them. */
  characters: 32_767,
  /** Files that are read at once: each has a thread. */
  atOnce: 2,
  /** Bytes of a workbook when it is unpacked: 10,000 rows of 20 cells have 15 MB. */
  unpacked: 200_000_000,
  /** Megabytes of the thread that reads. 10,000 rows of 20 cells take 90. */
  memory: 512,
  /** Milliseconds in which it reads: 10,000 rows of 20 cells take one second. */
  time: 20_000,
};
