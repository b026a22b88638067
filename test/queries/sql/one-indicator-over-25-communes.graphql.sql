-- communes.communes#0.2.9
select c.id as "id",
  c.key as "key",
  c.id as "communeId" from commune c where c.id = any ($1) order by c.key limit $2;

-- indicators.indicators.search#0.1.3.4.8
select i.commune_id as "communeId",
  i.id as "id",
  i.plan_id as "planId",
  i.code as "code",
  i.sort_order as "sortOrder"
       from unnest($3::uuid[]) as r (plan_id)
       cross join lateral (
         select * from indicator i
         where i.commune_id = $1 and i.plan_id = r.plan_id and i.audience >= $2::audience and (i.folded like $5 or i.code like $5)
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
