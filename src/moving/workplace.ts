// Whether a workplace, as people write it, is one of the organisations that keep a book here: their names without the
// words for what they are. A likeness to look at, never a fact: people choose (S2-45, S3-40).
import { fold } from '../platform/text.ts';

const partyWords = /^(chi bo|dang bo|dang uy|chi uy)( (co so|bo phan))?\b/;
const legalWords =
  /\b(cong ty|tong cong ty|tap doan|doanh nghiep|xi nghiep|nha may|trach nhiem huu han|tnhh|co phan|cp|mtv|mot thanh vien|tu nhan|dntn|hop tac xa|htx|chi nhanh)\b/g;

/** The part of a name that tells one from another: “Chi bộ Công ty TNHH May Hưng Thịnh” → “may hung thinh”. */
export function coreOf(name: string): string {
  const plain = fold(name)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.replace(partyWords, '').replace(legalWords, ' ').replace(/\s+/g, ' ').trim();
}

/** Words of a place that is everywhere: alone they name nothing. */
const common = new Set([
  'xa',
  'phuong',
  'thon',
  'khu pho',
  'to dan pho',
  'truong',
  'tram y te',
  'co quan',
  'van phong',
]);

/** All words of the organisation stand together in the workplace, or those of the workplace in the organisation. */
export const isWorkplace = (workplace: string, organisation: string): boolean =>
  isSame(coreOf(workplace), coreOf(organisation));

const tells = (core: string): boolean => core.length >= 4 && !common.has(core);
const isSame = (place: string, name: string): boolean =>
  tells(place) && tells(name) && (holds(place, name) || holds(name, place));

/** One short word alone (“Thịnh”) names nothing within a longer name. */
const holds = (long: string, short: string): boolean =>
  long === short || ((short.includes(' ') || short.length >= 6) && ` ${long} `.includes(` ${short} `));

export interface Organisation {
  id: number;
  name: string;
  path: string;
}

function listIn<V>(lists: Map<string, V[]>, key: string): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

type Finder<O> = (workplace: string, basePath: string) => O[];

/**
 * Finds the organisations outside the base organisation of a cell that a workplace seems to be. A province has thousands of
 * both: each name is cut once, and only those that share a word are held against each other.
 */
export function finderAmong<O extends Organisation>(organisations: readonly O[]): Finder<O> {
  const named = organisations.map((one, at) => ({ one, at, core: coreOf(one.name) }));
  const byWord = new Map<string, typeof named>();
  for (const line of named) for (const word of new Set(line.core.split(' '))) listIn(byWord, word).push(line);
  return (workplace, basePath) => {
    const core = coreOf(workplace);
    const near = new Set(core.split(' ').flatMap((word) => byWord.get(word) ?? []));
    return [...near]
      .filter(({ one, core: name }) => !one.path.startsWith(basePath) && isSame(core, name))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one);
  };
}

export const organisationsAt = <O extends Organisation>(
  workplace: string,
  basePath: string,
  organisations: readonly O[],
): O[] => finderAmong(organisations)(workplace, basePath);
