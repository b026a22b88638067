import { expectWholeAfterKills } from '../killed-starts.js';

it('three times, early, in the middle and late', () => expectWholeAfterKills([300, 1_500, 3_500]));
