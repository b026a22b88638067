import { randomUUID } from 'node:crypto';
import { closeSync, openSync, read, unlinkSync, write } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const writeAt = promisify(write);
const readAt = promisify(read);

/**
 * Bytes on disk that have no name any more: the directory lets go of them at once, and the kernel of the rest when they
 * are closed, or the program dies in whatever way.
 */
export class TemporaryFile {
  size = 0;
  private readonly descriptor: number;
  private closed = false;

  constructor() {
    const path = join(tmpdir(), `thidua-${randomUUID()}`);
    this.descriptor = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
  }

  async append(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await writeAt(this.descriptor, bytes, done, bytes.length - done, this.size);
      done += bytesWritten;
      this.size += bytesWritten;
    }
  }

  /** So many bytes, or those there are. */
  async read(position: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, this.size - position)));
    for (let done = 0; done < bytes.length;) {
      const { bytesRead } = await readAt(this.descriptor, bytes, done, bytes.length - done, position + done);
      if (bytesRead === 0) throw new Error('A temporary file has lost its end.');
      done += bytesRead;
    }
    return bytes;
  }

  close(): void {
    if (!this.closed) closeSync(this.descriptor);
    this.closed = true;
  }
}
