import { Asked, AskedAs, Parameters } from '../api/asked.js';
import { oneOf } from '../api/shapes.js';
import { DraftSubmission } from '../submissions/submission.inputs.js';

export const importKinds = ['units', 'indicators', 'targets', 'entries', 'facts', 'nominations'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Names a kind of rows that are imported. */
@Parameters()
export class ImportKindAt {
  @Asked(oneOf('ImportKind', importKinds, 'Kind of rows that are imported.'), 'Kind of rows: "units".')
  kind: ImportKind;
}

/** Names the report that a form is for. */
@Parameters()
export class FormFor {
  @AskedAs(DraftSubmission) unit: string;
  @AskedAs(DraftSubmission) period: string;
}
