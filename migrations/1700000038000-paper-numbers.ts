import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Vietnamese capitals: `lower` leaves them where the database has the locale C. */
const capitals = 'ÀÁÃẢẠĂẰẮẴẲẶÂẦẤẪẨẬÈÉẼẺẸÊỀẾỄỂỆÌÍĨỈỊÒÓÕỎỌÔỒỐỖỔỘƠỜỚỠỞỢÙÚŨỦỤƯỪỨỮỬỰỲÝỸỶỴĐ';

/**
 * One register of numbers: documents, those of decisions among them. A number is unique in issuer, series and year,
 * and may carry a letter. Documents that stand under a number that another holds keep it, marked.
 */
export class PaperNumbers1700000038000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Words by which numbers are compared, whatever their case.
      create function number_word(word text) returns text language sql immutable parallel safe
        return translate(lower(word), '${capitals}', '${capitals.toLowerCase()}');
      alter table document
        add number_suffix text,
        add number_repeats boolean not null default false,
        add constraint document_number_suffix check (number_suffix is null or number is not null),
        no force row level security;
      alter table decision no force row level security;
      -- Of those with one number the decision's holds it, else the first recorded.
      with held as (
        select d.commune_id, d.id, row_number() over (
          partition by d.commune_id, number_word(d.issuer), number_word(coalesce(d.series, d.symbol, d.type)), d.year, d.number
          order by s.id is null, d.id) as place
        from document d left join decision s on s.commune_id = d.commune_id and s.document_id = d.id
        where d.number is not null)
      update document d set number_repeats = true from held h
        where h.commune_id = d.commune_id and h.id = d.id and h.place > 1;
      alter table document force row level security;
      create unique index document_number_key on document (
        commune_id, number_word(issuer), number_word(coalesce(series, symbol, type)), year, number,
        number_word(coalesce(number_suffix, '')))
        where number is not null and not number_repeats;
      alter table decision
        force row level security,
        add number_suffix text,
        add authority_id uuid,
        add constraint decision_number_suffix check (number_suffix is null or number is not null),
        add constraint decision_authority_fkey foreign key (commune_id, authority_id) references document (commune_id, id),
        drop constraint decision_number_key;
      drop table number_counter;
      alter table appointment
        drop constraint appointment_capacity,
        add constraint appointment_capacity check (capacity in ('KT', 'TL', 'TUQ', 'Q'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table appointment
        drop constraint appointment_capacity,
        add constraint appointment_capacity check (capacity in ('KT', 'TL')) not valid;
      create table number_counter (
        commune_id int not null,
        issuer text not null,
        series text not null,
        year int not null,
        last int not null,
        constraint number_counter_pkey primary key (commune_id, issuer, series, year),
        constraint number_counter_commune_fkey foreign key (commune_id) references commune
      );
      alter table decision no force row level security;
      insert into number_counter (commune_id, issuer, series, year, last)
        select commune_id, issuer, series, year, max(number) from decision where number is not null group by 1, 2, 3, 4;
      ${secure('number_counter', 'select', 'insert', 'update')}
      drop index document_number_key;
      alter table decision
        force row level security,
        drop constraint decision_number_suffix,
        drop constraint decision_authority_fkey,
        drop number_suffix,
        drop authority_id,
        -- Fails while two decisions differ by their letter alone, which the version before cannot hold.
        add constraint decision_number_key unique (commune_id, issuer, series, year, number);
      alter table document drop constraint document_number_suffix, drop number_suffix, drop number_repeats;
      drop function number_word;
    `);
  }
}
