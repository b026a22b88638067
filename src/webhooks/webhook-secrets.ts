import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const prefixLength = 4;
const nonceLength = 12;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

/**
 * Secrets of webhooks as they are stored: AES-256-GCM under a key of the settings, bound to the webhook's id. The first
 * key encrypts, each decrypts: a key is changed by putting another before it. Stored are 4 bytes that name the key,
 * nonce, tag, ciphertext.
 */
export class WebhookSecrets {
  private readonly keys: readonly { name: Buffer; key: Buffer }[];

  constructor(keys: readonly Buffer[]) {
    this.keys = keys.map((key) => ({ name: createHash('sha256').update(key).digest().subarray(0, prefixLength), key }));
  }

  /** Whether there is a key: without one no webhook is made, and none delivers. */
  get exist(): boolean {
    return this.keys.length > 0;
  }

  /** A new secret of 256 bits: as it is shown once, by Standard Webhooks, and as it is stored. */
  make(webhookId: string): { shown: string; stored: Buffer } {
    const [first] = this.keys;
    if (!first) throw new Error('There is no key for the secrets of webhooks.');
    const secret = randomBytes(32);
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, first.key, nonce).setAAD(Buffer.from(webhookId));
    const encrypted = Buffer.concat([cipher.update(secret), cipher.final()]);
    const stored = Buffer.concat([first.name, nonce, cipher.getAuthTag(), encrypted]);
    return { shown: `whsec_${secret.toString('base64')}`, stored };
  }

  /** The secret; undefined when none of the keys encrypted it. */
  read(webhookId: string, stored: Buffer): Buffer | undefined {
    const found = this.keys.find(({ name }) => name.equals(stored.subarray(0, prefixLength)));
    if (!found) return undefined;
    const nonce = stored.subarray(prefixLength, prefixLength + nonceLength);
    const tag = stored.subarray(prefixLength + nonceLength, prefixLength + nonceLength + tagLength);
    const decipher = createDecipheriv(algorithm, found.key, nonce, { authTagLength: tagLength })
      .setAAD(Buffer.from(webhookId))
      .setAuthTag(tag);
    const encrypted = stored.subarray(prefixLength + nonceLength + tagLength);
    try {
      return Buffer.concat([decipher.update(encrypted), decipher.final()]);
    } catch {
      return undefined;
    }
  }
}
