-- communes.commune#0.2.9
select c.id as "id",
  c.key as "key",
  c.id as "communeId" from commune c where c.id = $1;

-- indicators.indicators#0.1.2.3.4.5.8.12
select i.commune_id as "communeId",
  i.id as "id",
  i.version as "version",
  i.plan_id as "planId",
  i.code as "code",
  i.name as "name",
  i.sort_order as "sortOrder",
  i.target as "target"
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

-- plans.plansByKey#0.1.3.5.7
select p.commune_id as "communeId",
  p.id as "id",
  p.key as "key",
  p.year as "year",
  p.title as "title" from plan p cross join (select $3::date as day) asked
where p.commune_id = $1 and p.audience >= $2::audience and p.key = $4;

-- results.resultsOf#0.1.3.5.7.9
select x.commune_id as "communeId",
  x.id as "id",
  x.indicator_id as "indicatorId",
  x.period as "period",
  x.value as "value",
  x.submission_id as "submissionId"
       from unnest($3::uuid[]) as r (indicator_id)
       cross join lateral (
         select x.* from result x
         where x.commune_id = $1 and x.indicator_id = r.indicator_id and x.audience >= $2::audience
           and x.superseded_on is null
         order by x.id limit $4) x
left join commune c on c.id = $1
left join indicator i on i.commune_id = $1 and i.id = x.indicator_id
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = x.unit_id
       order by x.id;
