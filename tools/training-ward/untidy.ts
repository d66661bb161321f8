// What real lists bring along: decomposed letters, double blanks, the other tone-mark style, capitals. A few in a
// hundred, so that the importer's notices have something to say.
import type { Chance } from './random.ts';

const otherStyle: [RegExp, string][] = [
  [/òa$/, 'oà'],
  [/óa$/, 'oá'],
  [/ỏa$/, 'oả'],
  [/úy$/, 'uý'],
  [/ủy$/, 'uỷ'],
  [/ùy$/, 'uỳ'],
];

function swapStyle(name: string): string {
  return name
    .split(' ')
    .map((word) => otherStyle.reduce((text, [from, to]) => text.replace(from, to), word))
    .join(' ');
}

export function untidyName(chance: Chance, name: string): string {
  const at = chance.next();
  if (at < 0.02) return name.normalize('NFD');
  if (at < 0.03) return name.replace(' ', '  ');
  return at < 0.1 ? swapStyle(name) : name;
}
