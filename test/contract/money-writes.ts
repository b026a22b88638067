import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { CommuneRoundingsService } from '../../src/money/commune-roundings.service.js';
import { FundsService } from '../../src/money/funds.service.js';
import type { TestApp } from '../app.js';
import type { Write } from './writes.js';

const commune = 'duc-lang';
let made = 0;

/** For each write about money, a maker of a valid request. */
export function moneyMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const of = <T>(service: new (...given: never[]) => T): T => test.app.get(service);
  const paper = async (type = 'QĐ') => {
    const document = { type, year: 2024, issuer: 'UBND xã', title: 'Quy chế thi đua, khen thưởng' };
    return (await of(DocumentActsService).recordDocument(await test.operator(), commune, document)).id;
  };
  return {
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
