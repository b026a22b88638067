-- indicators.indicators#0.1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18.19.20.21.22.23.24.25.26.27.28.29.30.31.32.33.34.35.36.37.38.39.40.41.42.43.45.46.47.48.49
select i.commune_id as "communeId",
  i.id as "id",
  i.version as "version",
  i.plan_id as "planId",
  i.code as "code",
  i.name as "name",
  i.section_path as "sectionPath",
  i.printed_label as "printedLabel",
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
  i.raw_text as "rawText",
  i.not_above as "notAbove",
  i.ends_at100 as "endsAt100",
  i.derived as "derived",
  i.derivation as "derivation",
  i.award_form as "awardForm",
  i.counted as "counted",
  i.baseline as "baseline",
  i.printed_change as "printedChange",
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
  i.assessed_by as "assessedBy",
  i.evidence_required as "evidenceRequired",
  i.needs_clarification as "needsClarification",
  i.clarification as "clarification",
  i.applies_from as "appliesFrom",
  i.retired_on as "retiredOn",
  i.not_printed as "notPrinted",
  p.key as "plan",
  json_build_object(
'unit', i.measure_unit, 'displayUnit', i.display_unit, 'scale', i.scale, 'factor', i.factor::text) as "measure",
  array(
    select t.code from indicator t
    where t.commune_id = $1 and t.part_of_id = i.id and t.audience >= $2::audience order by t.sort_order) as "parts",
  u.code as "responsibleUnitCode",
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

-- plans.plansByKey#0.1.3.5
select p.commune_id as "communeId",
  p.id as "id",
  p.key as "key",
  p.year as "year" from plan p cross join (select $3::date as day) asked
where p.commune_id = $1 and p.audience >= $2::audience and p.key = $4;
