-- indicators.indicatorsById#0.1.3.4.5.8
select i.commune_id as "communeId",
  i.id as "id",
  i.plan_id as "planId",
  i.code as "code",
  i.name as "name",
  i.sort_order as "sortOrder" from indicator i
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = i.responsible_unit_id
left join indicator c on c.commune_id = $1 and c.id = i.continues_id
left join plan cp on cp.commune_id = $1 and cp.id = c.plan_id
       where i.commune_id = $1 and i.audience >= $2::audience and i.id = any ($3);

-- results.results.now#0.1.2.3.4.5.7.8.9.11
select x.commune_id as "communeId",
  x.id as "id",
  x.version as "version",
  x.indicator_id as "indicatorId",
  x.unit_id as "unitId",
  x.period as "period",
  x.value as "value",
  x.out_of as "outOf",
  x.submission_id as "submissionId",
  x.approved_on as "approvedOn"
     from (
       select x.* from result x
       where x.commune_id = $1 and x.audience >= $2::audience and x.superseded_on is null
       order by x.id limit $3) x
left join commune c on c.id = $1
left join indicator i on i.commune_id = $1 and i.id = x.indicator_id
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = x.unit_id
     order by x.id;

-- units.unitsById#0.1.3.4.12
select u.commune_id as "communeId",
  u.id as "id",
  u.code as "code",
  u.kind as "kind",
  t.sort_name as "sortName"
       from unit u cross join lateral
(select w.* from unit_term w where w.commune_id = $1 and w.unit_id = u.id and w.valid_from <= $4
 order by w.valid_from desc limit 1) t
       where u.commune_id = $1 and u.audience >= $2::audience and u.id = any ($3);
