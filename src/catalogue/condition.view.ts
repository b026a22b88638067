import { ObjectType } from '@nestjs/graphql';
import { lengths } from '../api/list-lengths.js';
import { code, flag } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { prose } from '../api/text-shapes.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { unitKind } from '../units/unit.entity.js';
import { nominationType, type NominationType } from './nomination-type.js';
import { source, sourceText, verified } from './sourced.js';

@ObjectType({ description: 'A condition (điều kiện, tiêu chuẩn) that the law sets for a form.' })
export class Condition {
  @Shown(code, 'Code within the form: "xep-loai".')
  code: string;

  @Shown(nominationType, 'Only for nominations of these types; none: of any.', { list: true, atMost: lengths.usual })
  types: NominationType[];

  @Shown(unitKind, 'Only for nominees of these kinds; none: of any of the form.', { list: true, atMost: lengths.usual })
  nominees: UnitKind[];

  @Shown(prose(500), 'The condition, in words of the law.')
  text: string;

  @Shown(prose(500), 'Way to cure it where it is not met or to be proved; null: there is none.', { nullable: true })
  cure: string | null;

  @Shown(
    prose(4000),
    'Demand of the condition, as JSON: {"is": "RATING", "least": "GOOD", "years": 1}, "all", "any", "not".',
  )
  needs: string;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}
