import { ObjectType } from '@nestjs/graphql';
import { code, id, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CouncilMember } from './council-member.entity.js';

@ObjectType({
  description:
    'A body that deliberates (hội đồng, or the meeting of a hamlet or office): any unit with members on the day.',
})
export class Council {
  communeId: number;

  @Shown(id, 'Id of the unit.')
  id: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Shown(text(200), 'Name on the day.')
  name: string;

  @Shown(record(() => CouncilMember), 'Members on the day, the chair first.', { list: true })
  members: CouncilMember[];
}
