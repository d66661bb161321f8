// The place of a unit: marks it carries by the day, the villages of a commune, and the cell in which the members of each
// village meet. What the ledger holds of it, and how that folds.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, publicText } from '../platform/entry.ts';
import { idsOf, type Message } from '../platform/messages.ts';

/** Marks that the texts name: border villages, highland and remote communes, places of special difficulty, industrial zones. */
export const marks = {
  border: { vi: 'biên giới', en: 'border' },
  island: { vi: 'hải đảo', en: 'island' },
  highland: { vi: 'vùng cao', en: 'highland' },
  remote: { vi: 'vùng sâu, vùng xa', en: 'remote' },
  hard: { vi: 'đặc biệt khó khăn', en: 'special difficulty' },
  minority: { vi: 'vùng đồng bào dân tộc thiểu số', en: 'ethnic minority area' },
  industrial: { vi: 'khu công nghiệp, khu kinh tế', en: 'industrial or economic zone' },
} as const satisfies Record<string, Message>;
export type Mark = keyof typeof marks;
export const markIds = idsOf(marks);

export const villageKinds = {
  thon: { vi: 'Thôn', en: 'Village' },
  ban: { vi: 'Bản', en: 'Village (bản)' },
  lang: { vi: 'Làng', en: 'Village (làng)' },
  ap: { vi: 'Ấp', en: 'Hamlet' },
  khom: { vi: 'Khóm', en: 'Hamlet (khóm)' },
  buon: { vi: 'Buôn, bon', en: 'Village (buôn)' },
  phum: { vi: 'Phum, sóc', en: 'Khmer village' },
  to_dan_pho: { vi: 'Tổ dân phố', en: 'Residential group' },
  khu_pho: { vi: 'Khu phố, khu dân cư', en: 'Street block' },
} as const satisfies Record<string, Message>;
export type VillageKind = keyof typeof villageKinds;
export const villageKindIds = idsOf(villageKinds);

const villageId = z.uuid();

/** Stream `area:<unit id>`. */
export const areaKinds = {
  'area.marked': z.object({ mark: z.enum(markIds), documentId: z.uuid().nullable() }),
  'area.unmarked': z.object({ mark: z.enum(markIds) }),
  'area.village': z.object({ villageId, name: publicText(), kind: z.enum(villageKindIds) }),
  'area.village_meets': z.object({
    villageId,
    cellId: z.int().positive().nullable(),
    fullMembers: z.int().min(0).max(10_000).nullable(),
  }),
  'area.village_ended': z.object({ villageId }),
} satisfies Record<string, z.ZodType>;

export const areaStreamOf = (unitId: number): string => `area:${unitId}`;

export interface Span {
  from: Day;
  /** first day on which it no longer holds */
  to: Day | null;
  entry: string;
}
/** What somebody has said the end of, and may take back. */
interface Ending {
  end: string | null;
}
export interface Marked extends Span, Ending {
  mark: Mark;
  documentId: string | null;
}
export interface Meets extends Span {
  cellId: number | null;
  fullMembers: number | null;
}
export interface Village extends Span, Ending {
  id: string;
  name: string;
  kind: VillageKind;
  meets: Meets[];
}
export interface Area {
  marks: Marked[];
  villages: Village[];
  version: number;
}

type Said<K extends keyof typeof areaKinds> = z.output<(typeof areaKinds)[K]>;
const said = <K extends keyof typeof areaKinds>(entries: readonly Entry[], kind: K) =>
  entries.flatMap(({ kind: own, clientId, happenedOn, data }) =>
    own === kind && happenedOn !== null
      ? [{ ...(data as Said<K>), entry: clientId, on: happenedOn as Day }]
      : [],
  );

/** The entries of one unit, in any order. */
export function foldArea(entries: readonly Entry[]): Area {
  const standing = effective(entries).toSorted(
    (a, b) => (a.happenedOn ?? '').localeCompare(b.happenedOn ?? '') || a.position - b.position,
  );
  return {
    marks: foldMarks(standing),
    villages: foldVillages(standing),
    version: Math.max(0, ...entries.map(({ version }) => version)),
  };
}

function foldMarks(standing: readonly Entry[]): Marked[] {
  const ends = said(standing, 'area.unmarked');
  const begins = said(standing, 'area.marked');
  return begins.flatMap(({ mark, documentId, entry, on }, at) => {
    const endOf = (from: Day) => ends.find((end) => end.mark === mark && end.on > from);
    // Marked twice without an end between: it carries it already.
    const again = begins.slice(0, at).some((one) => one.mark === mark && (endOf(one.on)?.on ?? never) > on);
    if (again) return [];
    const end = endOf(on);
    return [{ mark, documentId, entry, from: on, to: end?.on ?? null, end: end?.entry ?? null }];
  });
}
const never = '9999-12-31';

function foldVillages(standing: readonly Entry[]): Village[] {
  const ends = said(standing, 'area.village_ended');
  const meets = said(standing, 'area.village_meets');
  const all = Map.groupBy(said(standing, 'area.village'), ({ villageId }) => villageId);
  return [...all].map(([id, sayings]) => {
    // A later saying about the same village gives it another name; it is there since the first.
    const [first, last] = [sayings[0], sayings.at(-1)] as [(typeof sayings)[0], (typeof sayings)[0]];
    const end = ends.find((one) => one.villageId === id);
    const to = end?.on ?? null;
    const own = meets.filter((one) => one.villageId === id && (to === null || one.on < to));
    return {
      id,
      name: last.name,
      kind: last.kind,
      from: first.on,
      to,
      end: end?.entry ?? null,
      entry: last.entry,
      meets: spans(own, to),
    };
  });
}

/** Each holds until the next begins; of two on one day the later one. */
function spans(own: readonly (Omit<Meets, 'from' | 'to'> & { on: Day })[], end: Day | null): Meets[] {
  const last = own.filter(({ on }, at) => own[at + 1]?.on !== on);
  return last.map(({ on, cellId, fullMembers, entry }, at) => {
    return { from: on, to: last[at + 1]?.on ?? end, cellId, fullMembers, entry };
  });
}

export const holdsOn = ({ from, to }: Pick<Span, 'from' | 'to'>, on: Day): boolean =>
  from <= on && (to === null || to > on);

/** own: a cell for itself · shared: a cell with other villages · none: no cell for it · unknown: not told. */
export const coverages = ['own', 'shared', 'none', 'unknown'] as const;
export type Coverage = (typeof coverages)[number];

/** `meets`: what is told of the village on the day; `sharing`: how many villages the cell holds that day. */
export function coverageOf(meets: Pick<Meets, 'cellId'> | null, sharing: number): Coverage {
  if (meets === null) return 'unknown';
  if (meets.cellId === null) return 'none';
  return sharing > 1 ? 'shared' : 'own';
}
