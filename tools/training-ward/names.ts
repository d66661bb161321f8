// Names of nobody: family, middle and given syllables drawn by weight, sex and year of birth. No folded name is
// given twice to people who must be told apart by it.
import { readFileSync } from 'node:fs';
import { fold } from '../../src/platform/text.ts';
import type { Chance } from './random.ts';

interface Syllable {
  name: string;
  men: number;
  women: number;
}

function read(file: string): Syllable[] {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => {
      const [name = '', men = '0', women = men] = line.split(',');
      return { name, men: Number(men), women: Number(women) };
    });
}

const family = read('family-names.csv');
const middle = read('middle-names.csv').filter((s) => s.name !== 'Thị' && s.name !== 'Văn');
const given = read('given-names.csv');

// People named in the articles the ward was first described in; their names are nobody else's here.
const reserved = new Set(['hoang uyen', 'thao nguyen', 'hoai anh', 'giang seo quang']);

/** Share of women called Thị and men called Văn by year of birth. */
function oldMiddle(sex: 'M' | 'F', year: number): number {
  const shares = sex === 'F' ? [0.85, 0.6, 0.4, 0.17] : [0.45, 0.28, 0.11, 0.08];
  const at = year < 1975 ? 0 : year < 1990 ? 1 : year < 2000 ? 2 : 3;
  return shares[at]!;
}

const weight = (sex: 'M' | 'F') => (s: Syllable) => (sex === 'M' ? s.men : s.women);

/** One name, which others may bear, too. */
export function drawName(chance: Chance, sex: 'M' | 'F', year: number): string {
  const first = chance.weighted(family, (s) => s.men).name;
  const last = chance.weighted(given, weight(sex)).name;
  const usual = sex === 'F' ? 'Thị' : 'Văn';
  const second = chance.yes(oldMiddle(sex, year)) ? usual : chance.weighted(middle, weight(sex)).name;
  // Young women often carry four words.
  const third =
    sex === 'F' && year >= 1990 && chance.yes(0.45) ? ` ${chance.weighted(middle, weight(sex)).name}` : '';
  return `${first} ${second}${third} ${last}`;
}

/** Draws names none of which folds like another: a name alone finds its bearer. */
export function namer(chance: Chance): (sex: 'M' | 'F', year: number) => string {
  const used = new Set<string>();
  return (sex, year) => {
    for (;;) {
      const name = drawName(chance, sex, year);
      const words = name.split(' ');
      const key = fold(name);
      if (
        used.has(key) ||
        new Set(words).size < words.length ||
        reserved.has(words.slice(-2).map(fold).join(' '))
      )
        continue;
      used.add(key);
      return name;
    }
  };
}
