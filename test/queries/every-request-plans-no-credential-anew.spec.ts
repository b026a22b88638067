import { useApp } from '../app.js';

const test = useApp('empty');

// It is sent outside of a transaction, where no setting of a session holds; `create or replace` drops its settings.
it('the function that every request calls is planned once for a connection', async () => {
  const { rows } = await test.admin.query(`select proconfig from pg_proc where proname = 'credential'`);
  expect(rows).toEqual([{ proconfig: expect.arrayContaining(['plan_cache_mode=force_generic_plan']) }]);
});
