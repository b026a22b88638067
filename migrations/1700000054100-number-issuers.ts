import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tone, and the letters and marks of its syllable after it: the tone of "Uỷ" and of "Ủy" goes behind both. */
const tone = String.raw`([\u0300\u0301\u0303\u0309\u0323])([a-zđ\u0302\u0306\u031B]+)`;
/** Blanks, signs and characters that print nothing. */
const unspoken = String.raw`[\\s\u00A0\u00AD\u2000-\u2015\u202F\u2060\u2212\u3000\uFEFF.,;:_/()"''-]+`;
const bodies = {
  ubnd: String.raw`uy\u0309bannha\u0302nda\u0302n`,
  hđnd: String.raw`ho\u0302i\u0323đo\u0302ng\u0300nha\u0302nda\u0302n`,
};

/** Words whatever their case, blanks, signs and place of the tones, and whether a body is abbreviated. */
const bySpelling = `
  replace(replace(
    regexp_replace(
      regexp_replace(translate(lower(normalize(word, NFD)), 'ĐÐð', 'đđđ'), E'${tone}', E'\\\\2\\\\1', 'g'),
      E'${unspoken}', '', 'g'),
    E'${bodies.ubnd}', 'ubnd'),
    E'${bodies.hđnd}', 'hđnd')`;

/** The same, and "QD" is "QĐ". */
const withoutBar = `translate(${bySpelling}, 'đ', 'd')`;

/** Abbreviations of places, which an issuer alone has. */
const places = { x: 'xã', p: 'phường', tt: 'thị trấn', h: 'huyện', t: 'tỉnh', tp: 'thành phố', tx: 'thị xã' };
const spelledOut = Object.entries(places).reduce(
  (word, [short, long]) => String.raw`regexp_replace(${word}, E'\\m${short}\\.\\s*', '${long} ', 'gi')`,
  'word',
);
/** Office of the head before the body: the body and its chairperson number in one book. */
const head = String.raw`'^chu\u0309tich\u0323(?=ubnd|hdnd)'`;

const redefined = (by: string) => `
  drop index document_number_key;
  create or replace function number_word(word text) returns text language sql immutable parallel safe return ${by};`;

const indexed = (issuer: string) => `
  create unique index document_number_key on document (
    commune_id, ${issuer}(issuer), number_word(coalesce(series, symbol, type)), year, number,
    number_word(coalesce(number_suffix, '')))
    where number is not null and not number_repeats;`;

/** One book for a body and its chairperson, however place and symbol are abbreviated. A number given twice is marked. */
export class NumberIssuers1700000054100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${redefined(withoutBar)}
      create function number_issuer(word text) returns text language sql immutable parallel safe
        return regexp_replace(number_word(${spelledOut}), E${head}, '');
      alter table document no force row level security;
      alter table decision no force row level security;
      -- Of those with one number the decision's holds it, else the first recorded.
      with held as (
        select d.commune_id, d.id, row_number() over (
          partition by d.commune_id, number_issuer(d.issuer), number_word(coalesce(d.series, d.symbol, d.type)), d.year,
            d.number, number_word(coalesce(d.number_suffix, ''))
          order by s.id is null, d.id) as place
        from document d left join decision s on s.commune_id = d.commune_id and s.document_id = d.id
        where d.number is not null and not d.number_repeats)
      update document d set number_repeats = true from held h
        where h.commune_id = d.commune_id and h.id = d.id and h.place > 1;
      alter table document force row level security;
      alter table decision force row level security;
      ${indexed('number_issuer')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${redefined(bySpelling)} drop function number_issuer; ${indexed('number_word')}`);
  }
}
