-- communes.commune#0.2.9
select c.id as "id",
  c.key as "key",
  c.id as "communeId" from commune c where c.id = $1;

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
  select s.unit_id, v.file_id from evidence v
  join submission s on s.commune_id = v.commune_id and s.id = v.submission_id
  where v.commune_id = $1 and v.file_id = any ($2)
) named on named.unit_id = u.id
where u.commune_id = $1 and u.kind in ('HOUSEHOLD', 'INDIVIDUAL');

-- power.holdPower
select hold_power($1, $2, $3, $4) as held;

-- submissions.submissionsOf#0.1.4.5.7.8.20
select s.commune_id as "communeId",
  s.id as "id",
  s.unit_id as "unitId",
  s.period as "period",
  s.state as "state",
  s.submitted_on as "submittedOn",
  u.kind as "unitKind"
       from unnest($5::uuid[]) as r (unit_id)
       cross join lateral (
         select * from submission s
         where s.commune_id = $1 and s.unit_id = r.unit_id and s.audience >= $2::audience and ($4::uuid[] is null or s.unit_id = any ($4))
           and ($6::text[] is null or s.period = any ($6)) and ($7::text[] is null or s.state = any ($7))
           and ($8::uuid is null or s.id < $8)
         order by s.id desc limit $9) s
left join plan p on p.commune_id = $1 and p.id = s.plan_id
left join unit u on u.commune_id = $1 and u.id = s.unit_id
cross join (select $3::date as day) asked
       order by s.id desc;

-- units.units#0.1.3.4.11.12.13
select u.commune_id as "communeId",
  u.id as "id",
  u.code as "code",
  u.kind as "kind",
  t.name as "name",
  t.sort_name as "sortName",
  t.parent_id as "parentId"
from unit_term t join unit u on u.commune_id = $1 and u.id = t.unit_id
where t.commune_id = $1 and u.audience >= $2::audience
  and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')
  and ($4::text[] is null or u.kind = any ($4))
  and ($5::text is null or t.parent_id = (
    select p.id from unit p where p.commune_id = $1 and p.code = $5 and p.audience >= $2::audience))
  and ($6::text is null or t.folded like $6 or u.code like $6)
  and ($7::jsonb is null or u.identifiers @> $7)
  and ($8::text is null or (t.sort_name, u.code) > ($8::text collate "vi-x-icu", $9::text))
order by t.sort_name, u.code limit $10;
