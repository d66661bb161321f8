// The stream of units with what follows from it for reports: the line of a committee that ends goes, that of a unit which
// has ended as well; of one that is there again it comes back, and whoever has to act follows its kind.
import { sql } from 'kysely';
import type { Stream } from '../platform/ledger.ts';
import { keepRoundsOf } from './round/due.store.ts';
import { keepSchedules } from './schedule/schedule.store.ts';

export const withReports = (units: Stream): Stream => ({
  ...units,
  project: async (tx, ids) => {
    await units.project(tx, ids);
    const changed = ids.map(Number);
    await keepRoundsOf(tx, changed);
    const { rows } = await sql<{ id: string }>`
      select id from report_schedule where unit_id = any(${changed}::int[])`.execute(tx);
    if (rows.length === 0) return;
    await keepSchedules(
      tx,
      rows.map(({ id }) => id),
    );
  },
});
