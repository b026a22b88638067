import { poolerAdvice } from '../../src/database/pooler.js';
import { loggedError } from '../../src/running/log.js';

it.each(['42P05', '26000'])('%s, of a pooler that mixes up prepared statements, says what to set', (code) => {
  const logged = loggedError(Object.assign(new Error('prepared statement "s1"'), { code, severity: 'ERROR' }));
  expect(logged).toMatchObject({ code, hint: poolerAdvice });
});

it('another code has no such hint', () => {
  const logged = loggedError(Object.assign(new Error('duplicate key'), { code: '23505', severity: 'ERROR' }));
  expect(logged).not.toHaveProperty('hint');
});
