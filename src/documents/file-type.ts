import { Refusal } from '../refusals.js';
import type { MediaType } from './file.rules.js';
import { refusedType } from './file-advice.js';
import { isJpeg } from './jpeg.js';
import type { Looked } from './looked.js';
import { pdfOf } from './pdf.js';
import { holdsZip, officeType } from './zip.js';

/** Bytes at the end that are looked at: the end of a zip, after which a comment may stand. */
const mostOfTail = 65_557;
const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');

/**
 * The type of a file by its content. Refusals: FILE_EMPTY; FILE_LOCKED for a PDF that is encrypted; FILE_TYPE_REFUSED
 * for what is none of ours, or broken; FILE_AMBIGUOUS for what another program would open as something else.
 */
export async function typeOf(file: Looked): Promise<MediaType> {
  if (file.size === 0) throw new Refusal('FILE_EMPTY');
  const head = await file.read(0, 1024);
  const tail = await file.read(Math.max(0, file.size - mostOfTail), mostOfTail);
  const begins = (signature: string) => head.subarray(0, signature.length / 2).equals(Buffer.from(signature, 'hex'));

  const pdf = pdfOf(head);
  const isZip = begins('504b0304');
  // Readers look for the first sign of a PDF in 1024 bytes, and for the sign of a zip from the end.
  if ((!pdf && head.includes('%PDF-')) || (!isZip && holdsZip(tail, file.size))) throw new Refusal('FILE_AMBIGUOUS');
  if (pdf && pdf.ends(tail)) {
    if (await pdf.isEncrypted(file, tail)) throw new Refusal('FILE_LOCKED');
    return 'application/pdf';
  }
  if (begins('ffd8ff') && (await isJpeg(file))) return 'image/jpeg';
  if (begins('89504e470d0a1a0a0000000d49484452') && tail.subarray(-12).equals(pngEnd)) return 'image/png';
  const office = isZip && (await officeType(file, tail));
  if (!office) throw refusedType(head);
  return office;
}
