// Looking for somebody by name in every way in which a name is typed: how fast, and whether the right ones are found. What is right
// is reckoned here from the names themselves, by other means than the search has.
import { note } from './measure.ts';
import type { Bench, Office } from './opened.ts';
import { measurePage } from './page.ts';

interface Somebody {
  id: string;
  name: string;
}

/** Members within reach of the office. */
const peopleOf = (bench: Bench, { path }: Office): Promise<Somebody[]> =>
  bench.bare.rows<Somebody>(
    `select p.id, p.full_name as name from person p join unit u on u.id = p.unit_id
     where u.path like $1 || '%' and p.status in ('official', 'probationary') order by p.id`,
    [path],
  );

/** Letter by letter: no marks, no đ, small. */
const letters: Record<string, string> = { đ: 'd', Đ: 'd' };
const plain = (text: string): string =>
  [...text.normalize('NFD')]
    .filter((sign) => !/\p{M}/u.test(sign))
    .map((sign) => letters[sign] ?? sign.toLowerCase())
    .join('');

const oldTones: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
/** The other place of the tone: Hoà ↔ Hòa. */
function otherTone(name: string): string {
  const pairs = Object.entries(oldTones).flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]);
  const found = pairs.find(([one]) => name.includes(one ?? ''));
  return found ? name.replace(found[0] as string, found[1] as string) : name;
}

const words = (name: string): string[] => name.split(' ');
/** Every way in which the name is typed; some are typed with all marks. */
const spellings: [label: string, spell: (name: string) => string][] = [
  ['as it is written', (name) => name],
  ['without marks', (name) => plain(name)],
  ['in capitals', (name) => name.toUpperCase()],
  ['capitals without marks', (name) => plain(name).toUpperCase()],
  ['marks apart (NFD)', (name) => name.normalize('NFD')],
  ['the other place of the tone', otherTone],
  ['blanks around and between', (name) => `  ${words(name).join('   ')} `],
  ['given name only', (name) => words(name).at(-1) ?? name],
  ['given name without marks', (name) => plain(words(name).at(-1) ?? name)],
  ['last two words', (name) => words(name).slice(-2).join(' ')],
  ['last word begun', (name) => plain(name).slice(0, -1)],
  ['family and given name', (name) => `${words(name)[0]} ${words(name).at(-1)}`],
];

/** Words side by side from the beginning of a word; nobody so → each word begins some word of the name. */
function rightIds(people: readonly { id: string; key: string }[], typed: string): Set<string> {
  const asked = plain(typed).trim().split(/\s+/);
  const phrase = asked.join(' ');
  const side = people.filter(({ key }) => ` ${key}`.includes(` ${phrase}`));
  const begins = (key: string, word: string) => ` ${key}`.includes(` ${word}`);
  const found = side.length > 0 ? side : people.filter(({ key }) => asked.every((word) => begins(key, word)));
  return new Set(found.map(({ id }) => id));
}

interface Found {
  total: number;
  items: { id: string; name: string }[];
}

/** The very marks that were typed begin some word, wherever the tone was put. */
function hasMarks(name: string, typed: string): boolean {
  const forms = [typed, otherTone(typed)].map((form) => form.toLowerCase());
  return words(name.toLowerCase()).some((word) => forms.some((form) => word.startsWith(form)));
}

/** As many as there are, none that is wrong, and those with the very marks typed before others. */
function isRight(found: Found, right: ReadonlySet<string>, typed: string): boolean {
  const word = typed.normalize('NFC').trim();
  const ranked = !word.includes(' ') && plain(word) !== word.toLowerCase();
  const ranks = found.items.map(({ name }) => (ranked && hasMarks(name, word) ? 0 : 1));
  const inOrder = ranks.every((rank, at) => at === 0 || rank >= (ranks[at - 1] ?? 0));
  return found.total === right.size && found.items.every(({ id }) => right.has(id)) && inOrder;
}

const sampled = 25;

export async function measureSearch(bench: Bench): Promise<void> {
  const { top, secretary } = bench;
  const people = await peopleOf(bench, top);
  const keyed = people.map(({ id, name }) => ({ id, key: plain(name) }));
  const step = Math.max(1, Math.floor(people.length / sampled));
  const chosen = people.filter((_, at) => at % step === 0).slice(0, sampled);
  const [asked, wrong]: [string[], string[]] = [[], []];
  for (const { name } of chosen)
    for (const [label, spell] of spellings) {
      const typed = spell(name);
      asked.push(typed);
      const found = (await top.asked.get(addressOf(typed))) as Found;
      if (!isRight(found, rightIds(keyed, typed), typed)) wrong.push(`${label}: ${typed}`);
    }
  if (wrong.length > 0) throw new Error(`search answers wrong for ${wrong.join(' · ')}`);
  note('search: spellings asked, every answer right', asked.length, '');
  await measurePage(bench, {
    what: 'search of names, every spelling',
    office: top,
    asks: asked.map((typed) => ({ path: addressOf(typed) })),
    bare: { query: 'search', words: asked.map((typed) => ({ q: plain(typed).trim().replace(/\s+/g, ' ') })) },
    lowest: secretary,
    crowd: true,
    effort: { warm: 20, count: asked.length },
    bars: { p95: 15, share: 0.4, lowest: 1.3 },
  });
}

const addressOf = (typed: string): string => `/api/people?q=${encodeURIComponent(typed)}&limit=50`;
