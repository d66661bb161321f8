// AES-256-GCM for values and keys: what is sealed opens only with its key, in its place, with every byte as it was.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 1;
const ivLength = 12;
const tagLength = 16;

/** AES-256-GCM over a text; `context` is bound to it, so that a value cannot be moved to another field. */
export function seal(key: Buffer, text: string, context = ''): Buffer {
  return encrypt(key, Buffer.from(text, 'utf8'), `text:${context}`);
}

/** Throws when the key, the context or a single byte differs. */
export function open(key: Buffer, bytes: Uint8Array, context = ''): string {
  return decrypt(key, bytes, `text:${context}`).toString('utf8');
}

/** The same over bytes of any kind, such as a file. */
export function sealBytes(key: Buffer, bytes: Buffer, context = ''): Buffer {
  return encrypt(key, bytes, `bytes:${context}`);
}

export function openBytes(key: Buffer, sealed: Uint8Array, context = ''): Buffer {
  return decrypt(key, sealed, `bytes:${context}`);
}

export function wrapKey(master: Buffer, key: Buffer, context = ''): Buffer {
  return encrypt(master, key, `key:${context}`);
}

export function unwrapKey(master: Buffer, wrapped: Uint8Array, context = ''): Buffer {
  return decrypt(master, wrapped, `key:${context}`);
}

function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, bytes: Uint8Array, context: string): Buffer {
  const sealed = Buffer.from(bytes);
  const head = 1 + ivLength + tagLength;
  if (sealed.length < head || sealed[0] !== version) throw new Error('not a sealed value of this version');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + ivLength));
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(1 + ivLength, head));
  return Buffer.concat([decipher.update(sealed.subarray(head)), decipher.final()]);
}
