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

-- units.units#0.1.2.3.4.5.6.7.8.9.11.12.13.14.15.16.17.18.19
select u.commune_id as "communeId",
  u.id as "id",
  u.version as "version",
  u.code as "code",
  u.kind as "kind",
  u.kind_text as "kindText",
  u.valid_from as "validFrom",
  u.valid_to as "validTo",
  u.identifiers as "identifiers",
  u.invented as "invented",
  t.name as "name",
  t.sort_name as "sortName",
  t.parent_id as "parentId",
  t.path as "path",
  (select p.code from unit p where p.commune_id = $1 and p.id = t.parent_id) as "parentCode",
  t.valid_from as "termFrom",
  t.valid_to as "termTo",
  array(
select o.code from unit_lineage l join unit o on o.commune_id = $1 and o.id = l.predecessor_id
where l.commune_id = $1 and l.successor_id = u.id order by o.code) as "predecessors",
  array(
select o.code from unit_lineage l join unit o on o.commune_id = $1 and o.id = l.successor_id
where l.commune_id = $1 and l.predecessor_id = u.id order by o.code) as "successors"
         from unit_term t cross join lateral (
           select * from unit u
           where u.commune_id = $1 and u.id = t.unit_id and u.audience >= $2::audience offset 0) u
         where t.commune_id = $1
           and $3::date between t.valid_from and coalesce(t.valid_to, 'infinity')
         order by t.sort_name, u.code limit $4;
