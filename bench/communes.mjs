/** Key of a commune of the measured district, by its number. */
export const communeKey = (number) => `xa-${String(number).padStart(2, '0')}`;
