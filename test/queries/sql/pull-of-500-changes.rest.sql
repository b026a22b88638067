-- changes.after.true
select c.position, c.item, c.subjects,
       case when sum(octet_length(c.text)) over so_far - octet_length(c.text) < $6 then c.text end as text
     from (
       select c.position, c.item,
concat('{"position":', c.position, ',"item":', c.item,
',"form":', c.form, ',"op":"', c.op, '"',
case c.form when 2 then concat(
  ',"seen":{"before":', coalesce('"' || c.seen_before || '"', 'null'),
  ',"after":', coalesce('"' || c.seen_after || '"', 'null'), '}') end,
',"kind":"', c.kind, '","type":"', c.type, '","recordId":', to_json(c.record_id), ',"version":', c.version,
',"on":"', c.on_date, '","at":"', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
'","actor":{"#":"', c.actor, '"}', ',"reason":{"#":"' || c.reason || '"}', ',"data":' || c.data::text, ',"leaf":"', encode(c.leaf, 'hex'), '"', ',"personal":' || personal_of.values::text, '}') as text, personal_of.subjects as subjects
       from (
         select c.* from change c
         where c.commune_id = $1 and (c.position, c.item) > ($3::bigint, $4::int) and
(c.op = 'UPSERT' and c.seen_after >= $2::audience
 or c.op <> 'UPSERT' and c.seen_before >= $2::audience and (c.seen_after is null or c.seen_after < $2::audience))
         order by c.position, c.item limit (select $5::int)) c

left join lateral (
  select
    json_object_agg(v.pointer, json_build_object('salt', encode(v.salt, 'hex'), 'value', v.value)) as values,
    string_agg(
      coalesce(
        case when c.op = 'UPSERT' then c.data->>'unitId' else (
select l.data->>'unitId' from change l
where l.commune_id = c.commune_id and l.type = c.type and l.record_id = c.record_id and l.op = 'UPSERT'
  and (l.position, l.item) < (c.position, c.item)
order by l.position desc, l.item desc limit 1) end, c.data #>> (above || '{memberId}'), c.data #>> (above || '{nominationId}'), c.record_id),
      ' ') filter (where v.pointer <> '/actor') as subjects
  from change_value v
  cross join lateral string_to_array(v.pointer, '/') as names
  cross join lateral (select names[3:cardinality(names) - 1] as above) as path
  where v.commune_id = c.commune_id and v.position = c.position and v.item = c.item) personal_of on true
       order by c.position, c.item) c
     window so_far as (order by c.position, c.item rows unbounded preceding)
     order by c.position, c.item;

-- changes.hashAt
select encode(hash, 'hex') as hash from chain where commune_id = $1 and position = $2;

-- changes.heads
select coalesce(l.position, 0) as position, coalesce(encode(l.hash, 'hex'), repeat('0', 64)) as hash
from unnest($1::int[], $2::audience[]) with ordinality as r (commune_id, sees, place)
left join lateral (
  select c.position, c.hash from unnest(enum_range(r.sees, null::audience)) as v (seen)
  cross join lateral (
    select position, hash, c.seen from chain c where c.commune_id = r.commune_id and c.seen <= v.seen
    order by c.seen desc, c.position desc limit 1) c
  where c.seen = v.seen
  order by c.position desc limit 1) l on true
order by r.place;

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
