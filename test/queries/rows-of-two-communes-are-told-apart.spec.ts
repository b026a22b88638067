import { useApp } from '../app.js';
import { copy } from '../contract/other-commune.js';

const test = useApp();

it('two plans of the same id, in two communes, have each their own indicators', async () => {
  const { admin } = test;
  test.exceptFromAudit('document', 'unit', 'plan', 'indicator');
  await admin.query('set session_replication_role = replica');
  for (const table of ['document', 'unit', 'unit_term', 'plan', 'indicator'])
    await copy(admin, table, { from: 1, to: 2, sameIds: true });
  await admin.query(`update indicator set baseline = null`);
  await admin.query(`update indicator set code = 'theirs.' || code where commune_id = 2`);

  const plan = (commune: string) => `plan(commune: "${commune}", plan: "2023") { id withoutBaseline }`;
  const { body } = await test
    .http()
    .post('/graphql')
    .send({ query: `{ ours: ${plan('duc-lang')} theirs: ${plan('xa-mau')} }` });
  const { ours, theirs } = (body as { data: Record<string, { id: string; withoutBaseline: string[] }> }).data;
  expect(theirs!.id).toBe(ours!.id);
  expect(ours!.withoutBaseline).toContain('econ.rice.area');
  expect(theirs!.withoutBaseline).toEqual(ours!.withoutBaseline.map((code) => `theirs.${code}`));
});
