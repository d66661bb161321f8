// What closed reports say of a figure: the room of reports puts its source in here, and statistics shows it beside the
// figure as it is known now without knowing that room.
import { z } from 'zod';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';

export const reportedQuery = z.object({
  unit: z.coerce.number().int().positive().max(2_147_483_647),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  where: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(24).default(6),
});
export type ReportedQuery = z.output<typeof reportedQuery>;

/** What is known by now stands beside. Newest day first; of a report that was sent again the number that stands. */
export const reportedView = z.object({
  items: z.array(
    z.object({
      reportId: z.string(),
      title: z.object({ vi: z.string(), en: z.string() }),
      period: z.string(),
      periodLabel: z.object({ vi: z.string(), en: z.string() }),
      from: z.string(),
      to: z.string(),
      value: z.number(),
      /** the same asked today; null: the unit is not in the tree of that day any more */
      now: z.number().nullable(),
      /** 'đã báo cáo 463, nay 464 (+1), …'; null: the same */
      said: z.object({ vi: z.string(), en: z.string() }).nullable(),
      submittedOn: z.string(),
      /** given back meanwhile, and not sent again */
      returned: z.boolean(),
    }),
  ),
});
export type ReportedView = z.output<typeof reportedView>;

export type ReportedSource = (
  db: Queryable,
  actor: Actor,
  figure: string,
  query: ReportedQuery,
) => Promise<ReportedView>;

let source: ReportedSource = async () => ({ items: [] });

/** Named at composition. */
export function useReported(given: ReportedSource): void {
  source = given;
}
export const reportedOf: ReportedSource = (...asked) => source(...asked);
