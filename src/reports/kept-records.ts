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

/** Null where there are too many to keep: seen as soon as it is so. */
export function keepRecords(cells: ReadonlyMap<string, CellRecords>): KeptRecords | null {
  const places = { person: new Places(), dossier: new Places(), unit: new Places() };
  const found = new Map<string, number[]>();
  for (const [key, { kind, ids }] of cells) {
    const counted = ids();
    if (counted.length > mostSubjects) return null;
    found.set(key, places[kind].of(counted));
    const total = recordKinds.reduce((sum, each) => sum + places[each].ids.length, 0);
    if (total > mostSubjects) return null;
  }
  return {
    subjects: { person: places.person.ids, dossier: places.dossier.ids, unit: places.unit.ids },
    cells: Object.fromEntries([...found].map(([key, at]) => [key, bitsOf(at)])),
  };
}

/** Every subject once, in the order in which it is met; whoever counts twice in one cell has a second place. */
class Places {
  readonly ids: string[] = [];
  readonly #at = new Map<string, number>();

  of(ids: readonly string[]): number[] {
    const used = new Set<number>();
    return ids.map((id) => {
      let place = this.#place(id, 1);
      for (let time = 2; used.has(place); time += 1) place = this.#place(id, time);
      used.add(place);
      return place;
    });
  }

  #place(id: string, time: number): number {
    const key = time === 1 ? id : `${id} ${time}`;
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    const place = this.ids.push(id) - 1;
    this.#at.set(key, place);
    return place;
  }
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
