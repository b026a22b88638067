import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Refusal } from '../refusals.js';
import type { Document } from './document.entity.js';
import { holderInWords, numberText, seriesOf } from './document.rules.js';
import { DocumentsQueries } from './documents.queries.js';

/** Document about to get a number; left out: the next of its series. */
type Numbered = Pick<Document, 'type' | 'issuer' | 'year'> &
  Partial<Pick<Document, 'id' | 'number' | 'numberSuffix' | 'symbol' | 'series'>>;

/**
 * Register of the numbers of papers, decisions among them: unique in issuer, series and year. The printed number
 * decides; where nothing is said, a number is the highest of its series and one more.
 */
@Injectable()
export class NumbersService {
  constructor(private readonly queries: DocumentsQueries) {}

  /**
   * The number of a paper, given or the next, held until this write ends; a rollback frees it. Refusal: NUMBER_TAKEN,
   * naming the document that holds it.
   */
  async take(reach: Reach, paper: Numbered): Promise<{ number: number; numberSuffix: string | null }> {
    const series = seriesOf(paper);
    await this.queries.holdNumbers(reach, series);
    const { number = null, numberSuffix = null } = paper;
    if (number === null) return { number: (await this.queries.highestNumber(reach, series)) + 1, numberSuffix: null };
    const holder = await this.queries.holderOf(reach, series, { number, numberSuffix });
    if (holder !== undefined && holder.id !== paper.id) {
      const details = { number: numberText({ number, numberSuffix }, series.series), document: holder.id };
      throw new Refusal('NUMBER_TAKEN', { ...details, issuedOn: holder.issuedOn }, [], holderInWords(holder));
    }
    return { number, numberSuffix };
  }
}
