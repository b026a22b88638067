import supertest from 'supertest';
import { Clock } from '../../src/access/clock.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { SubmissionActsService } from '../../src/submissions/submission-acts.service.js';
import { as, startApp, useApp } from '../app.js';
import { awarded } from '../awards.js';
import { makers } from './writes.js';
import { operations } from './contract.js';
import type { Row } from '../doors.js';

const test = useApp();
const path = '/v1/communes/duc-lang/plans/2023/indicators/econ.rice.area';
const amend = (headers: Record<string, string>) =>
  test
    .http()
    .patch(path)
    .set(as(test, 'clerk'))
    .set(headers)
    .send({ assessedBy: 'Chi cục Thống kê', reason: 'Ghi rõ' });
const version = async () => (await test.http().get(path)).body.version as number;

describe('a change is decided on a version', () => {
  it('428 without If-Match', async () => {
    const { status, body } = await amend({});
    expect([status, body.code]).toEqual([428, 'IF_MATCH_REQUIRED']);
  });

  it.each(['3', 'x', '"x"', '*', '"1", "2"'])('400 when If-Match is %s', async (given) => {
    const { status, body } = await amend({ 'if-match': given });
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'INVALID', '/headers/if-match']);
  });

  it('412 when it is stale, with the current version', async () => {
    const current = await version();
    const { status, body } = await amend({ 'if-match': `"${current - 1}"` });
    expect([status, body.code, body.details]).toEqual([412, 'STALE', { current }]);
    expect(body.detail).toContain(String(current));
    expect(await version()).toBe(current);
  });

  it.each([
    ['W/"', '"'],
    ['"', '-gzip"'],
    ['"', ';gzip"'],
    ['"', '--br"'],
  ])('takes it as a compressing proxy makes it: %s…%s', async (start, end) => {
    const current = await version();
    expect((await amend({ 'if-match': `${start}${current}${end}` })).status).toBe(200);
    const known = (tag: string) => test.http().get(path).set('if-none-match', tag);
    expect((await known(`"0", ${start}${current + 1}${end}`)).status).toBe(304);
    expect((await known(`${start}${current}${end}`)).status).toBe(200);
  });

  it.each(['"3-4"', '"3-gzipped"', '"gzip"', '"3-gzip'])(
    '400 when If-Match is %s: no proxy makes it',
    async (given) => {
      expect((await amend({ 'if-match': given })).status).toBe(400);
    },
  );

  it('takes the version weak or strong, and answers the next one as ETag', async () => {
    const current = await version();
    const strong = await amend({ 'if-match': `"${current}"` });
    expect([strong.status, strong.headers.etag, strong.body.version]).toEqual([200, `"${current + 1}"`, current + 1]);
    const weak = await amend({ 'if-match': `W/"${current + 1}"` });
    expect([weak.status, weak.headers.etag]).toEqual([200, `"${current + 2}"`]);
  });
});

