// Names of nobody by sex, year of birth and people: Kinh names and those of many groups from weighted syllables, others from lists
// of families, given names and prefixes. A few are written as lists bring them.
import { readFileSync } from 'node:fs';
import { drawName } from '../../training-ward/names.ts';
import type { Chance } from '../draw.ts';
import { untidy } from './settings.ts';

interface Naming {
  family: string[];
  middle_m?: string[];
  middle_f?: string[];
  given_m?: string[];
  given_f?: string[];
  prefix_m?: string;
  prefix_f?: string;
}
const namings = JSON.parse(
  readFileSync(new URL('../data/ethnic-names.json', import.meta.url), 'utf8'),
) as Record<string, Naming>;

export interface Named {
  sex: 'M' | 'F';
  year: number;
  ethnicity: string;
}

export function nameOf(chance: Chance, { sex, year, ethnicity }: Named): string {
  const kinh = drawName(chance, sex, year);
  if (ethnicity === 'KINH') return kinh;
  const naming = namings[ethnicity] ?? (namings['OTHER'] as Naming);
  const family = chance.pick(naming.family);
  const given = sex === 'M' ? naming.given_m : naming.given_f;
  // Most groups of the north take a family name of their own and call their children as their neighbours do.
  if (!given) return [family, ...kinh.split(' ').slice(1)].join(' ');
  return ownName(chance, naming, { sex, family, given: chance.pick(given) });
}

interface Own {
  sex: 'M' | 'F';
  family: string;
  given: string;
}
function ownName(chance: Chance, naming: Naming, { sex, family, given }: Own): string {
  const prefix = sex === 'M' ? naming.prefix_m : naming.prefix_f;
  if (prefix) return `${prefix}${prefix.endsWith("'") ? '' : ' '}${given} ${family}`;
  const middles = sex === 'M' ? naming.middle_m : naming.middle_f;
  if (family === 'A' || family === 'Y') return `${sex === 'M' ? 'A' : 'Y'} ${given}`;
  return [family, ...(middles ? [chance.pick(middles)] : []), given].join(' ');
}

/** The other place of the tone mark: Hoà for Hòa, Thuỷ for Thủy. */
const otherStyle: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['ọa', 'oạ'],
  ['òe', 'oè'],
  ['óe', 'oé'],
  ['úy', 'uý'],
  ['ùy', 'uỳ'],
  ['ủy', 'uỷ'],
  ['ụy', 'uỵ'],
];
const otherTone = (name: string): string =>
  otherStyle.reduce((text, [from, to]) => text.replaceAll(from, to), name);

/** As a list would bring it. */
export function written(chance: Chance, name: string): string {
  const drawn = chance.next();
  if (drawn < untidy.decomposed) return name.normalize('NFD');
  if (drawn < untidy.decomposed + untidy.blanks) return name.replace(' ', '  ');
  // Only some names have a syllable that can be written so: those more often.
  const other = otherTone(name);
  return other !== name && chance.yes(untidy.tone / untidy.toneSyllables) ? other : name;
}
