-- awards.awardsById#0.1.3.4.6.10.13.16.27.32
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

-- disclosures.deleteExpired
select forget_accesses($1);

-- disclosures.persons
select u.id, named.via from unit u
join (
  select id as unit_id, id as via from unit where commune_id = $1 and id = any ($2)
  union all
  select unit_id, id from nomination where commune_id = $1 and id = any ($2)
  union all
  select person_id, id from council_member where commune_id = $1 and id = any ($2)
  union all
  select unit_id, document_id from document_person where commune_id = $1 and document_id = any ($2)
  union all
  select n.id, c.record_id::uuid from change c
  cross join lateral jsonb_array_elements_text(c.data -> 'persons') p (code)
  join unit n on n.commune_id = $1 and n.code = p.code
  where c.commune_id = $1 and c.type = 'document' and c.record_id = any ($3) and not exists (
    select from document d where d.commune_id = $1 and d.id = c.record_id::uuid)
  union all
  select s.unit_id, v.file_id from evidence v
  join submission s on s.commune_id = v.commune_id and s.id = v.submission_id
  where v.commune_id = $1 and v.file_id = any ($2)
  union
  select s.unit_id, v.file_id from score_evidence v
  join score_sheet s on s.commune_id = v.commune_id and s.id = v.sheet_id
  where v.commune_id = $1 and v.file_id = any ($2)
) named on named.unit_id = u.id
where u.commune_id = $1 and u.kind in ('HOUSEHOLD', 'INDIVIDUAL');

-- documents.documentsById#0.1.8.12.20
select d.commune_id as "communeId",
  d.id as "id",
  d.year as "year",
  d.title as "title",
  array(
select u.code from document_person p cross join lateral (select * from unit where commune_id = $1 and id = p.unit_id offset 0) u
where p.commune_id = $1 and p.document_id = d.id order by u.code) as "persons" from document d
   where d.commune_id = $1 and d.audience >= $2::audience and d.id = any ($3);

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

-- power.holdPower
select hold_power($1, $2, $3, $4) as held;

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
