type Attributes = Readonly<Record<string, string | number>>;

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** An element of XML; its content is XML, too. */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return content === '' ? `<${name}${told.join('')}/>` : `<${name}${told.join('')}>${content}</${name}>`;
}

/** An element of WordprocessingML: its name and its attributes have the prefix `w`. */
export const w = (name: string, attributes: Attributes = {}, content = ''): string =>
  element(
    `w:${name}`,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value])),
    content,
  );
