import { oneOf } from '../api/shapes.js';

export const nominationTypes = ['MERIT', 'MOVEMENT', 'SUDDEN', 'SERVICE'] as const;
export type NominationType = (typeof nominationTypes)[number];
export const nominationType = oneOf(
  'NominationType',
  nominationTypes,
  'MERIT: công trạng. MOVEMENT: phong trào, chuyên đề. SUDDEN: đột xuất. SERVICE: cống hiến.',
);
