/** The system of citizens' numbers (số định danh cá nhân, trên thẻ căn cước). */
export const citizens = 'cccd';

/** Whether answers mask the codes of a system: a filter that compares them whole needs `personal:read`. */
export const isMasked = ({ system }: { system: string }): boolean => system === citizens;

/** A code as answers tell it: of a citizen's number only the last three digits. */
export const masked = ({ system, value }: { system: string; value: string }): string =>
  isMasked({ system }) ? value.slice(0, -3).replace(/./g, '•') + value.slice(-3) : value;
