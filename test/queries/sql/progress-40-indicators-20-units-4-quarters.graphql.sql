-- acknowledgements.launchUnits
select r.plan_id as "planId",
  u.code as "unitCode",
  a.id is not null as acknowledged, a.held_on as "heldOn",
  a.people_reached as "peopleReached",
  a.version
from unnest($2::uuid[], $3::uuid[], $4::date[]) as r (plan_id, unit_id, day)
join unit u on u.commune_id = $1 and u.kind in ('DEPARTMENT', 'ORGANISATION', 'HAMLET')
join unit_term t on t.commune_id = $1 and t.unit_id = u.id
  and r.day between t.valid_from and coalesce(t.valid_to, 'infinity')
left join acknowledgement a on a.commune_id = $1 and a.unit_id = u.id and a.plan_id = r.plan_id
where (r.unit_id is null or starts_with(t.path || '/', (
    select w.path || '/' from unit_term w
    where w.commune_id = $1 and w.unit_id = r.unit_id
      and r.day between w.valid_from and coalesce(w.valid_to, 'infinity'))))
order by u.code;

-- indicators.indicators#0.1.3.4.5.8.9.10.11.12.13.14.15.16.17.20.22.23.24.25.27.28.29.30.31.32.33.34.35.36.39.40.41.42.46.49
select i.commune_id as "communeId",
  i.id as "id",
  i.plan_id as "planId",
  i.code as "code",
  i.name as "name",
  i.sort_order as "sortOrder",
  i.direction as "direction",
  i.comparator as "comparator",
  i.basis as "basis",
  i.target as "target",
  i.target_text as "targetText",
  i.upper_target as "upperTarget",
  i.beyond as "beyond",
  i.grades as "grades",
  i.out_of as "outOf",
  i.ends_at100 as "endsAt100",
  i.derivation as "derivation",
  i.award_form as "awardForm",
  i.counted as "counted",
  i.baseline as "baseline",
  i.frequency as "frequency",
  i.reported as "reported",
  i.over_time as "overTime",
  i.over_units as "overUnits",
  i.over_years as "overYears",
  i.seasons as "seasons",
  i.reported_by as "reportedBy",
  i.identifiers as "identifiers",
  i.expected_share as "expectedShare",
  i.responsible_unit_id as "responsibleUnitId",
  i.needs_clarification as "needsClarification",
  i.clarification as "clarification",
  i.applies_from as "appliesFrom",
  i.retired_on as "retiredOn",
  json_build_object(
'unit', i.measure_unit, 'displayUnit', i.display_unit, 'scale', i.scale, 'factor', i.factor::text) as "measure",
  case when c.audience >= $2::audience then cp.key || '/' || c.code end as "continues"
       from unnest($3::uuid[]) as r (plan_id)
       cross join lateral (
         select * from indicator i
         where i.commune_id = $1 and i.plan_id = r.plan_id and i.audience >= $2::audience
         order by i.sort_order, i.id limit $4) i
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = i.responsible_unit_id
left join indicator c on c.commune_id = $1 and c.id = i.continues_id
left join plan cp on cp.commune_id = $1 and cp.id = c.plan_id
       order by i.sort_order, i.id;

-- indicators.indicators#0.1.3.4.8
select i.commune_id as "communeId",
  i.id as "id",
  i.plan_id as "planId",
  i.code as "code",
  i.sort_order as "sortOrder"
       from unnest($3::uuid[]) as r (plan_id)
       cross join lateral (
         select * from indicator i
         where i.commune_id = $1 and i.plan_id = r.plan_id and i.audience >= $2::audience
         order by i.sort_order, i.id limit $4) i
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = i.responsible_unit_id
left join indicator c on c.commune_id = $1 and c.id = i.continues_id
left join plan cp on cp.commune_id = $1 and cp.id = c.plan_id
       order by i.sort_order, i.id;

-- plans.plansById
select p.commune_id as "communeId",
  p.id as "id",
  p.version as "version",
  p.key as "key",
  p.kind as "kind",
  p.year as "year",
  p.until_year as "untilYear",
  p.title as "title",
  p.also_called as "alsoCalled",
  p.document_id as "documentId",
  p.purposes as "purposes",
  p.duties as "duties",
  p.sections as "sections",
  p.deadline as "deadline",
  p.settings as "settings",
  p.parent_plan_id as "parentPlanId",
  p.unit_id as "unitId",
  p.state as "state",
  p.closed_on as "closedOn",
  p.audience as "audience",
  (select a.key from plan a where a.commune_id = $1 and a.id = p.parent_plan_id) as "parentPlan",
  (select u.code from unit u where u.commune_id = $1 and u.id = p.unit_id) as "unitCode",
  (select json_build_object(
    'name', d.signer_name, 'title', d.signer_title, 'capacity', d.signer_capacity) from document d where d.commune_id = $1 and d.id = p.document_id) as "signer",
  case when p.state <> 'DRAFT' then coalesce(
    (select d.issued_on::date from document d
     where d.commune_id = $1 and d.id = p.document_id and length(d.issued_on) = 10), p.issued_on) end as "issuedOn",
  (select d.recipients from document d where d.commune_id = $1 and d.id = p.document_id) as "recipients",
  (select d.bases from document d where d.commune_id = $1 and d.id = p.document_id) as "bases",
  coalesce((select path from
(select w.* from unit_term w where w.commune_id = $1 and w.unit_id = p.unit_id
 order by w.valid_from <= asked.day desc, w.valid_from desc limit 1) t), '') as "unitPath" from plan p cross join (select $3::date as day) asked
       where p.commune_id = $1 and p.audience >= $2::audience and p.id = any ($4);

