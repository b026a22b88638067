/** Kinds of change in the journal, by type of record. The feed names a kind `<type>.<word>`. Closed list. */
const words = {
  unit: ['added', 'amended', 'moved', 'corrected', 'closed', 'published', 'erased'],
  document: ['recorded', 'amended', 'numbered', 'removed', 'published', 'erased'],
  file: ['uploaded', 'attached', 'removed', 'published', 'erased'],
  plan: ['drafted', 'amended', 'dropped', 'settingsSet', 'issued', 'closed', 'reopened'],
  period: ['extended', 'closed', 'reopened'],
  holiday: ['set'],
  indicator: ['added', 'amended', 'dropped', 'clarified', 'retired', 'issued'],
  target: ['set', 'removed', 'issued'],
  acknowledgement: ['given', 'amended', 'removed', 'erased'],
  submission: [
    'drafted',
    'amended',
    'submitted',
    'explained',
    'verified',
    'returned',
    'approved',
    'withdrawn',
    'dropped',
    'superseded',
    'erased',
  ],
  result: ['approved', 'corrected', 'superseded'],
  remark: ['added', 'answered', 'withdrawn', 'erased'],
  scheme: ['drafted', 'amended', 'dropped', 'adopted'],
  sheet: ['scored', 'submitted', 'returned', 'verified', 'concluded', 'dropped', 'erased'],
  standings: ['scored', 'tieDecided', 'dropped', 'published'],
  standing: ['published'],
  fact: ['recorded', 'amended', 'ended', 'removed', 'erased'],
  registration: ['registered', 'ended'],
  round: ['opened', 'amended', 'dropped', 'closed', 'reopened'],
  nomination: [
    'drafted',
    'amended',
    'dropped',
    'submitted',
    'returned',
    'appraised',
    'withdrawn',
    'recommended',
    'notRecommended',
    'forwarded',
    'received',
    'reconsidered',
    'granted',
    'refused',
    'revoked',
    'restored',
    'corrected',
    'erased',
  ],
  outcome: ['recorded', 'erased'],
  member: ['appointed', 'ended', 'resumed', 'removed'],
  meeting: [
    'convened',
    'held',
    'amended',
    'cancelled',
    'attended',
    'recused',
    'recusalWithdrawn',
    'opined',
    'tallied',
    'confirmed',
    'closed',
    'reopened',
    'erased',
  ],
  decision: ['drafted', 'amended', 'cancelled', 'signed', 'numbered', 'corrected', 'erased'],
  fund: ['set'],
  rounding: ['set'],
  award: ['issued', 'recorded', 'amended', 'removed', 'corrected', 'repriced', 'revoked', 'restored', 'erased'],
  actor: ['added', 'amended'],
  appointment: ['begun', 'delegated', 'ended', 'resumed'],
  key: ['issued', 'amended', 'confirmed', 'rotated', 'revoked'],
  personal: ['erased'],
  'rule-set': ['loaded'],
  'base-salary': ['loaded'],
  'award-form': ['loaded'],
  commune: ['added', 'amended', 'succeeded'],
  superior: ['added'],
  supervision: ['begun', 'ended'],
} as const;

type Words = typeof words;
type KindsOf<Type extends keyof Words> = `${Type}.${Words[Type][number]}`;

/** Kind of a change, past tense: `indicator.amended`. */
export type Kind = { [Type in keyof Words]: KindsOf<Type> }[keyof Words];

/** Type of a record that the journal has lines of. */
export type JournaledType = keyof Words;

export const journaledTypes = Object.keys(words) as JournaledType[];

export const kinds = Object.entries(words).flatMap(([type, each]) => each.map((word) => `${type}.${word}` as Kind));
