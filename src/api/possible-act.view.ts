import { applyDecorators } from '@nestjs/common';
import { ObjectType } from '@nestjs/graphql';
import type { OperationId } from '../access/permissions.js';
import { Edge, Needs } from './operation.js';
import { lengths } from './list-lengths.js';
import { flag } from './shapes.js';
import { text } from './text-shapes.js';
import { Shown } from './shown.js';

/** One act on a record: whether the caller may do it now, and every reason why not. Not part of the record. */
@ObjectType({ description: 'One act on a record: whether you may do it now, and every reason why not.' })
export class PossibleAct {
  @Shown(text(60), 'Operation: "issuePlan".')
  act: string;

  @Shown(flag, 'Whether you may do it now, today and with no more than a reason where that is enough.')
  allowed: boolean;

  @Shown(text(60), 'Codes of all refusals the act would meet.', { list: true, atMost: lengths.usual })
  reasons: string[];
}

/** Edge of possible acts: the resolver's method answers by `RecordsService.possibleActsOf`, from the ids alone. */
export const ActionsEdge = (operation: OperationId): MethodDecorator =>
  applyDecorators(
    Needs(),
    Edge(operation, [PossibleAct], 'Possible acts on the record now, and the refusals against each.'),
  );
