// The stream of units with what follows from it for schedules: the line of a committee that ends goes, that of one which
// is there again comes back, and whoever may ask follows its kind.
import { sql } from 'kysely';
import type { Stream } from '../../platform/ledger.ts';
import { keepSchedules } from './schedule.store.ts';

export const withSchedules = (units: Stream): Stream => ({
  ...units,
  project: async (tx, ids) => {
    await units.project(tx, ids);
    const { rows } = await sql<{ id: string }>`
      select id from report_schedule where unit_id = any(${ids.map(Number)}::int[])`.execute(tx);
    if (rows.length === 0) return;
    await keepSchedules(
      tx,
      rows.map(({ id }) => id),
    );
  },
});
