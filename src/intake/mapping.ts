// What each column of a table is, with how sure we are. A mapping is plain JSON: people correct it, and it is
// remembered by the fingerprint of the heading.
import { toneFold } from '../platform/text.ts';
import { headingKey, headingWords, isOrdinalHeading } from './header.ts';
import type { HeadingWord } from './header.ts';
import { kindSpecs, kinds } from './kinds.ts';
import type { Column, Kind } from './kinds.ts';
import type { Table, TableColumn } from './layout.ts';
import { plain } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { cellText } from '../workbook/sheet.ts';

/** `mark`: an x in this column means that value. `also`: a value here says this, too (year under “Nữ”). */
export interface ColumnUse {
  column: number;
  heading: string;
  key: string | null;
  confidence: number;
  mark?: string;
  also?: { key: string; value: string };
  /** Not data: the numbering column. */
  ordinal?: true;
}
export interface TableMapping {
  sheet: string;
  /** Row numbers as the program shows them. */
  headingRows: [number, number];
  fingerprint: string;
  kind: Kind | null;
  confidence: number;
  remembered?: true;
  uses: ColumnUse[];
}

/** What is kept for the next file with the same heading. */
export interface SavedMapping {
  kind: Kind;
  uses: Pick<ColumnUse, 'column' | 'key' | 'mark' | 'also'>[];
}
export type SavedMappings = Record<string, SavedMapping>;

const threshold = 0.6;

export const fingerprintOf = (table: Table): string =>
  table.columns.map((c) => `${c.index}:${c.path.map(headingKey).join('>')}`).join('|');

function overlap(a: string[], b: string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  const common = [...left].filter((token) => right.has(token)).length;
  return common / (left.size + right.size - common);
}

function scoreText(text: string, tokens: string[], word: HeadingWord): number {
  if (text === word.words) return 1;
  const share = overlap(tokens, word.tokens);
  // All words of a longer synonym in any order, or the synonym inside a longer heading.
  if (word.tokens.length > 1 && ` ${text} `.includes(` ${word.words} `)) return 0.62 + share * 0.3;
  return share >= 0.6 ? share * 0.92 : 0;
}

interface Candidate {
  column: TableColumn;
  key: string;
  score: number;
}

/** The heading as a whole, its lowest label, its group: the whole counts most. */
function textsOf(column: TableColumn): [string, number][] {
  const parts = column.path.map(headingKey);
  const whole = parts.join(' ');
  if (parts.length === 1) return [[whole, 1]];
  return [
    [whole, 1],
    [parts.at(-1)!, 0.88],
    [parts[0]!, 0.62],
  ];
}

function bestKeys(column: TableColumn, words: HeadingWord[]): Candidate[] {
  const best = new Map<string, number>();
  for (const [text, weight] of textsOf(column)) {
    const tokens = text.split(' ');
    for (const word of words) {
      const score = scoreText(text, tokens, word) * weight;
      if (score >= threshold && score > (best.get(word.key) ?? 0)) best.set(word.key, score);
    }
  }
  return [...best].map(([key, score]) => ({ column, key, score }));
}

const headingOf = (column: TableColumn): string => column.path.join(' / ');

/** 'M' for a heading “Nam”, 'F' for “Nữ”; accents matter, “Năm” is a year. */
function sexOf(text: string): 'M' | 'F' | null {
  const word = toneFold(text.replace(/\([^)]*\)/g, ''));
  return word === 'nam' ? 'M' : word === 'nữ' || word === 'là nữ' ? 'F' : null;
}

function asSex(column: TableColumn, words: HeadingWord[]): ColumnUse | null {
  const sex = sexOf(column.path.at(-1) ?? '');
  if (!sex) return null;
  const group = column.path.length > 1 ? headingKey(column.path[0]!) : '';
  const born = words.some((word) => word.key === 'bornOn' && word.words === group);
  const base = { column: column.index, heading: headingOf(column), confidence: 0.97 };
  return born
    ? { ...base, key: 'bornOn', also: { key: 'sex', value: sex } }
    : { ...base, key: 'sex', mark: sex };
}

/** A value of a catalogue under a group that names the catalogue: “Trình độ học vấn / THPT”. */
function asMark(column: TableColumn, kind: Kind, lookups: Map<string, Lookup>): ColumnUse | null {
  if (column.path.length < 2) return null;
  const group = headingKey(column.path[0]!);
  const tokens = group.split(' ');
  for (const word of headingWords[kind]) {
    const spec = kindSpecs[kind].columns[word.key];
    if (!spec?.list || scoreText(group, tokens, word) < 0.7) continue;
    const found = lookups.get(spec.list)?.find(column.path.at(-1)!);
    if (found)
      return {
        column: column.index,
        heading: headingOf(column),
        key: word.key,
        mark: found.code,
        confidence: 0.9,
      };
  }
  return null;
}

function asItself(column: TableColumn, kind: Kind, lookups: Map<string, Lookup>): ColumnUse | null {
  if (column.path.some(isOrdinalHeading)) {
    return { column: column.index, heading: headingOf(column), key: null, confidence: 1, ordinal: true };
  }
  if (kindSpecs[kind].columns['sex']) {
    const use = asSex(column, headingWords[kind]);
    if (use) return use;
  }
  return asMark(column, kind, lookups);
}

