/** Bytes that can be looked at anywhere. */
export interface Looked {
  size: number;
  read(position: number, length: number): Promise<Buffer>;
}
