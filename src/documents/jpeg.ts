import type { Looked } from './looked.js';

const chunk = 65_536;
/** Segments before the end of a picture, at most: those of the fullest photograph seen are 200. */
const mostSegments = 5_000;
const [startOfScan, endOfImage] = [0xda, 0xd9];
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/**
 * Whether a file that begins as a JPEG has the end of its own picture. A short film or a second picture that a camera
 * writes behind it belongs to the photograph.
 */
export async function isJpeg(file: Looked): Promise<boolean> {
  let at = 2;
  for (let segments = 0; segments < mostSegments; segments++) {
    const head = await file.read(at, 4);
    const [sign, marker = 0] = head;
    if (sign !== 0xff) return false;
    if (marker === endOfImage) return true;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || isRestart(marker)) at += 2;
    else if (head.length < 4 || head.readUInt16BE(2) < 2) return false;
    else at += 2 + head.readUInt16BE(2);
    if (marker === startOfScan) at = await endOfScan(file, at);
  }
  return false;
}

/** Place of the first marker behind the data of a scan; the size of the file where there is none. */
async function endOfScan(file: Looked, from: number): Promise<number> {
  for (let at = from; at < file.size; at += chunk) {
    const bytes = await file.read(at, chunk + 1);
    for (let sign = bytes.indexOf(0xff); sign >= 0; sign = bytes.indexOf(0xff, sign + 1)) {
      const marker = bytes[sign + 1] ?? 0;
      if (marker !== 0 && marker !== 0xff && !isRestart(marker)) return at + sign;
    }
  }
  return file.size;
}
