// The members of a unit on a day: how many, official and probationary, by age and sex, by part – each number as the
// catalogue of figures counts it, with the list it opens on.
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { readTable } from '../statistics/catalogue/table.store.ts';
import type { Row, TableView } from '../statistics/catalogue/view.ts';
import { recordsHref } from './opens.ts';
import type { Opened, OverviewView } from './view.ts';

export interface Asked {
  unit: number | undefined;
  on: string;
}

export const openedAt = (figure: string, { count, opens }: Pick<Row, 'count' | 'opens'>): Opened => ({
  count,
  href: recordsHref(figure, opens, count),
});

/** The row of this value; nobody where there is none. */
export const rowOf = (table: TableView, key: string): Pick<Row, 'count' | 'opens'> =>
  table.rows.find((row) => row.key === key) ?? { count: 0, opens: null };

export async function readPeople(db: Queryable, actor: Actor, asked: Asked): Promise<OverviewView['people']> {
  const table = (by: string, where?: string) => readTable(db, actor, 'members', { ...asked, by, where });
  const kinds = await table('kind');
  const men = await table('age', 'sex:M');
  const women = await table('age', 'sex:F');
  const parts = await table('parts');
  const opened = (row: Pick<Row, 'count' | 'opens'>) => openedAt('members', row);
  const bands = men.rows.map(({ key, label, ...row }) => ({
    code: key,
    label,
    men: opened(row),
    women: opened(rowOf(women, key)),
  }));
  return {
    total: opened(kinds.total),
    official: opened(rowOf(kinds, 'official')),
    probationary: opened(rowOf(kinds, 'probationary')),
    bands,
    unknown: bands.reduce((rest, band) => rest - band.men.count - band.women.count, kinds.total.count),
    parts: parts.rows.map(({ key, label, ...row }) => ({ id: key, label, ...opened(row) })),
  };
}
