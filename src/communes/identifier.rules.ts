/** The system of citizens' numbers (số định danh cá nhân, trên thẻ căn cước). */
export const citizens = 'cccd';

/** A code as answers tell it: of a citizen's number the last three digits alone. */
export const masked = ({ system, value }: { system: string; value: string }): string =>
  system === citizens ? value.slice(0, -3).replace(/./g, '•') + value.slice(-3) : value;
