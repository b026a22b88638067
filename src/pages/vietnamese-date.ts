/** A day `2024-01-05` as offices write it: `05/01/2024`. */
export const vietnameseDate = (day: string): string => day.split('-').reverse().join('/');
