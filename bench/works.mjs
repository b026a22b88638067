/**
 * Measured works. Each entry is one read of a consumer, written for every side that can answer it: `rest` and `graphql`
 * for thidua, `postgraphile`, and one SQL statement of the floor for REST and GraphQL each.
 * `$1` of a statement is the commune. `read…` brings an answer into the form in which the answers are compared.
 * `asLong` asks for lists as long as they are, where the document asks for more.
 * `bars` are GraphQL ÷ PostGraphile, GraphQL ÷ floor, REST ÷ floor, each with its moonshot. `commune` is asked, if not the first.
 */
import { readFileSync } from 'node:fs';
import { communeKey } from './communes.mjs';

const barsOf = (graphql, rest) => ({ postgraphile: [1.25, 1.6], graphql: [graphql, 0.9], rest: [rest, 1] });

/** The members of a result as REST shows them. */
const wholeResult = `
  json_build_object('id', x.id, 'version', x.version, 'plan', p.key, 'indicatorId', x.indicator_id, 'indicatorCode', i.code, 'unitId', x.unit_id, 'unitCode', u.code, 'period', x.period, 'scope', x.scope, 'value', x.value,
    'outOf', x.out_of::text, 'submissionId', x.submission_id, 'supersedesId', x.supersedes_id, 'approvedOn', x.approved_on, 'supersededOn', x.superseded_on)`;
const resultJoins = `
  join indicator i on i.commune_id = $1 and i.id = x.indicator_id join plan p on p.commune_id = $1 and p.id = i.plan_id join unit u on u.commune_id = $1 and u.id = x.unit_id`;
const inForce = `x.commune_id = $1 and x.audience >= 'SUPERIOR' and x.superseded_on is null`;

/** A page of REST: its items and, one row more having been read, where it goes on. */
const pageOf = (item, from, order, first) => `
  select json_build_object('items', coalesce(json_agg(${item} order by ${order}), '[]'), 'next', null)::text from (select * from ${from} order by ${order} limit ${first}) x`;

/** A unit's name on a day, and PostGraphile's nearest: its last. */
const nameOn = (unit, day) =>
  `(select t.name from unit_term t where t.commune_id = $1 and t.unit_id = ${unit} order by t.valid_from <= ${day} desc, t.valid_from desc limit 1)`;
const lastName = 'terms: unitTermsByCommuneIdAndUnitId(first: 1, orderBy: [VALID_FROM_DESC]) { nodes { name } }';

/** The query a person finds in the examples. */
export const awardChain = readFileSync(new URL('../examples/award-chain.graphql', import.meta.url), 'utf8');