/** Columns matched to keys, best first, each key once. */
function assign(columns: TableColumn[], kind: Kind): ColumnUse[] {
  const candidates = columns.flatMap((column) => bestKeys(column, headingWords[kind]));
  candidates.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
  const usedKeys = new Set<string>();
  const uses = new Map<number, ColumnUse>();
  for (const { column, key, score } of candidates) {
    if (usedKeys.has(key) || uses.has(column.index)) continue;
    usedKeys.add(key);
    uses.set(column.index, {
      column: column.index,
      heading: headingOf(column),
      key,
      confidence: round(score),
    });
  }
  return columns.map(
    (column) =>
      uses.get(column.index) ?? {
        column: column.index,
        heading: headingOf(column),
        key: null,
        confidence: 0,
      },
  );
}

const round = (n: number): number => Math.round(n * 100) / 100;

export function mapAs(table: Table, kind: Kind, lookups: Map<string, Lookup>): ColumnUse[] {
  const alone = new Map<number, ColumnUse>();
  for (const column of table.columns) {
    const use = asItself(column, kind, lookups);
    if (use) alone.set(column.index, use);
  }
  const rest = assign(
    table.columns.filter((column) => !alone.has(column.index)),
    kind,
  );
  return [...alone.values(), ...rest].sort((a, b) => a.column - b.column);
}

function titleBonus(table: Table, kind: Kind): number {
  const texts = [...table.titles, table.sheet.name].map(plain);
  const hits = kindSpecs[kind].titles.filter((words) => texts.some((text) => text.includes(words)));
  return Math.max(0, ...hits.map((words) => 1 + words.length / 10));
}

const hasNeed = (need: string, keys: Set<string | null>): boolean =>
  need.split('|').some((key) => keys.has(key));

/** How well a kind explains a table; 0 when what it cannot do without is missing. */
function kindScore(table: Table, kind: Kind, uses: ColumnUse[]): number {
  const spec = kindSpecs[kind];
  const keys = new Set(uses.map((use) => use.key));
  const context = kind === 'targets' && table.unit ? new Set([...keys, 'unit']) : keys;
  if (!spec.needs.every((need) => hasNeed(need, context))) return 0;
  const known = uses.filter((use) => use.key !== null);
  const telling = new Set(known.filter((use) => spec.telling.includes(use.key!)).map((use) => use.key));
  return known.reduce((sum, use) => sum + use.confidence, 0) + telling.size * 1.2 + titleBonus(table, kind);
}

function proposeKind(
  table: Table,
  lookups: Map<string, Lookup>,
): { kind: Kind | null; uses: ColumnUse[]; score: number } {
  let best = { kind: null as Kind | null, uses: mapAs(table, 'members', lookups), score: 0 };
  for (const kind of kinds) {
    const uses = mapAs(table, kind, lookups);
    const score = kindScore(table, kind, uses);
    if (score > best.score) best = { kind, uses, score };
  }
  return best;
}

function fromSaved(table: Table, saved: SavedMapping): ColumnUse[] {
  const byColumn = new Map(saved.uses.map((use) => [use.column, use]));
  return table.columns.map((column) => {
    const use = byColumn.get(column.index);
    const base = { column: column.index, heading: headingOf(column), confidence: 1 };
    if (column.path.some(isOrdinalHeading)) return { ...base, key: null, ordinal: true as const };
    return {
      ...base,
      key: use?.key ?? null,
      ...(use?.mark ? { mark: use.mark } : {}),
      ...(use?.also ? { also: use.also } : {}),
    };
  });
}

export interface MappingOptions {
  kind?: Kind | undefined;
  saved?: SavedMappings | undefined;
}

/** Proposes a mapping: a remembered one for the same heading first, else what the words say. */
export function proposeMapping(
  table: Table,
  lookups: Map<string, Lookup>,
  options: MappingOptions = {},
): TableMapping {
  const fingerprint = fingerprintOf(table);
  const place = {
    sheet: table.sheet.name,
    headingRows: [table.top + 1, table.bottom + 1] as [number, number],
    fingerprint,
  };
  const saved = options.saved?.[fingerprint];
  if (saved && (!options.kind || options.kind === saved.kind)) {
    return { ...place, kind: saved.kind, confidence: 1, remembered: true, uses: fromSaved(table, saved) };
  }
  if (options.kind) {
    const uses = mapAs(table, options.kind, lookups);
    return {
      ...place,
      kind: options.kind,
      confidence: kindScore(table, options.kind, uses) > 0 ? 1 : 0,
      uses,
    };
  }
  const { kind, uses, score } = proposeKind(table, lookups);
  return { ...place, kind, confidence: round(Math.min(1, score / 6)), uses };
}

/** The part of a mapping worth keeping. */
export function saveMapping(mapping: TableMapping): SavedMapping | null {
  if (!mapping.kind) return null;
  const uses = mapping.uses
    .filter((use) => !use.ordinal)
    .map(({ column, key, mark, also }) => ({
      column,
      key,
      ...(mark ? { mark } : {}),
      ...(also ? { also } : {}),
    }));
  return { kind: mapping.kind, uses };
}

/** Which columns profile B may not take. */
export const isSensitive = (column: Column): boolean => column.class >= 3;

/** First texts of a column, for showing beside the proposal. */
export const sampleOf = (table: Table, column: number, count = 3): string[] =>
  table.rows
    .map(({ row }) => cellText(table.sheet.rows[row]?.[column]))
    .filter((text) => text !== '')
    .slice(0, count);
