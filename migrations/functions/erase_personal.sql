-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.erase_personal(p_commune integer, p_types text[], p_ids text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        dropped int;
        besides int := 0;
      begin
        if p_commune is distinct from nullif(current_setting('app.commune', true), '')::int then
          raise insufficient_privilege using message = 'A write erases in its own commune.';
        end if;
        delete from file_chunk
          where commune_id = p_commune and file_id in (select r.id::uuid from unnest(p_types, p_ids) as r (type, id) where r.type = 'file');
        delete from change_value v
          using change c join unnest(p_types, p_ids) as r (type, id) on r.type = c.type and r.id = c.record_id
          where c.commune_id = p_commune and v.commune_id = p_commune and v.position = c.position
            and (v.item = c.item and v.pointer not in ('/actor', '/data/signer/name') or v.pointer = '/reason' and (c.item = 1 or exists (
              select from change f
              where f.commune_id = p_commune and f.position = c.position and f.item = 1
                and f.kind in ('decision.corrected', 'meeting.reopened'))));
        get diagnostics dropped = row_count;
        delete from change_value v
          using change c
          where c.commune_id = p_commune and v.commune_id = p_commune and v.position = c.position and v.item = c.item
            and c.type in ('decision', 'meeting') and v.pointer like '/data/%/reason'
            and exists (
              select from unnest(array['nominationId', 'memberId']) as m (member)
              where c.data #>> ((string_to_array(v.pointer, '/'))[3:cardinality(string_to_array(v.pointer, '/')) - 1] || m.member) = any (p_ids));
        get diagnostics besides = row_count;
        return dropped + besides;
      end $function$;
