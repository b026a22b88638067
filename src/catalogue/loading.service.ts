import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { registry } from '../communes/registry.service.js';
import { Database } from '../database/database.js';
import { jcs } from '../api/canonical-json.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { InputPipe } from '../requests/input-pipe.js';
import { AwardForm } from './award-form.view.js';
import { CatalogueGiven } from './catalogue.inputs.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { mistakes } from './catalogue.rules.js';
import { LoadingQueries, type FormOf } from './loading.queries.js';

/** The catalogue as the operator loads it, with the owner's connection. */
@Injectable()
export class LoadingService {
  private readonly shape = new InputPipe();

  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly queries: CatalogueQueries,
    private readonly loading: LoadingQueries,
  ) {}

  /**
   * Adds what is new and changes what is given otherwise; what is not given stays. Journaled in the registry, a line
   * for each form that is new or changed; gives these. Refusals, with every point: INVALID, RULE.
   */
  async load(caller: Caller, catalogue: object): Promise<AwardForm[]> {
    const given = (await this.shape.transform(catalogue, { type: 'body', metatype: CatalogueGiven })) as CatalogueGiven;
    return this.database.write(caller, registry, async () => {
      await this.loading.lock();
      const wrong = mistakes(given, await this.loading.kept());
      if (wrong.length > 0) throw new Refusal('RULE', {}, wrong);
      const before = new Map((await this.queries.forms({})).map((form) => [form.id, form]));
      const forms = given.ruleSets.flatMap(({ code: ruleSet, forms }): FormOf[] =>
        forms.map((form) => ({ ...form, ruleSet })),
      );
      await this.loading.putSpans(given);
      await this.loading.putForms(forms.filter((form) => !says(before.get(`${form.ruleSet}:${form.code}`), form)));

      const loaded = (await this.queries.forms({})).filter((form) => jcs(form) !== jcs(before.get(form.id) ?? null));
      await this.loading.raise(loaded.filter(({ id }) => before.has(id)).map(({ id }) => id));
      const records = loaded.map((form) => ({
        ...form,
        version: before.has(form.id) ? form.version + 1 : form.version,
      }));
      for (const record of records)
        this.journal.record({
          caller,
          communeId: registry,
          kind: 'award-form.loaded',
          entity: AwardForm,
          record,
          seen: { before: before.has(record.id) ? 'INSIDE' : null, after: 'INSIDE' },
        });
      return records;
    });
  }
}

/** Whether a form is already as it is given. */
function says(
  kept: AwardForm | undefined,
  { coefficient = null, prerequisite = null, quota = null, voteRule = null, ...given }: FormOf,
): boolean {
  if (!kept) return false;
  const { id: _, version: __, validFrom: ___, validTo: ____, ...form } = kept;
  return jcs(form) === jcs({ coefficient, prerequisite, quota, voteRule, ...given });
}
