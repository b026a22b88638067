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

-- communes.communes#0.1.2.3.4.5.6.7.8.9.10.11
select c.id as "id",
  c.version as "version",
  c.key as "key",
  c.name as "name",
  c.kind_text as "kindText",
  c.valid_from as "validFrom",
  c.valid_to as "validTo",
  c.identifiers as "identifiers",
  c.invented as "invented",
  c.id as "communeId",
  array(
select o.key from commune_lineage l join commune o on o.id = l.predecessor_id
where l.successor_id = c.id order by o.key) as "predecessors",
  array(
select o.key from commune_lineage l join commune o on o.id = l.successor_id
where l.predecessor_id = c.id order by o.key) as "successors" from commune c where c.id = any ($1) order by c.key limit $2;
