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
export function isWorkplace(workplace: string, organisation: string): boolean {
  const [place, name] = [coreOf(workplace), coreOf(organisation)];
  if (place.length < 4 || name.length < 4 || common.has(place) || common.has(name)) return false;
  return holds(place, name) || holds(name, place);
}

/** One short word alone (“Thịnh”) names nothing within a longer name. */
const holds = (long: string, short: string): boolean =>
  long === short || ((short.includes(' ') || short.length >= 6) && ` ${long} `.includes(` ${short} `));

export interface Organisation {
  id: number;
  name: string;
  path: string;
}

/** Organisations outside the base organisation of the cell that the workplace seems to be. */
export const organisationsAt = <O extends Organisation>(
  workplace: string,
  basePath: string,
  organisations: readonly O[],
): O[] =>
  organisations.filter(({ name, path }) => !path.startsWith(basePath) && isWorkplace(workplace, name));
