import { point, points, type Point } from '../points.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';

/** Points against an objection: who objected is named as a unit that is neither a person nor a household. */
export const brokenObjection = ({ objectorKind }: { objectorKind: UnitKind | undefined }): Point[] =>
  points(
    objectorKind !== undefined &&
      !isPerson(objectorKind) &&
      point('/objectorUnit', 'NO_OBJECTOR', 'Who objects is a person or household; name others in "objector".'),
  );
