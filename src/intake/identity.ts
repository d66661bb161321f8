// What makes a row the same row in the next file, and whether it changed since. Keys go from strongest to
// weakest; a key that two rows of one file share identifies neither and is dropped.
import { fold } from '../platform/text.ts';
import type { AnyValues, Kind } from './kinds.ts';
import { unitKey } from './unit-names.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const folded = (value: unknown): string => fold(text(value));
const unit = (value: unknown): string => unitKey(text(value));

/** A person has the same keys as member and as candidate: the road leads from one list to the other. */
function personKeys(values: AnyValues): string[] {
  const name = folded(values['name']);
  const born = text(values['bornOn']);
  const keys: string[] = [];
  if (values['identity']) keys.push(`person:id:${text(values['identity'])}`);
  if (values['cardNumber']) keys.push(`person:card:${text(values['cardNumber'])}`);
  if (name && born.length === 10) keys.push(`person:born:${name}|${born}`);
  if (name && born) keys.push(`person:year:${name}|${born.slice(0, 4)}|${unit(values['unit'])}`);
  if (name) keys.push(`person:unit:${name}|${unit(values['unit'])}`);
  return keys;
}

const unitKeys = (values: AnyValues): string[] => [
  ...(values['code'] ? [`unit:code:${folded(values['code'])}`] : []),
  `unit:name:${unit(values['name'])}|${unit(values['parent'])}`,
];

function officeKeys(values: AnyValues): string[] {
  const who = `${folded(values['name'])}|${folded(values['title'])}|${unit(values['unit'])}`;
  return [...(values['fromOn'] ? [`office:${who}|${text(values['fromOn'])}`] : []), `office:${who}`];
}

const targetKeys = (values: AnyValues): string[] => [
  `target:${unit(values['unit'])}|${values['year'] ?? ''}`,
];

function actKeys(values: AnyValues): string[] {
  const about = `${text(values['act'])}|${folded(values['name'])}|${unit(values['unit'])}|${text(values['happenedOn'])}`;
  return [`act:${about}|${text(values['cardNumber'])}|${folded(values['newName'])}`];
}

const makers: Record<Kind, (values: AnyValues) => string[]> = {
  units: unitKeys,
  members: personKeys,
  candidates: personKeys,
  offices: officeKeys,
  targets: targetKeys,
  acts: actKeys,
};

export const rowKeys = (kind: Kind, values: AnyValues): string[] => makers[kind](values);

/** Values in one fixed order of keys. */
export function canonicalOf(values: AnyValues): string {
  return JSON.stringify(
    Object.keys(values)
      .sort()
      .filter((key) => values[key] !== undefined)
      .map((key) => [key, values[key]]),
  );
}

function mix(content: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b >>> 0).toString(16).padStart(8, '0') + (a >>> 0).toString(16).padStart(8, '0');
}

/** Tells whether a row changed. It hides nothing: who stores it keys it first (names are easy to guess). */
export function contentHash(kind: Kind, values: AnyValues): string {
  const content = `${kind}|${canonicalOf(values)}`;
  return mix(content, 0) + mix(content, 0x9e3779b9);
}