-- plans.plansByKey#0.1.3.5
select p.commune_id as "communeId",
  p.id as "id",
  p.key as "key",
  p.year as "year" from plan p cross join (select $3::date as day) asked
where p.commune_id = $1 and p.audience >= $2::audience and p.key = $4;

-- progress.awards
with held as (
       select a.form_code as form,
coalesce(substring(a.period from '^[0-9]{4}-([0-9]{4})$'), left(coalesce(a.period, a.granted_on), 4)) as period, u.kind, a.unit_id,
         a.decision_id
       from award a join unit u on u.commune_id = $1 and u.id = a.unit_id
       where a.commune_id = $1 and a.form_code = any ($2)
         and
coalesce(substring(a.period from '^[0-9]{4}-([0-9]{4})$'), left(coalesce(a.period, a.granted_on), 4))::int between $3 and $4
         and rpad(a.granted_on, 10, '-01') <= $5 and (a.revoked_on is null or a.revoked_on > $5::date)),
     kind as (select distinct form, period, kind, (period || '-12-31')::date as on_day from held)
     select k.form, k.period, t.parent_id as "unitId",
  count(distinct h.unit_id)::text as holders,
       count(distinct u.id)::text as total,
       coalesce(array_agg(distinct h.decision_id) filter (where h.decision_id is not null), '{}') as "decisionIds"
     from kind k
     join unit u on u.commune_id = $1 and u.kind = k.kind
     left join held h on h.form = k.form and h.period = k.period and h.unit_id = u.id
     cross join lateral
(select w.* from unit_term w where w.commune_id = $1 and w.unit_id = u.id
 order by w.valid_from <= k.on_day desc, w.valid_from desc limit 1) t
     where t.parent_id is not null
       and (h.unit_id is not null or k.on_day between u.valid_from and coalesce(u.valid_to, 'infinity'))
     group by k.form, k.period, t.parent_id order by k.form, k.period, t.parent_id;

-- progress.nothing
select e.indicator_id as "indicatorId",
  s.unit_id as "unitId",
  e.scope, s.period
    from submission s join entry e on e.commune_id = $1 and e.submission_id = s.id
    where s.commune_id = $1 and s.plan_id = any ($2) and s.state in ('APPROVED', 'SUPERSEDED')
      and s.approved_on <= $3::date and not exists (select from submission c
where c.commune_id = $1 and c.corrects_id = s.id
  and c.state in ('APPROVED', 'SUPERSEDED') and c.approved_on <= $3::date)
      and e.approved is null and e.nothing_to_report is not null;

-- progress.reporters
select u.id, u.code, u.kind, t.path, s."from", s."to"
     from unnest($5::date[], $6::date[]) as s ("from", "to")
     join unit u on u.commune_id = $1
       and (u.id = any ($2) or u.code = any ($3) or u.kind = any ($4) or u.kind = 'BODY')
       and u.valid_from <= s."to" and (u.valid_to is null or u.valid_to >= s."from")
     cross join lateral
(select w.* from unit_term w where w.commune_id = $1 and w.unit_id = u.id
 order by w.valid_from <= s."to" desc, w.valid_from desc limit 1) t
     order by u.code;

-- progress.results.withoutIds
select x.indicator_id as "indicatorId",
  null as id, string_agg(x.unit_id::text, E'\x1f' order by x.id) as "unitId",
  string_agg(x.scope, E'\x1f' order by x.id) as scope, string_agg(x.period, E'\x1f' order by x.id) as period, string_agg(x.value, E'\x1f' order by x.id) as value,
  string_agg(coalesce(x.out_of::text, ''), E'\x1f' order by x.id) as "outOf"
from result x
where x.commune_id = $1 and x.approved_on <= $3::date and (x.superseded_on is null or x.superseded_on > $3::date)
  and x.indicator_id = any (array(select i.id from indicator i where i.commune_id = $1 and i.plan_id = any ($2)))
group by x.indicator_id;

-- progress.targets
select t.indicator_id as "indicatorId",
  t.unit_id as "unitId",
  t.period, t.value
from target t
where t.commune_id = $1
  and t.indicator_id = any (array(
    select i.id from indicator i where i.commune_id = $1 and i.plan_id = any ($2)));
