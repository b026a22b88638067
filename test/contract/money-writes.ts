import type { Award } from '../../src/commendations/award.entity.js';
import { AwardsService } from '../../src/commendations/awards.service.js';
import { DecisionActsService } from '../../src/commendations/decision-acts.service.js';
import { ComplaintActsService } from '../../src/complaints/complaint-acts.service.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { CommuneRoundingsService } from '../../src/money/commune-roundings.service.js';
import { FundsService } from '../../src/money/funds.service.js';
import { PaymentActsService } from '../../src/payments/payment-acts.service.js';
import type { TestApp } from '../app.js';
import { draftedFor, revoked, signedFile } from '../awards.js';
import type { Write } from './writes.js';

const commune = 'duc-lang';
let made = 0;

/** For each write about money and complaints, a maker of a valid request. */
export function moneyMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const of = <T>(service: new (...given: never[]) => T): T => test.app.get(service);
  const paper = async (type = 'QĐ') => {
    const document = { type, year: 2024, issuer: 'UBND xã', title: 'Quy chế thi đua, khen thưởng' };
    return (await of(DocumentActsService).recordDocument(await test.operator(), commune, document)).id;
  };
  const given = async () => {
    const { id, version } = await draftedFor(test, '2024-01-10');
    const caller = await test.operator();
    const file = await signedFile(test);
    const signed = { commune, id, expectedVersion: version };
    await of(DecisionActsService).signDecision(caller, signed, { file, confirm: ['BEYOND_FUND'] });
    const [award] = (await of(AwardsService).awards(caller, commune, { decision: id })).items;
    return award as Award;
  };
  const paid = async ({ id }: Award) =>
    of(PaymentActsService).payAwards(await test.operator(), commune, { voucher: 'PC 1', awards: [{ award: id }] });
  const complained = async () => {
    const input = { award: (await given()).id, complainant: 'Ông Trần Văn Bình', text: 'Chưa đúng đối tượng' };
    const { id, version } = await of(ComplaintActsService).complain(await test.operator(), commune, input);
    return { path: { id }, version };
  };
  return {
    complain: async () => {
      const input = { award: (await given()).id, complainant: 'Bà Lê Thị Hoa', text: 'Thành tích không đúng' };
      return { actor: 'clerk', input, other: { ...input, text: 'Nội dung khác' } };
    },
    settleComplaint: async () => {
      const input = { outcome: 'REJECTED', conclusion: 'Khen thưởng đúng', document: await paper() };
      return { actor: 'administrator', ...(await complained()), input, other: { ...input, outcome: 'UPHELD' } };
    },
    withdrawComplaint: async () => ({
      ...{ actor: 'clerk', ...(await complained()) },
      ...{ input: { reason: 'Rút đơn' }, other: { reason: 'Lý do khác' } },
    }),
    setFund: async () => {
      const year = 2100 + ++made;
      const input = { regularSpending: '5000000000', rate: '1', rateSource: 'Nghị định 98/2023/NĐ-CP' };
      const { version } = await of(FundsService).setFund(
        await test.operator(),
        { commune, year, expectedVersion: 0 },
        input,
      );
      return { actor: 'accountant', path: { year } as never, version, input, other: { ...input, rate: '1.5' } };
    },
    payAwards: async () => {
      const award = await given();
      const input = { voucher: 'PC 1', awards: [{ award: award.id, receiver: 'Bà Lan' }] };
      return { actor: 'accountant', input, other: { ...input, voucher: 'PC 2' } };
    },
    presentAwards: async () => {
      const input = { awards: [(await given()).id] };
      return { actor: 'clerk', input, other: { ...input, presentedOn: '2024-01-30' } };
    },
    removePayment: async () => {
      const { payments } = await paid(await given());
      const path = { id: payments[0] as string };
      return { actor: 'accountant', path, version: 1, input: { reason: 'Ghi nhầm' }, other: { reason: 'Lý do khác' } };
    },
    recoverAward: async () => {
      const award = await given();
      await paid(award);
      const { id, version } = await revoked(test, { id: award.id, version: award.version + 1 });
      const input = { amount: '80000', voucher: 'PT 1' };
      return { actor: 'accountant', path: { id }, version, input, other: { ...input, objectReturned: true } };
    },
    setRounding: async () => {
      const validFrom = new Date(Date.UTC(2030, 0, ++made)).toISOString().slice(0, 10);
      const input = { method: 'NEAREST' as const, unit: 10_000, document: await paper() };
      const { version } = await of(CommuneRoundingsService).setRounding(
        await test.operator(),
        { commune, validFrom, expectedVersion: 0 },
        input,
      );
      return { actor: 'accountant', path: { validFrom }, version, input, other: { ...input, unit: 1_000 } };
    },
  };
}
