// The records behind the numbers of a closed report, kept with it: every subject once, and for each cell which of them it
// counted. So a later difference can be told person by person, and not only as two numbers.
import { z } from 'zod';

export const recordKinds = ['person', 'dossier', 'unit'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** With more subjects than this a report keeps its numbers alone. */
const mostSubjects = 60_000;

export const keptRecords = z.object({
  subjects: z.object({
    person: z.array(z.uuid()),
    dossier: z.array(z.uuid()),
    unit: z.array(z.string().regex(/^\d{1,10}$/)),
  }),
  /** by 'section/row/column': which subjects, a bit for each */
  cells: z.record(z.string().max(200), z.base64()),
});
export type KeptRecords = z.output<typeof keptRecords>;

export interface CellRecords {
  kind: RecordKind;
  /** one id for each record, the same id as often as it counts */
  ids: () => readonly string[];
}

export const cellKey = (section: string, row: string, column: string): string =>
  `${section}/${row}/${column}`;

/** Null where there are too many to keep. */
export function keepRecords(cells: ReadonlyMap<string, CellRecords>): KeptRecords | null {
  const places = { person: placesOf(), dossier: placesOf(), unit: placesOf() };
  const found = new Map<string, number[]>();
  for (const [key, { kind, ids }] of cells) found.set(key, placed(places[kind], ids()));
  const total = recordKinds.reduce((sum, kind) => sum + places[kind].length, 0);
  if (total > mostSubjects) return null;
  return {
    subjects: { person: places.person.ids, dossier: places.dossier.ids, unit: places.unit.ids },
    cells: Object.fromEntries([...found].map(([key, at]) => [key, bitsOf(at)])),
  };
}

interface Places {
  ids: string[];
  /** the second record of one subject has a place of its own */
  at: Map<string, number[]>;
  readonly length: number;
}
const placesOf = (): Places => {
  const ids: string[] = [];
  return {
    ids,
    at: new Map(),
    get length() {
      return ids.length;
    },
  };
};

function placed(places: Places, ids: readonly string[]): number[] {
  const used = new Map<string, number>();
  return ids.map((id) => {
    const times = used.get(id) ?? 0;
    used.set(id, times + 1);
    const own = places.at.get(id) ?? [];
    places.at.set(id, own);
    if (own[times] === undefined) own[times] = places.ids.push(id) - 1;
    return own[times] as number;
  });
}

function bitsOf(at: readonly number[]): string {
  const bytes = new Uint8Array(at.length === 0 ? 0 : (maximum(at) >> 3) + 1);
  for (const place of at) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
  return Buffer.from(bytes).toString('base64');
}
const maximum = (numbers: readonly number[]): number =>
  numbers.reduce((most, one) => (one > most ? one : most), 0);

/** The ids that the cell counted; null where they were not kept. */
export function keptIn(records: KeptRecords | null, key: string, kind: RecordKind): string[] | null {
  const bits = records?.cells[key];
  if (records === null || bits === undefined) return null;
  const bytes = Buffer.from(bits, 'base64');
  return records.subjects[kind].filter((_, at) => ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1);
}

/** What counts now and did not, and the other way round; a subject as often as it counts. */
export function changeOf(
  then: readonly string[],
  now: readonly string[],
): { come: string[]; gone: string[] } {
  const left = new Map<string, number>();
  for (const id of then) left.set(id, (left.get(id) ?? 0) + 1);
  const come = now.filter((id) => {
    const times = left.get(id) ?? 0;
    if (times > 0) left.set(id, times - 1);
    return times === 0;
  });
  return { come, gone: [...left].flatMap(([id, times]) => Array.from({ length: times }, () => id)) };
}
