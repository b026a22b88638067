import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure } from './secure.js';

const reasons = (...words: string[]) => `(${words.map((word) => `'${word}'`).join(', ')})`;
const constraints = (beside: readonly string[]) => `
  add constraint award_amount check (
    num_nulls(raw, payable, amount_basis) = case
      when coalesce(amount_reason, 'HIGHER_PAYS') in ${reasons(...beside)} then 0 else 3 end),
  add constraint award_amount_reason check (
    amount_reason in ${reasons(...beside, 'NO_MONEY', 'GIVEN_ELSEWHERE', 'NOT_COMPUTED')}),
  add constraint award_paying check (
    (coalesce(amount_reason, '') in ${reasons(...beside)}) = (paying_award_id is not null))`;
const without = 'drop constraint award_amount, drop constraint award_amount_reason, drop constraint award_paying';

/** Payments of awards and recoveries, each with its voucher; when an award was paid, presented, and its object returned. */
export class Payments1700000095200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table award
        add paid figure,
        add paid_on date,
        add presented_on date,
        add object_returned_on date,
        ${without};
      alter table award
        ${constraints(['HIGHER_PAYS', 'LOWER_PAID'])},
        add constraint award_paid check (paid >= 0 and trunc(paid) = paid and (paid_on is null or paid is not null));

      create table payment (
        commune_id int not null,
        id uuid not null,
        award_id uuid not null,
        unit_id uuid not null,
        kind text not null,
        amount figure not null,
        voucher text not null,
        paid_on date not null,
        receiver text not null,
        version int not null default 1,
        constraint payment_pkey primary key (commune_id, id),
        constraint payment_award_fkey foreign key (commune_id, award_id) references award (commune_id, id),
        constraint payment_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint payment_kind check (kind in ('PAYMENT', 'RECOVERY')),
        constraint payment_amount check (amount > 0 and trunc(amount) = amount)
      );
      create index payment_of_award on payment (commune_id, award_id, id);
      create index payment_of_unit on payment (commune_id, unit_id, id);
      ${secure('payment', 'select', 'insert', 'update', 'delete')}
      create policy payment_of_units on payment as restrictive for select using (${ofUnits});
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table payment;
      alter table award no force row level security;
      update award set amount_reason = 'HIGHER_PAYS' where amount_reason = 'LOWER_PAID';
      alter table award
        force row level security,
        ${without}, drop constraint award_paid,
        drop paid, drop paid_on, drop presented_on, drop object_returned_on;
      alter table award ${constraints(['HIGHER_PAYS'])};
    `);
  }
}
