import { createHash } from 'node:crypto';
import type { ArrivedFile } from '../documents/uploads.service.js';

/** PDF of one page that says that it is invented. */
export function pageOf(name: string): ArrivedFile {
  const words = `BT /F1 14 Tf 60 760 Td (${name}: gia dinh) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ' +
      '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents 4 0 R >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const end = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  body += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  const bytes = Buffer.from(body, 'latin1');
  const read = (position: number, length: number) => Promise.resolve(bytes.subarray(position, position + length));
  return {
    name: `${name}.pdf`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: { size: bytes.length, read },
  };
}
