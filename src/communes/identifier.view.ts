import { ObjectType } from '@nestjs/graphql';
import { code, day } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { masked } from './identifier.rules.js';

/** A code another system knows a commune, superior or unit by (mã định danh); a system may replace it. */
@ObjectType({
  description: 'A code by which another system knows this, with its validity. Its parts mean nothing here.',
})
export class Identifier {
  @Shown(code, 'Code system, such as "gso" (administrative units of the statistics office).')
  system: string;

  @Shown(
    line(35),
    'Code, as text: leading zeros count. A citizen number ("cccd") is masked but for its last three digits.',
    { publicValue: masked },
  )
  value: string;

  @Shown(day, 'First day; null: not known.', { nullable: true })
  validFrom: string | null;

  @Shown(day, 'Last day; null: still valid.', { nullable: true })
  validTo: string | null;
}
