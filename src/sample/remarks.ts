import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { RemarkActsService } from '../remarks/remark-acts.service.js';
import { ResultsService } from '../submissions/results.service.js';
import { mark } from './mark.js';

interface Question {
  indicator: string;
  unit: string;
  period: string;
  on: string;
  text: string;
  answer?: string;
}

/** Questions of the district about figures of 2023; the second is still open. */
const questions: readonly Question[] = [
  {
    ...{ indicator: 'econ.budget-revenue', unit: 'tai-chinh-ke-toan', period: '2023-Q4', on: '2024-01-18' },
    text: `Thu ngân sách cả năm vượt dự toán 37,7 %: khoản thu nào của quý IV tăng, có khoản nào thu một lần? ${mark}`,
    answer: `Tăng chủ yếu từ tiền sử dụng đất đấu giá tại khu dân cư số 2, thu một lần trong năm. ${mark}`,
  },
  {
    ...{ indicator: 'soc.poverty-rate', unit: 'van-hoa-xa-hoi', period: '2023', on: '2024-01-25' },
    text: `Đề nghị nêu rõ tỷ lệ hộ nghèo tính trước hay sau rà soát cuối năm. ${mark}`,
  },
];

/** Loads the remarks of the superior on the results of a commune, and the answers. */
export async function loadRemarks(
  app: INestApplicationContext,
  commune: string,
  { superior, clerk }: { superior: Caller; clerk: Caller },
): Promise<void> {
  const acts = app.get(RemarkActsService);
  for (const { indicator, unit, period, on, text, answer } of questions) {
    const asked = { indicator: [indicator], unit: [unit], period: [period] };
    const results = (await app.get(ResultsService).results(clerk.acting({ on }), commune, asked)).items;
    const { id, version } = await acts.addRemark(superior.acting({ on }), commune, {
      result: results.at(-1)!.id,
      text,
    });
    if (answer) await acts.answerRemark(clerk, { commune, id, expectedVersion: version }, { answer });
  }
}
