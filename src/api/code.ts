/** A code as it stands in a path: `econ.rice.area`, `2023`, `duc-lang`. */
export const codeText = '[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?';
export const codePattern = new RegExp(`^${codeText}$`);
