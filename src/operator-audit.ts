import { AuditService, type Audit } from './audit/audit.service.js';
import { RegistryService } from './communes/registry.service.js';
import { asOperator } from './operator.js';

/** Audits one commune or, without its key, all of them and the registry. */
export function audit(commune?: string): Promise<Audit[]> {
  return asOperator(async (app) => {
    const places = await app.get(RegistryService).everywhere();
    const asked = places.filter(({ key }) => commune === undefined || key === commune);
    if (asked.length === 0) throw new Error(`There is no commune "${commune}".`);
    const audits: Audit[] = [];
    for (const each of asked) audits.push(await app.get(AuditService).audit(each));
    return audits;
  });
}
