-- awards.awardsById#0.1.3.4.6.10.13.16.27.31
select a.commune_id as "communeId",
  a.id as "id",
  a.unit_id as "unitId",
  a.recipient_name as "recipientName",
  a.form_name as "formName",
  a.decision_id as "decisionId",
  a.nomination_id as "nominationId",
  a.granted_on as "grantedOn",
  a.revoked_on as "revokedOn",
  u.kind as "unitKind" from award a left join unit u on u.commune_id = $1 and u.id = a.unit_id
where a.commune_id = $1 and a.audience >= $2::audience and a.id = any ($3);

-- decisions.decisionsById#0.1.21.23.25.26.27.28.29
select d.commune_id as "communeId",
  d.id as "id",
  d.signed_on as "signedOn",
  d.sha256 as "sha256",
  lpad(d.number::text, greatest(2, length(d.number::text)), '0') || coalesce(d.number_suffix, '') || coalesce(
  case when d.symbol ~ '^[-/]' then '' when d.symbol ~ '^[^-/0-9 ]+/' then '-' else '/' end || d.symbol, '') as "numberText",
  json_build_object('name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity) as "signer",
  case when d.head_position is not null
    then json_build_object('position', d.head_position, 'hash', d.head_hash) end as "head",
  coalesce((
select json_agg(json_build_object(
  'communeId', i.commune_id, 'unitId', n.unit_id, 'nominationId', i.nomination_id, 'unitCode', (select u.code from unit u where u.commune_id = $1 and u.id = n.unit_id), 'formCode', n.form_code,
     'reason', case when d.state = 'DRAFT' then i.reason end) order by i.ordinal)
from decision_item i cross join lateral (select * from nomination where commune_id = $1 and id = i.nomination_id offset 0) n
where i.commune_id = $1 and i.decision_id = d.id and (own.units is null or n.unit_id = any (own.units))
  and i.outcome = 'GRANTED'), '[]') as "grants",
  coalesce((
select json_agg(json_build_object(
  'communeId', i.commune_id, 'unitId', n.unit_id, 'nominationId', i.nomination_id, 'reason', i.reason) order by i.ordinal)
from decision_item i cross join lateral (select * from nomination where commune_id = $1 and id = i.nomination_id offset 0) n
where i.commune_id = $1 and i.decision_id = d.id and (own.units is null or n.unit_id = any (own.units))
  and i.outcome = 'REFUSED' and d.state = 'DRAFT'), '[]') as "refusals" from decision d cross join (select $4::uuid[] as units) own
       where d.commune_id = $1 and d.audience >= $2::audience and d.id = any ($3);

-- documents.documentsById#0.1.8.12.20
select d.commune_id as "communeId",
  d.id as "id",
  d.year as "year",
  d.title as "title",
  array(
select u.code from document_person p cross join lateral (select * from unit where commune_id = $1 and id = p.unit_id offset 0) u
where p.commune_id = $1 and p.document_id = d.id order by u.code) as "persons" from document d
   where d.commune_id = $1 and d.audience >= $2::audience and d.id = any ($3);

-- entries.entriesOf#0.1.12.14.15
select e.commune_id as "communeId",
  e.submission_id as "submissionId",
  e.approved as "approved",
  i.code as "indicatorCode",
  array(
select v.file_id from evidence v
where v.commune_id = $1 and v.submission_id = e.submission_id and v.indicator_id = e.indicator_id
order by v.file_id) as "evidenceIds" from
entry e join indicator i on i.commune_id = $1 and i.id = e.indicator_id where e.commune_id = $1 and e.submission_id = any ($2) order by i.sort_order, i.code;

-- indicators.indicatorsById#0.1.3.4.5.8.12
select i.commune_id as "communeId",
  i.id as "id",
  i.plan_id as "planId",
  i.code as "code",
  i.name as "name",
  i.sort_order as "sortOrder",
  i.target as "target" from indicator i
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = i.responsible_unit_id
left join indicator c on c.commune_id = $1 and c.id = i.continues_id
left join plan cp on cp.commune_id = $1 and cp.id = c.plan_id
       where i.commune_id = $1 and i.audience >= $2::audience and i.id = any ($3);

-- meetings.meetingsById#0.1.3.4.10.11.12.16.17
select m.commune_id as "communeId",
  m.id as "id",
  m.council_id as "councilId",
  m.held_on as "heldOn",
  m.minutes_id as "minutesId",
  m.summoned as "summoned",
  m.present as "present",
  coalesce((
    select json_agg(
      json_build_object('communeId', a.commune_id, 'meetingId', a.meeting_id, 'memberId', a.member_id, 'presence', a.presence, 'replacedBy', a.replaced_by, 'opinionOn', a.opinion_on, 'personCode', p.code, 'replacedByCode', r.code)
      order by p.code)
    from attendance a
cross join lateral (select * from council_member where commune_id = $1 and id = a.member_id offset 0) x cross join lateral (select * from unit where commune_id = $1 and id = x.person_id offset 0) p
    left join unit r on r.commune_id = $1 and r.id = a.replaced_by
    where a.commune_id = $1 and a.meeting_id = m.id), '[]') as "attendance",
  coalesce((
    select json_agg(json_build_object('communeId', b.commune_id, 'meetingId', b.meeting_id, 'nominationId', b.nomination_id, 'unitId', b.unit_id, 'ordinal', b.ordinal, 'rule', b.rule, 'votesFor', b.votes_for, 'votesAgainst', b.votes_against, 'votesBlank', b.votes_blank, 'votesInvalid', b.votes_invalid, 'notReturned', b.not_returned, 'recordedBy', b.recorded_by, 'recordedOn', b.recorded_on, 'confirmedBy', b.confirmed_by, 'confirmedOn', b.confirmed_on, 'outcome', b.outcome, 'unitCode', u.code,
      'recusals', coalesce((
        select json_agg(
          json_build_object('communeId', r.commune_id, 'meetingId', r.meeting_id, 'nominationId', r.nomination_id, 'memberId', r.member_id, 'ground', r.ground, 'reason', r.reason, 'stands', r.stands, 'personId', x.person_id, 'personCode', p.code)
          order by p.code)
        from recusal r
cross join lateral (select * from council_member where commune_id = $1 and id = r.member_id offset 0) x cross join lateral (select * from unit where commune_id = $1 and id = x.person_id offset 0) p
        where r.commune_id = $1 and r.meeting_id = m.id and r.nomination_id = b.nomination_id
          and r.stands), '[]'))
      order by b.ordinal)
    from matter b cross join lateral (select * from unit where commune_id = $1 and id = b.unit_id offset 0) u
    where b.commune_id = $1 and b.meeting_id = m.id), '[]') as "matters" from meeting m where m.commune_id = $1 and m.audience >= $2::audience and m.id = any ($3);

-- nominations.nominationsById#0.1.4.12.36.40.44
select n.commune_id as "communeId",
  n.id as "id",
  n.unit_id as "unitId",
  n.summary as "summary",
  u.kind as "unitKind",
  (
  select m.meeting_id from matter m
  where m.commune_id = $1 and m.nomination_id = n.id and m.outcome is distinct from 'NO_QUORUM') as "meetingId",
  coalesce((
  select json_agg(json_build_object('type', case
when g.result_id is not null then 'RESULT'
when g.submission_id is not null then 'SUBMISSION'
when g.document_id is not null then 'DOCUMENT'
else 'FILE' end, 'id', coalesce(g.result_id, g.submission_id, g.document_id, g.file_id)) order by g.ordinal)
  from nomination_ground g where g.commune_id = $1 and g.nomination_id = n.id), '[]') as "restsOn" from nomination n left join unit u on u.commune_id = $1 and u.id = n.unit_id cross join (select $3::date as day) asked
     where n.commune_id = $1 and n.audience >= $2::audience and n.id = any ($4);

-- results.resultsById#0.1.3.5.7.9
select x.commune_id as "communeId",
  x.id as "id",
  x.indicator_id as "indicatorId",
  x.period as "period",
  x.value as "value",
  x.submission_id as "submissionId" from result x
left join commune c on c.id = $1
left join indicator i on i.commune_id = $1 and i.id = x.indicator_id
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = x.unit_id
       where x.commune_id = $1 and x.audience >= $2::audience and x.id = any ($3);

-- submissions.submissionsById#0.1.4.17.25
select s.commune_id as "communeId",
  s.id as "id",
  s.unit_id as "unitId",
  s.content_hash as "contentHash",
  u.kind as "unitKind" from submission s
left join plan p on p.commune_id = $1 and p.id = s.plan_id
left join unit u on u.commune_id = $1 and u.id = s.unit_id
cross join (select $3::date as day) asked
       where s.commune_id = $1 and s.audience >= $2::audience and s.id = any ($4);

-- units.unitsById#0.1.3.4.11.12
select u.commune_id as "communeId",
  u.id as "id",
  u.code as "code",
  u.kind as "kind",
  t.name as "name",
  t.sort_name as "sortName"
       from unit u cross join lateral
(select w.* from unit_term w where w.commune_id = $1 and w.unit_id = u.id and w.valid_from <= $4
 order by w.valid_from desc limit 1) t
       where u.commune_id = $1 and u.audience >= $2::audience and u.id = any ($3);
