import { ObjectType } from '@nestjs/graphql';
import { audiences, type Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import type { JsonTexts } from '../api/json-texts.js';
import { pageSize } from '../api/lists.js';
import { code, count, flag, instant, json, legalDate, oneOf, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown, ShownAs } from '../api/shown.js';

const op = oneOf(
  'ChangeOp',
  ['UPSERT', 'REMOVED'],
  'UPSERT: this is the record now. REMOVED: it is gone, or no longer yours to see.',
);
const hex = text(64);
const audience = oneOf(
  'Audience',
  audiences,
  'INSIDE: the officials of the commune. SUPERIOR: the bodies above it, too. PUBLIC: everybody.',
);

@ObjectType({
  description: "The newest position of a commune's chain with a change for the caller's audience, and the hash there.",
})
export class Head {
  @Shown(count(), 'Position, from 1; 0 before the first change.')
  position: number;

  @Shown(hex, 'SHA-256 of the chain at this position, 64 hex digits.')
  hash: string;
}

@ObjectType({ description: 'The audiences of a record, before and after a change; null: none.' })
export class Seen {
  @Shown(audience, 'Audience before the change.', { nullable: true })
  before: Audience | null;

  @Shown(audience, 'Audience after the change.', { nullable: true })
  after: Audience | null;
}

@ObjectType({ description: 'One line of the journal.' })
@(DataSubject<Change>()(['subjects'], ({ subjects }) => subjects))
export class Change {
  /** Not shown: the commune whose disclosures a line belongs to. */
  communeId?: number;

  /** Not shown: the data subjects of `personal`. */
  subjects?: readonly string[];

  @Shown(count(), "Position in the commune's journal; all changes of one act share it.")
  position: number;

  @Shown(count(), 'Number within the position, from 1.')
  item: number;

  @Shown(count(1, 2), 'Form of the leaf: 2; 1 in lines written before the audiences were part of it.')
  form: 1 | 2;

  @Shown(op, 'UPSERT or REMOVED.')
  op: 'UPSERT' | 'REMOVED';

  @Shown(record(() => Seen), 'Audiences of the record before and after. Absent in form 1.', { optional: true })
  seen?: Seen;

  @Shown(text(), 'Kind of event, past tense: "indicator.amended".')
  kind: string;

  @Shown(code, 'Type of the record: "plan", "indicator", "unit", ….')
  type: string;

  @Shown(text(), 'Id of the record.')
  recordId: string;

  @Shown(count(), 'Version of the record after the change. Applying (type, recordId, version) twice is harmless.')
  version: number;

  @Shown(legalDate, 'Legal date of the act, in Asia/Ho_Chi_Minh.')
  on: string;

  @Shown(instant, 'Time of recording, UTC with milliseconds; never before the position before.')
  at: string;

  @Shown(json, 'Commitment to the actor: {"#": sha256(salt ‖ JCS(value))}.')
  actor: object;

  @Shown(json, 'Commitment to the reason, where one was given.', { optional: true })
  reason?: object;

  @Shown(
    json,
    'The record as shown when the change was made; personal values stand as commitments. Absent when REMOVED.',
    { optional: true },
  )
  data?: object;

  @Shown(hex, 'Form 2: sha256(0x02 ‖ sha256(JCS({op, seen})) ‖ content). Form 1: docs/contract.md, "The leaf".')
  leaf: string;

  @Shown(
    json,
    'For readers with personal:read: the values behind the commitments, {"/pointer": {salt, value}}, until erased.',
    { optional: true },
  )
  personal?: object;
}

@ObjectType({
  description:
    'One line of the journal in a proof. A line you may not see has position, item, form, op, seen, content, leaf; ' +
    'of form 1 position, item and leaf only.',
})
export class ProofItem {
  @ShownAs(Change) position: number;
  @ShownAs(Change) item: number;
  @ShownAs(Change, { optional: true }) form?: 1 | 2;
  @ShownAs(Change, { optional: true }) op?: 'UPSERT' | 'REMOVED';
  @ShownAs(Change, { optional: true }) seen?: Seen;
  @ShownAs(Change, { optional: true }) kind?: string;
  @ShownAs(Change, { optional: true }) type?: string;
  @ShownAs(Change, { optional: true }) recordId?: string;
  @ShownAs(Change, { optional: true }) version?: number;
  @ShownAs(Change, { optional: true }) on?: string;
  @ShownAs(Change, { optional: true }) at?: string;
  @ShownAs(Change, { optional: true }) actor?: object;
  @ShownAs(Change, { optional: true }) reason?: object;
  @ShownAs(Change, { optional: true }) data?: object;

  @Shown(
    hex,
    'Hash in a hidden line of form 2: sha256(JCS({kind, type, recordId, version, on, at, actor, reason, data})).',
    { optional: true },
  )
  content?: string;

  @ShownAs(Change) leaf: string;
}

@ObjectType({ description: 'A page of the feed.' })
export class Changes {
  @Shown(record(() => Change), 'The changes after the cursor, in the order of commits.', {
    list: true,
    atMost: pageSize.feed,
  })
  items: JsonTexts<Change>;

  @Shown(text(), 'Cursor for the next pull; opaque.')
  cursor: string;

  @Shown(flag, 'Whether there are more changes after this cursor now.')
  more: boolean;

  @Shown(record(() => Head), 'The head of this commune for you.')
  head: Head;
}

/** One position of the chain with all its leaves. */
@ObjectType({
  description: 'One position of the chain: hash = sha256(0x01 ‖ previous hash ‖ uint64be(position) ‖ leaves).',
})
export class Position {
  @Shown(count(), 'Position, from 1.')
  position: number;

  @Shown(hex, 'Hash of the chain here.')
  hash: string;

  @Shown(record(() => ProofItem), 'Every item of the position; those you may not see without their content.', {
    list: true,
  })
  items: ProofItem[];
}

/** A stretch of the chain. */
@ObjectType({ description: 'A stretch of the chain, at most 5,000 positions.' })
export class Proof {
  @Shown(hex, 'Hash of the position before the first one given; 64 zeros before position 1.')
  previous: string;

  @Shown(audience, 'The narrowest audience whose items you see.')
  sees: Audience;

  @Shown(flag, 'Whether your key is bound to a unit, so that items of other units are hidden, too.')
  bound: boolean;

  @Shown(record(() => Position), 'The positions asked for, as far as your head reaches.', {
    list: true,
    atMost: pageSize.feed,
  })
  positions: JsonTexts<Position>;

  @Shown(flag, 'Whether the stretch was cut: ask again from the position after the last one.')
  more: boolean;

  @Shown(record(() => Head), 'The head of this commune for you.')
  head: Head;
}