describe('what is known is not sent again', () => {
  /** The reads OpenAPI gives an ETag. */
  const reads = operations().filter(
    ({ method, responses }) => method === 'get' && 'ETag' in (responses[200]?.headers ?? {}),
  );
  const places: Record<string, string> = {
    commune: 'duc-lang',
    unit: 'ubnd',
    plan: '2023',
    code: 'econ.rice.area',
    scheme: 'khu-dan-cu',
  };
  const report = { plan: '2023', unit: 'khu-dan-cu-1', period: '2023-06' };
  /** Ids of records that a district does not see, or that are not there from the start. */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const { rows } = await test.admin.query(
      `select document_id from plan p join commune c on c.id = p.commune_id where c.key = 'duc-lang' and p.key = '2023'`,
    );
    places.id = rows[0].document_id;
    ids.submission = (
      await test.app.get(SubmissionActsService).draftSubmission(await test.operator(), 'duc-lang', report)
    ).id;
    const { round, nomination, meeting, decision, award } = await awarded(test);
    Object.assign(ids, {
      scoreSheet: (await makers(test).submitScores?.())?.path?.id,
      payment: (await makers(test).removePayment?.())?.path?.id,
      complaint: (await makers(test).settleComplaint?.())?.path?.id,
      fact: (await makers(test).amendFact?.())?.path?.id,
      consultation: (await makers(test).closeConsultation?.())?.path?.id,
      objection: (await makers(test).answerObjection?.())?.path?.id,
      registration: (await makers(test).endRegistration?.())?.path?.id,
      remark: (await makers(test).answerRemark?.())?.path?.id,
      round: round.id,
      nomination: nomination.id,
      meeting: meeting.id,
      decision: decision.id,
      award: award.id,
    });
    ids.publication = (
      await test.admin.query(
        `select t.id from publication t join commune c on c.id = t.commune_id
         where c.key = 'duc-lang' and t.state = 'PUBLISHED'`,
      )
    ).rows[0].id;
  });

  it('holds for every record with a version, and for lists that are asked again and again', () => {
    const single = operations().filter(
      ({ method, responses }) => method === 'get' && !('Link' in (responses[200]?.headers ?? {})),
    );
    const names = reads.map(({ operationId }) => operationId).sort();
    expect(names).toEqual([
      'agendaCalendar',
      'award',
      'awardForm',
      'awardsOfAll',
      'commune',
      'communes',
      'complaint',
      'completenessOfAll',
      'consultation',
      'decision',
      'document',
      'downloadFile',
      'fact',
      'fund',
      'indicator',
      'meeting',
      'nomination',
      'objection',
      'payment',
      'period',
      'plan',
      'progressOfAll',
      'publication',
      'registration',
      'remark',
      'resultsOfAll',
      'round',
      'scheme',
      'scoreSheet',
      'standing',
      'standingsOfAll',
      'submission',
      'unit',
    ]);
    // An answer that is computed, or the same for ever, has no version; the feed has its cursor.
    expect(
      single
        .map(({ operationId }) => operationId)
        .filter((name) => !names.includes(name))
        .sort(),
    ).toEqual([
      'allotment',
      'certificate',
      'changes',
      'correctionPaper',
      'decisionPaper',
      'eligibility',
      'importTemplate',
      'launchState',
      'me',
      'meetingPaper',
      'nominationPaper',
      'proof',
      'refusal',
      'snapshot',
      'submissionTemplate',
      'verifyAward',
    ]);
  });

  // The ETag of bytes is their hash: flows/a-file-comes-back-byte-for-byte, flows/the-agenda-is-a-calendar. A form is always told: flows/a-form-is-what-the-law-of-the-day-says.
  // What a report owes and when a period is due changes with the plan: flows/a-reporter-is-told-what-to-report.
  // Lists of several communes: flows/one-question-is-for-all-communes.
  const lists = ['awardsOfAll', 'completenessOfAll', 'progressOfAll', 'resultsOfAll', 'standingsOfAll'];
  const others = [...lists, 'agendaCalendar', 'awardForm', 'downloadFile', 'fund', 'period', 'submission'];
  it.each(
    reads
      .filter(({ operationId }) => !others.includes(operationId))
      .map(({ operationId, path }) => [operationId, path] as const),
  )('%s', async (name, template) => {
    const own: Record<string, string> = {
      ...places,
      ...(ids[name] && { id: ids[name] }),
      ...(name === 'standing' && { unit: 'khu-dan-cu-1' }),
    };
    const address =
      template.replace(/\{(\w+)\}/g, (_, parameter: string) => own[parameter] ?? '') +
      (name === 'standing' ? '?period=2023' : '');
    const get = (headers = {}) =>
      test
        .http()
        .get(address)
        .set(as(test, ids[name] ? 'clerk' : 'district'))
        .set(headers);
    const { headers, body } = await get();
    if (name !== 'communes') expect(headers.etag).toBe(`"${body.version}"`);
    for (const known of [headers.etag as string, `W/${headers.etag}`, `"0", ${headers.etag}`, '*']) {
      const again = await get({ 'if-none-match': known });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag]);
    }
    expect((await get({ 'if-none-match': '"0"' })).status).toBe(200);
  });

  it('a unit whose new name begins on a later day is answered anew from then on, under the same version', async () => {
    const address = '/v1/communes/duc-lang/units/khu-dan-cu-1';
    const renamed = await test
      .http()
      .patch(address)
      .set({ ...as(test, 'clerk'), 'if-match': '"1"' })
      .send({ name: 'Thôn Sơn Thành', from: '2024-03-01' });
    const { etag } = renamed.headers as { etag: string };
    /** Answer on a day to a reader with the validator of an earlier answer. */
    const on = async (day: string) => {
      const app = await startApp(test.database.runtimeUrl, { clock: new Clock(day), poolSize: 2 });
      try {
        const { status, body, headers } = await supertest(app.getHttpServer())
          .get(address)
          .set({ ...as(test, 'clerk'), 'if-none-match': etag });
        return [status, body.name, body.termFrom, body.termTo, headers.etag];
      } finally {
        await app.close();
      }
    };
    expect(await on('2024-02-29')).toEqual([304, undefined, undefined, undefined, etag]);
    expect(await on('2024-03-01')).toEqual([200, 'Thôn Sơn Thành', '2024-03-01', null, etag]);
    const { body } = await test.http().get(address).set(as(test, 'clerk'));
    expect([body.name, body.termFrom, body.termTo]).toEqual(['Khu dân cư số 1', '2021-07-01', '2024-02-29']);
  });

  it("an answer is the caller's own, and to be asked about again", async () => {
    const { headers } = await test.http().get(path);
    expect([headers.vary, headers['cache-control']]).toEqual([
      'Authorization, Accept, Accept-Language',
      'private, no-cache',
    ]);
  });

  it('the heads change for those who see what changed, and for nobody else', async () => {
    const told = async (actor: string) => {
      const { headers, body } = await test.http().get('/v1/communes').set(as(test, actor));
      return { etag: headers.etag, head: body.items.find(({ key }: Row) => key === 'duc-lang').head };
    };
    const before = { district: await told('district'), clerk: await told('clerk') };
    const document = { type: 'KH', year: 2025, issuer: 'UBND xã', title: 'Kế hoạch 2025' };
    await test.app.get(PlanActsService).draftPlan(await test.operator(), 'duc-lang', {
      key: '2025',
      kind: 'YEARLY',
      year: 2025,
      title: 'Kế hoạch 2025',
      document,
    });
    const drafted = { district: await told('district'), clerk: await told('clerk') };
    expect(drafted.district).toEqual(before.district);
    expect(drafted.clerk.head.position).toBe(before.clerk.head.position + 1);
    expect(drafted.clerk.etag).not.toBe(before.clerk.etag);

    await amend({ 'if-match': `"${await version()}"` });
    const amended = await told('district');
    expect(amended.head.position).toBe(drafted.clerk.head.position + 1);
    expect(amended.etag).not.toBe(before.district.etag);
  });
});

it('a list links to its next page, which goes on where it ended', async () => {
  const get = (address: string) => test.http().get(address).set(as(test, 'district'));
  let address = '/v1/communes/duc-lang/plans/2023/indicators?first=15&section=2.1';
  const codes: string[] = [];
  for (;;) {
    const { body, headers } = await get(address);
    codes.push(...body.items.map(({ code }: Row) => code));
    expect(headers.link === undefined).toBe(body.next === null);
    if (!headers.link) break;
    address = /^<(.+)>; rel="next"$/.exec(headers.link)?.[1] ?? '';
    expect(new URL(address, 'http://x').searchParams.get('after')).toBe(body.next);
  }
  const whole = await get('/v1/communes/duc-lang/plans/2023/indicators?first=500&section=2.1');
  expect(codes.length).toBeGreaterThan(30);
  expect(codes).toEqual(whole.body.items.map(({ code }: Row) => code));
});
