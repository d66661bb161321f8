// A key as people keep it: NGUON-M-… in groups of four, no letters that look alike, with a check against mistyping.
import { createHash } from 'node:crypto';

export interface Phrase {
  kind: 'master' | 'backup';
  bytes: Buffer;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters: Record<Phrase['kind'], string> = { master: 'M', backup: 'B' };

export function printPhrase(kind: Phrase['kind'], bytes: Buffer): string {
  const text = toBase32(Buffer.concat([bytes, checkOf(kind, bytes)]));
  return `NGUON-${letters[kind]}-${text.replace(/(.{4})(?=.)/g, '$1-')}`;
}

/** Null when it is not a key or a letter of it is wrong. */
export function parsePhrase(text: string): Phrase | null {
  const letter = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const match = /^NGUON([MB])([0-9A-Z]{56})$/.exec(letter);
  if (!match) return null;
  const kind = match[1] === 'M' ? 'master' : 'backup';
  const all = fromBase32((match[2] ?? '').replace(/[IL]/g, '1').replace(/O/g, '0'));
  if (!all) return null;
  const bytes = all.subarray(0, 32);
  return checkOf(kind, bytes).equals(all.subarray(32, 35)) ? { kind, bytes } : null;
}

function checkOf(kind: Phrase['kind'], bytes: Buffer): Buffer {
  return createHash('sha256').update(`nguon phrase ${kind}`).update(bytes).digest().subarray(0, 3);
}

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

function fromBase32(text: string): Buffer | null {
  const values = [...text].map((letter) => alphabet.indexOf(letter));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
