// The training ward stands on any day, with its season: what the pages of the road show is there, recorded by its offices.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWorld } from './app.ts';
import { loadTrainingWard } from '../src/training.ts';

const counted = `
  select (select count(*) from person where status in ('official', 'probationary'))::int as members,
         (select count(*) from survey)::int as surveys, (select count(*) from class)::int as classes,
         (select count(*) from class_person where state = 'enrolled')::int as enrolled,
         (select count(*) from request)::int as requests, (select count(*) from handover)::int as handovers,
         (select count(*) from charge_note)::int as notes, (select count(*) from assessment)::int as assessments,
         (select count(*) from review_answer)::int as confirmed,
         (select count(*) from office where kind = 'member')::int as helpers,
         (select count(*) from dossier where returned_on is not null)::int as returned`;

test.each(['2026-03-27', '2026-11-22'])(
  'loaded on %s, no page of the road is empty',
  { timeout: 120_000 },
  async (today) => {
    const { db } = await startWorld({ fresh: true, today });
    await loadTrainingWard(db);
    const [found] = (await sql.raw<Record<string, number>>(counted).execute(db)).rows;
    expect(found).toMatchObject({
      surveys: 9,
      classes: 2,
      requests: 2,
      handovers: 1,
      helpers: 1,
      confirmed: 3,
    });
    expect(found?.members).toBeGreaterThan(450);
    for (const some of ['enrolled', 'notes', 'assessments', 'returned'])
      expect(found?.[some], some).toBeGreaterThan(0);
  },
);
