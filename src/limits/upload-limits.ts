import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { LRUCache } from 'lru-cache';
import { Refusal } from '../refusals.js';
import { limits } from './limits.js';
import { Sums } from './sums.js';

const dayInMilliseconds = 86_400_000;

/** Limits of uploads: at once for an actor and in all, bytes of an actor in 24 hours, free space. */
export class UploadLimits {
  private readonly running = new Sums();
  /** Bytes by actor, forgotten 24 hours after the first. */
  private readonly bytes = new LRUCache<string, number>({
    max: limits.countedCallers,
    ttl: dayInMilliseconds,
    noUpdateTTL: true,
  });

  /** `folders`: where uploads end, besides the temporary folder in which they are received. */
  constructor(private readonly folders: readonly string[]) {}

  /**
   * Receives an upload of an actor within the limits. Refusals: UPLOADS_RUNNING; OVERLOADED; UPLOAD_QUOTA; STORAGE_LOW.
   */
  async within<T>(actor: string, receive: () => Promise<T>): Promise<T> {
    const { uploads, dailyUpload, freeSpace } = limits;
    if (this.running.of(`actor ${actor}`) >= uploads.actor)
      throw new Refusal('UPLOADS_RUNNING', { most: uploads.actor });
    if (this.running.of('all') >= uploads.all) throw new Refusal('OVERLOADED');
    if ((this.bytes.get(actor) ?? 0) >= dailyUpload)
      throw new Refusal('UPLOAD_QUOTA', { most: dailyUpload / 1_000_000 });
    const end = this.running.add([`actor ${actor}`, 'all'], 1);
    try {
      for (const folder of [tmpdir(), ...this.folders]) {
        const { bavail, bsize } = await statfs(folder);
        if (bavail * bsize < freeSpace) throw new Refusal('STORAGE_LOW');
      }
      return await receive();
    } finally {
      end();
    }
  }

  /** Counts the bytes of a file that has arrived. */
  count(actor: string, bytes: number): void {
    this.bytes.set(actor, (this.bytes.get(actor) ?? 0) + bytes);
  }
}
