/** Text as HTML shows it: `&`, `<`, `>` and both quotes become character references. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
