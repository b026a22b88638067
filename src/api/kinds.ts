/** Kinds of change in the journal, by type of record. The feed names a kind `<type>.<word>`. Closed list. */
const words = {
  unit: ['added', 'amended', 'moved', 'closed', 'published', 'erased'],
  document: ['recorded', 'amended', 'published', 'erased'],
  file: ['uploaded', 'attached', 'published', 'erased'],
  plan: ['drafted', 'amended', 'settingsSet', 'issued', 'closed'],
  period: ['extended', 'closed', 'reopened'],
  holiday: ['set'],
  indicator: ['added', 'amended', 'clarified', 'retired', 'issued'],
  target: ['set', 'issued'],
  acknowledgement: ['given', 'erased'],
  submission: [
    'drafted',
    'amended',
    'submitted',
    'explained',
    'verified',
    'returned',
    'approved',
    'withdrawn',
    'superseded',
    'erased',
  ],
  result: ['approved', 'corrected', 'superseded'],
  round: ['opened', 'closed'],
  nomination: [
    'drafted',
    'submitted',
    'returned',
    'appraised',
    'withdrawn',
    'recommended',
    'notRecommended',
    'granted',
    'refused',
    'erased',
  ],
  member: ['appointed'],
  meeting: ['convened', 'attended', 'recused', 'opined', 'tallied', 'confirmed', 'closed', 'erased'],
  decision: ['drafted', 'amended', 'cancelled', 'signed', 'erased'],
  award: ['issued', 'recorded', 'revoked', 'erased'],
  actor: ['added'],
  appointment: ['begun', 'delegated', 'ended'],
  key: ['issued', 'confirmed', 'rotated', 'revoked'],
  personal: ['erased'],
  'award-form': ['loaded'],
  commune: ['added', 'succeeded'],
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
