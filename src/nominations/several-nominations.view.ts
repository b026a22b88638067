import { ObjectType } from '@nestjs/graphql';
import { code, count, id } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { mostNominations } from './several.rules.js';

/** Nominations on which one act was done together. */
@ObjectType({ description: 'Nominations on which one act was done together.' })
export class SeveralNominations {
  @Shown(id, 'Id of the round.')
  roundId: string;

  @Shown(code, 'Code of the award form.')
  formCode: string;

  @Shown(count(), 'Number of nominations.')
  count: number;

  @Shown(id, 'Ids of the nominations, by the codes of the nominees.', {
    list: true,
    atMost: mostNominations,
  })
  nominations: string[];
}
