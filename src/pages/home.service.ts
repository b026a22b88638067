import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import type { Language } from '../api/problem.js';
import { CommunesService } from '../communes/communes.service.js';
import { RegistryService } from '../communes/registry.service.js';
import { Database } from '../database/database.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { PlansService } from '../indicators/plans.service.js';
import { Refusal } from '../refusals.js';
import { homePage } from './home.page.js';

@Injectable()
export class HomeService {
  constructor(
    private readonly access: AccessService,
    private readonly database: Database,
    private readonly registry: RegistryService,
    private readonly communes: CommunesService,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
  ) {}

  /** Page with the latest issued yearly plan of a commune, as the public sees it; default: the first commune by key. */
  async home(named: string | undefined, requestId: string, language: Language): Promise<string> {
    const keys = (await this.registry.everywhere()).flatMap(({ id, key }) => (id > 0 ? [key] : [])).sort();
    const key = named ?? keys[0];
    if (key === undefined) return homePage({ keys });
    if (!keys.includes(key)) throw new Refusal('NOT_FOUND');
    const caller = await this.access.identify({
      authorization: undefined,
      communes: [key],
      everywhere: false,
      language,
      requestId,
    });
    return this.database.scope(caller, async () => {
      const commune = await this.communes.commune(caller, key);
      const [plan] = (await this.plans.plans(caller, key, { kind: ['YEARLY'], state: ['ISSUED', 'CLOSED'], first: 1 }))
        .items;
      const indicators = plan
        ? (await this.indicators.indicators(caller, { commune: key, plan: plan.key }, { first: 500 })).items
        : [];
      return homePage({ keys, commune, plan, indicators });
    });
  }
}
