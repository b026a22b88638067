-- entries.entriesOf#0.1.2.14
select e.commune_id as "communeId",
  e.submission_id as "submissionId",
  e.indicator_id as "indicatorId",
  i.code as "indicatorCode" from
entry e join indicator i on i.commune_id = $1 and i.id = e.indicator_id where e.commune_id = $1 and e.submission_id = any ($2) order by i.sort_order, i.code;

-- periods.closed
select r.plan_id as "planId",
  r.period from plan_period r
where r.commune_id = $1 and r.plan_id = any ($2) and r.state = 'CLOSED' order by r.period;

-- submissions.corrected
select s.id from submission s
where s.commune_id = $1 and s.id = any ($2) and exists (
  select from submission c
  where c.commune_id = $1 and (c.unit_id, c.plan_id, c.period) = (s.unit_id, s.plan_id, s.period)
    and c.corrects_id is not null and c.state not in ('APPROVED', 'WITHDRAWN', 'SUPERSEDED'));

-- submissions.reportedIndicatorsOf
select id, plan_id as "planId",
  code, name,
       json_build_object(
'unit', indicator.measure_unit, 'displayUnit', indicator.display_unit, 'scale', indicator.scale, 'factor', indicator.factor::text) as measure,
       ends_at100 as "endsAt100",
  grades,
       out_of as "outOf",
  over_units as "overUnits",
  derived,
       retired_on as "retiredOn",
  evidence_required as "evidenceRequired",
  responsible_unit_id as "responsibleUnitId",
       target, baseline, comparator, basis, frequency, reported, over_time as "overTime",
  not_above as "notAbove",
       part_of_id as "partOfId",
  continues_id as "continuesId"
     from indicator where commune_id = $1 and plan_id = any ($2) and audience >= $3::audience
     order by sort_order, code;

-- submissions.responsible
select i.id, coalesce(
       (select path from
(select w.* from unit_term w where w.commune_id = i.commune_id and w.unit_id = i.responsible_unit_id
 order by w.valid_from <= $3::date desc, w.valid_from desc limit 1) t), '') as path
     from indicator i where i.commune_id = $1 and i.id = any ($2);

-- submissions.submissions#0.1.4.7.25
select s.commune_id as "communeId",
  s.id as "id",
  s.unit_id as "unitId",
  s.state as "state",
  u.kind as "unitKind"
     from (
       select s.* from submission s
       where s.commune_id = $1 and s.audience >= $2::audience
       order by s.id desc limit $4) s
left join plan p on p.commune_id = $1 and p.id = s.plan_id
left join unit u on u.commune_id = $1 and u.id = s.unit_id
cross join (select $3::date as day) asked
     order by s.id desc;

-- submissions.submissionsById
select s.commune_id as "communeId",
  s.id as "id",
  s.version as "version",
  s.plan_id as "planId",
  s.unit_id as "unitId",
  s.period as "period",
  s.corrects_id as "correctsId",
  s.state as "state",
  s.submitted_on as "submittedOn",
  s.due_on as "dueOn",
  s.late as "late",
  s.estimate as "estimate",
  s.submitted_by as "submittedBy",
  s.approved_on as "approvedOn",
  s.narrative as "narrative",
  s.returned_reason as "returnedReason",
  s.content_salt as "contentSalt",
  s.content_hash as "contentHash",
  s.findings as "findings",
  s.audience as "audience",
  p.key as "plan",
  p.state as "planState",
  p.settings as "planSettings",
  json_build_object('year', p.year, 'untilYear', p.until_year) as "planYears",
  u.code as "unitCode",
  u.kind as "unitKind",
  (select path from
(select w.* from unit_term w where w.commune_id = $1 and w.unit_id = s.unit_id
 order by w.valid_from <= asked.day desc, w.valid_from desc limit 1) t) as "unitPath",
  coalesce((
    select json_agg(
      json_build_object('communeId', e.commune_id, 'submissionId', e.submission_id, 'indicatorId', e.indicator_id, 'scope', e.scope, 'reported', e.reported, 'outOf', e.out_of::text, 'nothingToReport', e.nothing_to_report, 'note', e.note, 'remark', e.remark, 'verified', e.verified, 'verifiedReason', e.verified_reason, 'verifiedOn', e.verified_on, 'approved', e.approved, 'approvedReason', e.approved_reason, 'indicatorCode', i.code, 'evidenceIds', array(
select v.file_id from evidence v
where v.commune_id = $1 and v.submission_id = e.submission_id and v.indicator_id = e.indicator_id
order by v.file_id))
      order by i.sort_order, i.code)
    from
entry e join indicator i on i.commune_id = $1 and i.id = e.indicator_id where e.commune_id = $1 and e.submission_id = s.id), '[]') as "entries" from submission s
left join plan p on p.commune_id = $1 and p.id = s.plan_id
left join unit u on u.commune_id = $1 and u.id = s.unit_id
cross join (select $3::date as day) asked
       where s.commune_id = $1 and s.audience >= $2::audience and s.id = any ($4);

-- submissions.submissionsById#0.1.3.4.5.6.7.12.18.21.22.24.25.26
select s.commune_id as "communeId",
  s.id as "id",
  s.plan_id as "planId",
  s.unit_id as "unitId",
  s.period as "period",
  s.corrects_id as "correctsId",
  s.state as "state",
  s.submitted_by as "submittedBy",
  s.findings as "findings",
  p.state as "planState",
  p.settings as "planSettings",
  u.code as "unitCode",
  u.kind as "unitKind",
  (select path from
(select w.* from unit_term w where w.commune_id = $1 and w.unit_id = s.unit_id
 order by w.valid_from <= asked.day desc, w.valid_from desc limit 1) t) as "unitPath" from submission s
left join plan p on p.commune_id = $1 and p.id = s.plan_id
left join unit u on u.commune_id = $1 and u.id = s.unit_id
cross join (select $3::date as day) asked
       where s.commune_id = $1 and s.audience >= $2::audience and s.id = any ($4);
