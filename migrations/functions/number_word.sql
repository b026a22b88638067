-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.number_word(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN translate(replace(replace(regexp_replace(regexp_replace(translate(lower(NORMALIZE(word, NFD)), 'ĐÐð'::text, 'đđđ'::text), '([̣̀́̃̉])([a-zđ̛̂̆]+)'::text, '\2\1'::text, 'g'::text), '[\s ­ -― ⁠−　﻿.,;:_/()"''-]+'::text, ''::text, 'g'::text), 'uỷbannhândân'::text, 'ubnd'::text), 'hôịđông̀nhândân'::text, 'hđnd'::text), 'đ'::text, 'd'::text);
