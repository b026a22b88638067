import type { RecordAct } from '../../src/journal/record-type.js';
import type { Round } from '../../src/nominations/round.entity.js';
import type { RoundAt } from '../../src/nominations/round.inputs.js';
import type { roundWorkflow } from '../../src/nominations/round.workflow.js';

type RoundStep = RecordAct<Round, RoundAt, typeof roundWorkflow, object>;

it('an act without a kind of its own is journaled with another record', () => {
  const own: RoundStep['act'] = 'closeRound';
  // @ts-expect-error -- A nomination is a record of its own.
  const other: RoundStep['act'] = 'nominate';
  expect([own, other]).toEqual(['closeRound', 'nominate']);
});
