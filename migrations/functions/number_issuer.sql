-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.number_issuer(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(number_word(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(word, '\mx\.\s*'::text, 'xã '::text, 'gi'::text), '\mp\.\s*'::text, 'phường '::text, 'gi'::text), '\mtt\.\s*'::text, 'thị trấn '::text, 'gi'::text), '\mh\.\s*'::text, 'huyện '::text, 'gi'::text), '\mt\.\s*'::text, 'tỉnh '::text, 'gi'::text), '\mtp\.\s*'::text, 'thành phố '::text, 'gi'::text), '\mtx\.\s*'::text, 'thị xã '::text, 'gi'::text)), '^chủticḥ(?=ubnd|hdnd)'::text, ''::text);
