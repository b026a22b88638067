import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { code, count, day, id, jsonOf, oneOf, record } from '../api/shapes.js';
import { line, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { schemeShapes } from './scheme-shape.data.js';
import { schemeStates, type SchemeState } from './scheme.workflow.js';
import type { SchemeRules } from './scheme-rules.js';

export const schemeState = oneOf(
  'SchemeState',
  schemeStates,
  'DRAFT: being prepared. ADOPTED: in force from a day on, until the next revision is.',
);

/** Rules of a scheme, as JSON: `schemeShapes` says of which shape. */
export const schemeRules = jsonOf('SchemeRules', schemeShapes);

@ObjectType({ description: 'A doubtful place of a scheme that a person let stand.' })
export class AllowedDoubt {
  @Shown(text(500), 'JSON pointer into the scheme.')
  pointer: string;

  @Shown(text(100), 'Code of the doubt.')
  code: string;
}

const daysAllowed = (column: string) =>
  Shown(count(0, 366), `Days for the column of ${column}; null: no due day.`, { nullable: true });

@ObjectType({ description: 'Calendar days after the last of a period by which each column of a score sheet is due.' })
export class SchemeDeadlines {
  @daysAllowed('the unit (tự chấm)') self: number | null;
  @daysAllowed('the verifier (thẩm định)') verified: number | null;
  @daysAllowed('the chairperson (kết luận)') final: number | null;
}

/** One revision of a scoring scheme (thang điểm) of a plan. */
@Entity('scheme')
@ObjectType({ description: 'One revision of a scoring scheme (thang điểm) of a plan.' })
export class Scheme {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(code, 'Code of the scheme in its plan: "khu-dan-cu".')
  code: string;

  @Stored(count(1), 'Number of the revision.')
  revision: number;

  @Stored(line(300), 'Name, as printed.')
  name: string;

  @Stored(id, 'Id of the document that prints it.', { nullable: true })
  documentId: string | null;

  @Stored(schemeRules, 'Blocks, figures, criteria, classes and quotas: "SchemeRules" of the OpenAPI document.')
  rules: SchemeRules;

  @Stored(record(() => AllowedDoubt), 'Doubtful places that were let stand; the reason is that of the change.', {
    list: true,
  })
  allowed: AllowedDoubt[];

  @Stored(record(() => SchemeDeadlines), 'Due days of the columns of its score sheets; null: none.', { nullable: true })
  deadlines: SchemeDeadlines | null;

  @Stored(schemeState, 'State of the revision.')
  state: SchemeState;

  @Stored(day, 'Day from which it is in force, once adopted: periods that end before go by the revision before.', {
    nullable: true,
  })
  validFrom: string | null;

  @Stored(day, 'Legal date of its adoption.', { nullable: true })
  adoptedOn: string | null;

  /** Once adopted PUBLIC, or SUPERIOR where it has a block of individuals or households. */
  @AudienceColumn() audience: Audience;
}
