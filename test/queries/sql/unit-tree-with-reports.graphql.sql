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

-- power.holdPower
select hold_power($1, $2, $3, $4) as held;

-- submissions.submissionsOf#0.1.4.5.7.8.25
select s.commune_id as "communeId",
  s.id as "id",
  s.unit_id as "unitId",
  s.period as "period",
  s.state as "state",
  s.submitted_on as "submittedOn",
  u.kind as "unitKind"
       from unnest($4::uuid[]) as r (unit_id)
       cross join lateral (
         select * from submission s
         where s.commune_id = $1 and s.unit_id = r.unit_id and s.audience >= $2::audience
         order by s.id desc limit $5) s
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
from unit_term t cross join lateral (
  select * from unit u
  where u.commune_id = $1 and u.id = t.unit_id and u.audience >= $2::audience offset 0) u
where t.commune_id = $1
  and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')
order by t.sort_name, u.code limit $4;
