/** Mark of every title and summary: all nominations, decisions and funds of the sample are invented. */
export const mark = '(giả định)';
