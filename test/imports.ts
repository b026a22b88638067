import { writeXlsx } from 'hucre/xlsx';
import { as, type TestApp } from './app.js';
import { form } from './files.js';

interface Sent {
  /** Name and content of the file; a text is sent in UTF-8. */
  name?: string;
  content: Buffer | string;
  fields?: Readonly<Record<string, string>>;
  headers?: Record<string, string>;
  /** Query string. */
  query?: string;
}

/** Sends a file to an import of xã Đức Lạng. */
export function importFile(
  test: TestApp,
  actor: string | undefined,
  kind: string,
  { name = 'bang.csv', content, fields = {}, headers = {}, query = '' }: Sent,
) {
  const { type, body } = form([
    ...Object.entries(fields).map(([field, value]) => ({ name: field, body: value })),
    { name: 'file', filename: name, body: content },
  ]);
  return test
    .http()
    .post(`/v1/communes/duc-lang/imports/${kind}${query}`)
    .set({ ...as(test, actor), 'content-type': type, ...headers })
    .send(body);
}

/** Outcomes of the rows of a report: `2 CREATED ho-1`, and of a rejected one the columns and codes. */
export const outcomes = ({ rows, ...refusal }: { rows?: readonly Reported[] }): string[] =>
  (rows ?? [expectedRows(refusal)]).map(({ row, outcome, code, faults }) =>
    [row, outcome, code, ...faults.map((fault) => `${fault.column ?? ''}:${fault.code}`)]
      .filter((each) => each !== null)
      .join(' '),
  );

const expectedRows = (refusal: object): never => {
  throw new Error(`No report: ${JSON.stringify(refusal)}`);
};

interface Reported {
  row: number;
  outcome: string;
  code: string | null;
  faults: readonly { column: string | null; code: string }[];
}

/** A workbook of sheets by name; empty cells are null. */
export const workbook = async (
  sheets: Readonly<Record<string, readonly (readonly (string | number | Date | null)[])[]>>,
) =>
  Buffer.from(
    await writeXlsx({
      sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
    }),
  );
