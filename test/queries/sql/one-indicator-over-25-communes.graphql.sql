-- communes.communes#0.2.9
select c.id as "id",
  c.key as "key",
  c.id as "communeId" from commune c
where c.id = any ($1) and ($2::text is null or c.key > $2) order by c.key limit $3;

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
           and ($4::text is null or i.section_path = $4 or starts_with(i.section_path, $4 || '.'))
           and ($5::text is null or i.folded like $5 or i.code like $5)
           and ($6::int is null or (i.sort_order, i.id) > ($6, $7::uuid))
         order by i.sort_order, i.id limit $8) i
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