export function works({ result, communeId, cursor, etag, award, progress }) {
  const at = communeKey(1);
  const pick = (members) => (row) => Object.fromEntries(members.split(' ').map((name) => [name, row[name]]));
  const items = ({ items: rows }) => rows;
  return [
    {
      name: 'one result by id',
      bars: { postgraphile: [1.15, 1.4], graphql: [0.6, 0.75], rest: [0.65, 0.8] },
      rest: `/v1/communes/${at}/results?id=${result}`,
      readRest: (answer) => items(answer)[0],
      graphql: `query ($id: ID!) { results(commune: "${at}", id: $id) { nodes { id version indicatorCode unitCode period value outOf approvedOn } } }`,
      variables: { id: result },
      readGraphql: ({ results }) => results.nodes[0],
      postgraphile: `query ($id: UUID!) { result: resultByCommuneIdAndRowId(communeId: ${communeId}, rowId: $id) { rowId version period value outOf approvedOn indicator: indicatorByCommuneIdAndIndicatorId { code } unit: unitByCommuneIdAndUnitId { code } } }`,
      readPostgraphile: ({ result: { rowId: id, indicator, unit, ...rest } }) => ({
        id,
        ...rest,
        indicatorCode: indicator.code,
        unitCode: unit.code,
      }),
      floorRest: `select json_build_object('items', json_agg(${wholeResult}), 'next', null)::text from result x ${resultJoins} where x.commune_id = $1 and x.audience >= 'SUPERIOR' and x.id = '${result}'`,
      floorGraphql: `select json_build_object('id', x.id, 'version', x.version, 'indicatorCode', i.code, 'unitCode', u.code, 'period', x.period, 'value', x.value, 'outOf', x.out_of::text, 'approvedOn', x.approved_on)::text from result x ${resultJoins} where x.commune_id = $1 and x.audience >= 'SUPERIOR' and x.id = '${result}'`,
      readFloor: (answer) => answer.items?.[0] ?? answer,
    },
    {
      name: 'page of 100 results',
      bars: barsOf(0.7, 0.8),
      rest: `/v1/communes/${at}/results?first=100`,
      readRest: items,
      graphql: `{ results(commune: "${at}", first: 100) { nodes { id version period value outOf approvedOn indicator { code name } unit { code kind } } pageInfo { hasNextPage endCursor } } }`,
      readGraphql: ({ results }) => results.nodes,
      postgraphile: `{ results: allResults(condition: { communeId: ${communeId} }, first: 100) { nodes { id: rowId version period value outOf approvedOn indicator: indicatorByCommuneIdAndIndicatorId { code name } unit: unitByCommuneIdAndUnitId { code kind } } pageInfo { hasNextPage endCursor } } }`,
      readPostgraphile: ({ results }) => results.nodes,
      floorRest: `select json_build_object('items', json_agg(${wholeResult} order by x.id), 'next', max(x.id::text))::text from (select * from result x where ${inForce} order by x.id limit 100) x ${resultJoins}`,
      floorGraphql: `select json_build_object('nodes', json_agg(json_build_object('id', x.id, 'version', x.version, 'period', x.period, 'value', x.value, 'outOf', x.out_of::text, 'approvedOn', x.approved_on, 'indicator', json_build_object('code', i.code, 'name', i.name), 'unit', json_build_object('code', u.code, 'kind', u.kind)) order by x.id), 'endCursor', max(x.id::text))::text
        from (select * from result x where ${inForce} order by x.id limit 100) x ${resultJoins}`,
      readFloor: ({ nodes, items: rows }) => nodes ?? rows,
    },
    {
      name: 'plan, 40 indicators, 20 results each',
      bars: barsOf(0.55, 0.8),
      // REST asks twice for it, indicators and results: this is the first; the second is the page above.
      rest: `/v1/communes/${at}/plans/2023/indicators?first=100`,
      readRest: (answer) => items(answer).map(pick('id version code name target')),
      graphql: `{ commune(key: "${at}") { plan(key: "2023") { key title indicators(first: 40) { nodes { id version code name target results(first: 20) { nodes { id period value } } } } } } }`,
      readGraphql: ({ commune: { plan } }) => ({
        ...plan,
        indicators: plan.indicators.nodes.map((each) => ({ ...each, results: each.results.nodes })),
      }),
      postgraphile: `{ plan: planByCommuneIdAndKey(communeId: ${communeId}, key: "2023") { key title indicators: indicatorsByCommuneIdAndPlanId(first: 40) { nodes { id: rowId version code name target results: resultsByCommuneIdAndIndicatorId(first: 20) { nodes { id: rowId period value } } } } } }`,
      readPostgraphile: ({ plan }) => ({
        ...plan,
        indicators: plan.indicators.nodes.map((each) => ({ ...each, results: each.results.nodes })),
      }),
      floorRest: `select json_build_object('items', json_agg(json_build_object('id', i.id, 'version', i.version, 'planId', i.plan_id, 'plan', p.key, 'code', i.code, 'name', i.name, 'sectionPath', i.section_path, 'printedLabel', i.printed_label, 'sortOrder', i.sort_order,
          'measure', json_build_object('unit', i.measure_unit, 'displayUnit', i.display_unit, 'scale', i.scale), 'direction', i.direction, 'comparator', i.comparator, 'target', i.target::text, 'targetText', i.target_text, 'upperTarget', i.upper_target::text, 'outOf', i.out_of::text, 'rawText', i.raw_text,
          'parts', array(select c.code from indicator c where c.commune_id = $1 and c.part_of_id = i.id and c.audience >= 'SUPERIOR' order by c.sort_order), 'derived', i.derived, 'counted', i.counted, 'baseline', i.baseline::text, 'printedChange', i.printed_change, 'frequency', i.frequency, 'reported', i.reported, 'overTime', i.over_time, 'overUnits', i.over_units,
          'expectedShare', i.expected_share, 'responsibleUnitCode', u.code, 'assessedBy', i.assessed_by, 'evidenceRequired', i.evidence_required, 'needsClarification', i.needs_clarification, 'clarification', i.clarification,
          'continues', case when ci.audience >= 'SUPERIOR' then cp.key || '/' || ci.code end, 'appliesFrom', i.applies_from, 'retiredOn', i.retired_on, 'notPrinted', i.not_printed) order by i.sort_order, i.id), 'next', null)::text
        from (select i.* from indicator i join plan p on p.commune_id = $1 and p.id = i.plan_id where i.commune_id = $1 and p.key = '2023' and i.audience >= 'SUPERIOR' order by i.sort_order, i.id limit 101) i
        join plan p on p.commune_id = $1 and p.id = i.plan_id left join unit u on u.commune_id = $1 and u.id = i.responsible_unit_id left join indicator ci on ci.commune_id = $1 and ci.id = i.continues_id left join plan cp on cp.commune_id = $1 and cp.id = ci.plan_id`,
      floorGraphql: `select json_build_object('key', p.key, 'title', p.title, 'indicators', (
          select json_agg(json_build_object('id', i.id, 'version', i.version, 'code', i.code, 'name', i.name, 'target', i.target::text, 'results', (
            select json_agg(json_build_object('id', x.id, 'period', x.period, 'value', x.value) order by x.id) from (select * from result x where ${inForce} and x.indicator_id = i.id order by x.id limit 20) x)) order by i.sort_order, i.id)
          from (select * from indicator i where i.commune_id = $1 and i.plan_id = p.id and i.audience >= 'SUPERIOR' order by i.sort_order, i.id limit 40) i))::text
        from plan p where p.commune_id = $1 and p.key = '2023' and p.audience >= 'SUPERIOR'`,
      readFloor: (answer) => (answer.items ? answer.items.map(pick('id version code name target')) : answer),
      ordered: ({ indicators }) => indicators?.sort((a, b) => (a.code < b.code ? -1 : 1)),
    },
    {
      name: 'unit tree with reports',
      bars: barsOf(0.6, 0.6),
      key: 'chair',
      // REST asks twice for it, units and reports: this is the first.
      rest: `/v1/communes/${at}/units?first=100`,
      readRest: (answer) =>
        items(answer)
          .map(pick('id code name'))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
      graphql: `{ commune(key: "${at}") { units(first: 100) { nodes { id code kind name parentId submissions(first: 20) { nodes { id period state submittedOn } } } } } }`,
      // A commune of the district has 20 units.
      asLong: (query) => query.replace('first: 100', 'first: 20'),
      readGraphql: ({ commune }) => tree(commune.units.nodes),
      postgraphile: `{ units: allUnits(condition: { communeId: ${communeId} }, first: 100) { nodes { id: rowId code kind terms: unitTermsByCommuneIdAndUnitId(first: 1, orderBy: [VALID_FROM_DESC]) { nodes { name parentId } } submissions: submissionsByCommuneIdAndUnitId(first: 20) { nodes { id: rowId period state submittedOn } } } } }`,
      readPostgraphile: ({ units }) => tree(units.nodes.map(({ terms, ...unit }) => ({ ...unit, ...terms.nodes[0] }))),
      floorRest: `select json_build_object('items', json_agg(json_build_object('id', u.id, 'version', u.version, 'code', u.code, 'kind', u.kind, 'kindText', u.kind_text, 'name', t.name, 'parentId', t.parent_id, 'parentCode', p.code, 'path', t.path, 'termFrom', t.valid_from, 'termTo', t.valid_to, 'validFrom', u.valid_from, 'validTo', u.valid_to, 'identifiers', u.identifiers, 'invented', u.invented) order by t.sort_name, u.code), 'next', null)::text
        from (select t.* from unit_term t where t.commune_id = $1 and date '2024-01-31' between t.valid_from and coalesce(t.valid_to, 'infinity') order by t.sort_name limit 101) t join unit u on u.commune_id = $1 and u.id = t.unit_id left join unit p on p.commune_id = $1 and p.id = t.parent_id`,
      floorGraphql: `select json_build_object('nodes', json_agg(json_build_object('id', u.id, 'code', u.code, 'kind', u.kind, 'name', t.name, 'parentId', t.parent_id, 'submissions', (
          select json_agg(json_build_object('id', s.id, 'period', s.period, 'state', s.state, 'submittedOn', s.submitted_on) order by s.id desc) from (select * from submission s where s.commune_id = $1 and s.unit_id = u.id order by s.id desc limit 20) s)) order by t.sort_name, u.code))::text
        from (select t.* from unit_term t where t.commune_id = $1 and date '2024-01-31' between t.valid_from and coalesce(t.valid_to, 'infinity') order by t.sort_name limit 100) t join unit u on u.commune_id = $1 and u.id = t.unit_id`,
      readFloor: (answer) =>
        answer.items
          ? answer.items.map(pick('id code name')).sort((a, b) => (a.code < b.code ? -1 : 1))
          : tree(answer.nodes),
    },
    {
      name: 'one indicator over 25 communes',
      bars: { postgraphile: [1, 1.5], graphql: [0.45, 0.75], rest: [0.65, 0.85] },
      everywhere: true,
      // REST asks each commune for it: this is one of the 25.
      rest: `/v1/communes/${at}/results?indicator=chi-tieu-07&first=20`,
      readRest: (answer) => items(answer).map(pick('id value')),
      graphql: `{ communes(first: 25) { nodes { key plan(key: "2023") { indicators(search: "chi-tieu-07", first: 1) { nodes { code results(first: 20) { nodes { unitCode period value } } } } } } } }`,
      readGraphql: ({ communes }) =>
        communes.nodes.map(({ key, plan }) => ({ key, results: plan.indicators.nodes[0].results.nodes })),
      postgraphile: `{ communes: allCommunes(first: 26) { nodes { id: rowId key plans: plansByCommuneId(condition: { key: "2023" }) { nodes { indicators: indicatorsByCommuneIdAndPlanId(condition: { code: "chi-tieu-07" }) { nodes { code results: resultsByCommuneIdAndIndicatorId(first: 20) { nodes { period value unit: unitByCommuneIdAndUnitId { code } } } } } } } } } }`,
      readPostgraphile: ({ communes }) =>
        communes.nodes
          .filter(({ key }) => key !== 'registry')
          .map(({ key, plans }) => ({
            key,
            results: plans.nodes[0].indicators.nodes[0].results.nodes.map(({ unit, ...each }) => ({
              ...each,
              unitCode: unit.code,
            })),
          })),
      floorRest: `select json_build_object('items', json_agg(${wholeResult} order by x.id), 'next', max(x.id::text))::text from (select * from result x where ${inForce} and x.indicator_id = (select i.id from indicator i where i.commune_id = $1 and i.code = 'chi-tieu-07') order by x.id limit 20) x ${resultJoins}`,
      floorGraphql: `select json_agg(json_build_object('key', c.key, 'results', (
          select json_agg(json_build_object('unitCode', u.code, 'period', x.period, 'value', x.value) order by x.id)
          from (select x.* from result x where x.commune_id = c.id and x.audience >= 'SUPERIOR' and x.superseded_on is null and x.indicator_id = i.id order by x.id limit 20) x join unit u on u.commune_id = c.id and u.id = x.unit_id)) order by c.key)::text
        from commune c join plan p on p.commune_id = c.id and p.key = '2023' and p.audience >= 'SUPERIOR' join indicator i on i.commune_id = c.id and i.plan_id = p.id and i.code = 'chi-tieu-07' where c.id > 0 and $1::int is not null`,
      readFloor: (answer) => (answer.items ? answer.items.map(pick('id value')) : answer),
    },
    {
      name: 'chain of an award',
      bars: barsOf(0.5, 0.6),
      key: 'chair',
      commune: award.commune,
      // No one operation of REST has the chain; it is followed record by record, and this is the first: the award.
      rest: `/v1/communes/${award.commune}/awards/${award.id}`,
      readRest: (answer) => answer,
      graphql: awardChain,
      variables: { commune: award.commune, award: award.id },
      readGraphql: (data) => data.award,
      postgraphile: `query ($award: UUID!) { award: awardByCommuneIdAndRowId(communeId: ${award.communeId}, rowId: $award) { formName grantedOn revokedOn
        unit: unitByCommuneIdAndUnitId { ${lastName} }
        decision: decisionByCommuneIdAndDecisionId { number symbol signedOn signerName signerCapacity sha256 headPosition headHash }
        nomination: nominationByCommuneIdAndNominationId { summary
          grounds: nominationGroundsByCommuneIdAndNominationId { nodes { result: resultByCommuneIdAndResultId { value period
            indicator: indicatorByCommuneIdAndIndicatorId { code name target }
            submission: submissionByCommuneIdAndSubmissionId { contentHash entries: entriesByCommuneIdAndSubmissionId { nodes { approved
              indicator: indicatorByCommuneIdAndIndicatorId { code }
              evidence: evidencesByCommuneIdAndSubmissionIdAndIndicatorId { nodes { file: fileByCommuneIdAndFileId { name sha256 } } } } } } } } }
          brought: mattersByCommuneIdAndNominationId(first: 1) { nodes { meeting: meetingByCommuneIdAndMeetingId { heldOn
            council: unitByCommuneIdAndCouncilId { ${lastName} }
            attendance: attendancesByCommuneIdAndMeetingId { nodes { presence member: councilMemberByCommuneIdAndMemberId { person: unitByCommuneIdAndPersonId { code } } } }
            matters: mattersByCommuneIdAndMeetingId { nodes { nominationId votesFor votesAgainst votesBlank notReturned base rule outcome
              recusals: recusalsByCommuneIdAndMeetingIdAndNominationId { nodes { ground member: councilMemberByCommuneIdAndMemberId { person: unitByCommuneIdAndPersonId { code } } } } } }
            minutes: documentByCommuneIdAndMinutesId { title } } } } } } }`,
      readPostgraphile: ({ award: { unit, decision, nomination, ...rest } }) => ({
        ...rest,
        recipientName: unit.terms.nodes[0].name,
        decision: {
          ...pick('signedOn sha256')(decision),
          numberText: `${String(decision.number).padStart(2, '0')}/${decision.symbol}`,
          signer: { name: decision.signerName, capacity: decision.signerCapacity },
          head: { position: decision.headPosition, hash: decision.headHash },
        },
        nomination: {
          summary: nomination.summary,
          results: nomination.grounds.nodes.map(({ result: { submission, ...figure } }) => ({
            ...figure,
            submission: {
              ...submission,
              entries: submission.entries.nodes.map(({ approved, indicator, evidence }) => ({
                approved,
                indicatorCode: indicator.code,
                evidence: evidence.nodes.map(({ file }) => file),
              })),
            },
          })),
          meeting: nomination.brought.nodes.map(({ meeting }) => ({
            ...meeting,
            council: { name: meeting.council.terms.nodes[0].name },
            attendance: meeting.attendance.nodes.map(({ presence, member }) => ({
              presence,
              personCode: member.person.code,
            })),
            matters: meeting.matters.nodes.map(({ rule, recusals, ...matter }) => ({
              ...matter,
              threshold: `${rule.passNumerator}/${rule.passDenominator}`,
              recusals: recusals.nodes.map(({ ground, member }) => ({ ground, personCode: member.person.code })),
            })),
          }))[0],
        },
      }),
      floorRest: `select json_build_object('id', a.id, 'version', a.version, 'unitId', a.unit_id, 'unitCode', u.code, 'recipientName', ${nameOn('a.unit_id', 'a.granted_on::date')}, 'formCode', a.form_code, 'formName', a.form_name, 'ruleSet', a.rule_set, 'type', a.type,
          'period', a.period, 'citation', a.citation, 'decisionId', a.decision_id, 'numberText', a.number_text, 'issuer', a.issuer, 'nominationId', a.nomination_id, 'documentId', a.document_id, 'verificationCode', a.verification_code,
          'grantedOn', a.granted_on, 'deedOn', a.deed_on, 'daysToDecision', a.granted_on::date - a.deed_on, 'revokedOn', a.revoked_on, 'revokedGround', a.revoked_ground, 'revokedReason', a.revoked_reason, 'revokingDecisionId', a.revoking_decision_id)::text
        from award a join unit u on u.commune_id = $1 and u.id = a.unit_id where a.commune_id = $1 and a.id = '${award.id}'`,
      floorGraphql: `select json_build_object('recipientName', ${nameOn('a.unit_id', 'a.granted_on::date')}, 'formName', a.form_name, 'grantedOn', a.granted_on, 'revokedOn', a.revoked_on,
          'decision', json_build_object('numberText', lpad(d.number::text, greatest(2, length(d.number::text)), '0') || '/' || d.symbol, 'signedOn', d.signed_on, 'signer', json_build_object('name', d.signer_name, 'capacity', d.signer_capacity), 'sha256', d.sha256,
            'head', json_build_object('position', d.head_position, 'hash', d.head_hash)),
          'nomination', json_build_object('summary', n.summary,
            'results', (
              select json_agg(json_build_object('value', x.value, 'period', x.period, 'indicator', json_build_object('code', i.code, 'name', i.name, 'target', i.target::text), 'submission', json_build_object('contentHash', s.content_hash, 'entries', (
                select json_agg(json_build_object('indicatorCode', o.code, 'approved', e.approved, 'evidence', coalesce((
                  select json_agg(json_build_object('name', f.name, 'sha256', f.sha256) order by f.id) from evidence v join file f on f.commune_id = $1 and f.id = v.file_id where v.commune_id = $1 and v.submission_id = e.submission_id and v.indicator_id = e.indicator_id), '[]')) order by o.sort_order, o.code)
                from entry e join indicator o on o.commune_id = $1 and o.id = e.indicator_id where e.commune_id = $1 and e.submission_id = s.id))) order by g.ordinal)
              from nomination_ground g join result x on x.commune_id = $1 and x.id = g.result_id join indicator i on i.commune_id = $1 and i.id = x.indicator_id join submission s on s.commune_id = $1 and s.id = x.submission_id
              where g.commune_id = $1 and g.nomination_id = n.id),
            'meeting', json_build_object('heldOn', m.held_on, 'council', json_build_object('name', ${nameOn('m.council_id', "date '2024-01-31'")}),
              'attendance', (select json_agg(json_build_object('personCode', p.code, 'presence', t.presence) order by p.code) from attendance t join council_member c on c.commune_id = $1 and c.id = t.member_id join unit p on p.commune_id = $1 and p.id = c.person_id where t.commune_id = $1 and t.meeting_id = m.id),
              'matters', (
                select json_agg(json_build_object('nominationId', b.nomination_id, 'votesFor', b.votes_for, 'votesAgainst', b.votes_against, 'votesBlank', b.votes_blank, 'notReturned', b.not_returned, 'base', b.base, 'threshold', concat(b.rule ->> 'passNumerator', '/', b.rule ->> 'passDenominator'), 'outcome', b.outcome, 'recusals', coalesce((
                  select json_agg(json_build_object('personCode', p.code, 'ground', r.ground) order by p.code) from recusal r join council_member c on c.commune_id = $1 and c.id = r.member_id join unit p on p.commune_id = $1 and p.id = c.person_id where r.commune_id = $1 and r.meeting_id = m.id and r.nomination_id = b.nomination_id), '[]')) order by b.ordinal)
                from matter b where b.commune_id = $1 and b.meeting_id = m.id),
              'minutes', json_build_object('title', l.title))))::text
        from award a join decision d on d.commune_id = $1 and d.id = a.decision_id join nomination n on n.commune_id = $1 and n.id = a.nomination_id
        join matter k on k.commune_id = $1 and k.nomination_id = n.id and k.outcome is distinct from 'NO_QUORUM' join meeting m on m.commune_id = $1 and m.id = k.meeting_id join document l on l.commune_id = $1 and l.id = m.minutes_id
        where a.commune_id = $1 and a.id = '${award.id}'`,
      readFloor: (answer) => answer,
    },
    {
      name: 'acts on a page of 100 reports',
      bars: { graphql: [0.4] },
      key: 'chair',
      graphql: `{ submissions(commune: "${at}", first: 100) { nodes { id state actions { act allowed reasons } } } }`,
      readGraphql: ({ submissions }) => submissions.nodes,
      // Rights are those of the chairperson; whether an entry is the caller's to verify is read as for anybody.
      floorGraphql: `select json_build_object('nodes', json_agg(json_build_object('id', s.id, 'state', s.state, 'actions', (
          select json_agg(json_build_object('act', a.act, 'allowed', r.reasons = '{}', 'reasons', to_json(r.reasons)) order by a.place)
          from (values (1, 'amendSubmission', '{DRAFT,RETURNED}'::text[]), (2, 'submitSubmission', '{DRAFT,RETURNED}'), (3, 'explainFinding', '{DRAFT,SUBMITTED,RETURNED,VERIFIED}'), (4, 'verifySubmission', '{SUBMITTED}'), (5, 'returnSubmission', '{SUBMITTED,VERIFIED}'),
            (6, 'approveSubmission', '{VERIFIED}'), (7, 'withdrawSubmission', '{DRAFT,SUBMITTED,RETURNED}'), (8, 'correctSubmission', '{APPROVED}')) a (place, act, states)
          cross join lateral (select array_remove(array[
            case when a.act in ('verifySubmission', 'returnSubmission') then case when not v.mine then 'FORBIDDEN' end when a.act <> 'approveSubmission' then 'FORBIDDEN' end,
            case when s.state <> all (a.states) or p.state <> 'ISSUED' then 'STATE' end,
            case when a.act = 'correctSubmission' and s.state = 'APPROVED' and exists (
              select from submission c where c.commune_id = $1 and (c.unit_id, c.plan_id, c.period) = (s.unit_id, s.plan_id, s.period) and c.corrects_id is not null and c.state not in ('APPROVED', 'WITHDRAWN', 'SUPERSEDED')) then 'ALREADY_REPORTED' end,
            case when a.act = 'explainFinding' and s.state = any (a.states) and not s.findings @> '[{"severity": "WARNING"}]' then 'RULE' end], null) as reasons) r)) order by s.id desc))::text
        from (select * from submission s where s.commune_id = $1 order by s.id desc limit 100) s join plan p on p.commune_id = $1 and p.id = s.plan_id
        cross join lateral (select exists (
          select from entry e join indicator i on i.commune_id = $1 and i.id = e.indicator_id join unit_term t on t.commune_id = $1 and t.unit_id = i.responsible_unit_id and date '2024-01-31' between t.valid_from and coalesce(t.valid_to, 'infinity')
          where e.commune_id = $1 and e.submission_id = s.id and starts_with(t.path, 'nowhere')) as mine) v`,
      readFloor: (answer) => answer.nodes,
    },
    {
      name: 'progress, 40 indicators, 20 units, 4 quarters',
      // The others read the results that it is computed from, and compute nothing; these sums only compare the answers.
      bars: { postgraphile: [1, 1.25] },
      commune: progress.commune,
      graphql: `{ plan(commune: "${progress.commune}", plan: "${progress.plan}") { indicators(first: 40) { nodes { code progress(units: true, first: 21) { nodes { unitId state percent coverage { reported owed } cumulative { value } } } } } } }`,
      readGraphql: ({ plan }) =>
        plan.indicators.nodes.map(({ code, progress: { nodes } }) => ({
          code,
          figures: Object.fromEntries(nodes.map(({ unitId, cumulative }) => [unitId, cumulative.value])),
        })),
      postgraphile: `{ plan: planByCommuneIdAndKey(communeId: ${progress.communeId}, key: "${progress.plan}") { indicators: indicatorsByCommuneIdAndPlanId(first: 40, orderBy: [SORT_ORDER_ASC]) { nodes { code target responsibleUnitId results: resultsByCommuneIdAndIndicatorId(first: 80) { nodes { unitId period value } } } } } }`,
      readPostgraphile: ({ plan }) =>
        plan.indicators.nodes.map(({ results, ...each }) => summed({ ...each, results: results.nodes })),
      floorGraphql: `select json_agg(json_build_object('code', i.code, 'target', i.target::text, 'responsibleUnitId', i.responsible_unit_id, 'results', (
          select json_agg(json_build_object('unitId', x.unit_id, 'period', x.period, 'value', x.value) order by x.id) from result x where ${inForce} and x.indicator_id = i.id)) order by i.sort_order, i.id)::text
        from indicator i join plan p on p.commune_id = $1 and p.id = i.plan_id where i.commune_id = $1 and p.key = '${progress.plan}' and i.audience >= 'SUPERIOR'`,
      readFloor: (answer) => answer.map(summed),
    },
    {
      name: 'pull of 500 changes',
      rest: `/v1/communes/${at}/changes?first=500&cursor=${cursor.text}`,
      readRest: (answer) => items(answer),
      floorRest: `select json_build_object('items', (select json_agg(json_strip_nulls(json_build_object('position', c.position, 'item', c.item, 'form', c.form, 'op', c.op, 'seen', case c.form when 2 then json_build_object('before', c.seen_before, 'after', c.seen_after) end, 'kind', c.kind, 'type', c.type, 'recordId', c.record_id, 'version', c.version, 'on', c.on_date, 'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actor', json_build_object('#', c.actor), 'reason', case when c.reason is not null then json_build_object('#', c.reason) end)::json)::jsonb
            || case when c.data is null then '{}' else jsonb_build_object('data', c.data) end || jsonb_build_object('leaf', encode(c.leaf, 'hex')) order by c.position, c.item)
          from (select * from change c where c.commune_id = $1 and (c.position, c.item) > (${cursor.position}, ${cursor.item}) and case c.op when 'UPSERT' then c.seen_after >= 'SUPERIOR' else c.seen_before >= 'SUPERIOR' and (c.seen_after >= 'SUPERIOR') is not true end order by c.position, c.item limit 500) c),
        'head', (select json_build_object('position', position, 'hash', encode(hash, 'hex')) from chain where commune_id = $1 and seen >= 'SUPERIOR' order by position desc limit 1),
        'there', (select encode(hash, 'hex') from chain where commune_id = $1 and position = ${cursor.position}))::text`,
      readFloor: (answer) => items(answer),
    },
    {
      name: 'unchanged pull (304)',
      bars: { rest: [0.65, 0.85] },
      everywhere: true,
      rest: '/v1/communes?first=100',
      ifNoneMatch: etag,
      status: 304,
      floorRest: `select json_agg(json_build_object('key', c.key, 'version', c.version, 'position', h.position, 'hash', encode(h.hash, 'hex')) order by c.key)::text
        from commune c cross join lateral (select position, hash from chain where commune_id = c.id and seen = 'SUPERIOR' order by position desc limit 1) h where c.id > 0 and $1::int is not null`,
    },
  ];
}

/** Figures of an indicator in its year: of each unit, and of the commune, for which the responsible unit reports. */
function summed({ code, responsibleUnitId, results }) {
  const figures = {};
  for (const { unitId, value } of results) {
    const of = unitId === responsibleUnitId ? null : unitId;
    figures[of] = (figures[of] ?? 0) + Number(value);
  }
  return { code, figures };
}

const tree = (units) =>
  units
    .map(({ submissions, ...unit }) => ({
      ...unit,
      submissions: [...(submissions.nodes ?? submissions)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
