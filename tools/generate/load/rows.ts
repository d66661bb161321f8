// Everything that is folded, in words that do not depend on the installation: units, persons and cases by what the lines call them,
// ids that are only made by writing left out. Two installations that tell the same have the same texts.
import { sql } from 'kysely';
import type { Db } from '../../../src/platform/db.ts';
import type { Names } from './ids.ts';

/** Ids of the installation → words of the lines. */
export interface Words {
  units: ReadonlyMap<number, number>;
  ids: ReadonlyMap<string, string>;
}
export const wordsOf = ({ units }: Names, ids: ReadonlyMap<string, string>): Words => ({
  units: new Map([...units].map(([line, id]) => [id, line])),
  ids,
});

/** Tables that a fold makes, and views that figures are counted from. */
export async function tablesOf(db: Db, folded: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.views
    where table_schema = 'public' and table_name like 'stat\\_%' order by 1`.execute(db);
  return [...new Set([...folded, 'due', ...rows.map(({ name }) => name)])].toSorted();
}

/** Moments of writing, and numbers that follow from ids. */
const left = new Set(
  'entry entries client_id recorded_at recorded_by code position act reply_act last'.split(' '),
);
const unitKey = /unit_?id$|^parent_id$|^other_id$|^cell_id$|^centre_id$|^committee_id$|^named_units$|_unit$/i;

export async function rowsOf(db: Db, table: string, words: Words): Promise<string[]> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(table)} as t`.execute(db);
  const compared = rows.filter(({ row }) => !isAside(row));
  return compared.map(({ row }) => JSON.stringify(plain(row, table, words))).toSorted();
}

/** Lists of classes and accounts are written by loading alone. */
const isAside = ({ kind }: Record<string, unknown>): boolean =>
  typeof kind === 'string' && /^(class|account)\./.test(kind);

function plain(value: unknown, key: string, words: Words): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, key, words));
  if (typeof value === 'number') return unitKey.test(key) ? `unit ${words.units.get(value)}` : value;
  if (typeof value === 'string') return textIn(value, key, words);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(([name]) => !left.has(name));
  const named = known.map(([name, held]): [string, unknown] => [name, inTable(name, held, key, words)]);
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Ids of rows themselves. */
function inTable(name: string, held: unknown, table: string, words: Words): unknown {
  if (name === 'id' && typeof held === 'number')
    return table === 'unit' || table.startsWith('stat_') ? `unit ${words.units.get(held) ?? '?'}` : '#';
  return plain(held, name, words);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function textIn(value: string, key: string, { units, ids }: Words): string {
  if (key === 'path') return value.replace(/\d+/g, (id) => String(units.get(Number(id))));
  return value.replace(uuid, (id) => ids.get(id) ?? '#');
}
