import qrcode from 'qrcode-generator';

/** QR code of a text, with the correction of errors that a folded paper needs. */
const made = (content: string) => {
  const code = qrcode(0, 'M');
  code.addData(content);
  code.make();
  return code;
};

/** Rows of modules of a QR code; true: dark. */
export function modulesOf(content: string): boolean[][] {
  const code = made(content);
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
}

/** The same as a GIF, with its quiet zone. */
export const gifOf = (content: string): Buffer =>
  Buffer.from(
    made(content)
      .createDataURL(4, 8)
      .replace(/^[^,]*,/, ''),
    'base64',
  );
