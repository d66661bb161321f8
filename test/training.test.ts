// The training ward stands on any day, with its season and its plan of the year: what the pages of the road and of the
// plans show is there, recorded by its offices.
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

/** Of the plan of the year: papers, numbers of every unit, measures and urgings, seen from the day of the test. */
const planned = (today: string) => `
  select (select count(*) from document)::int as papers,
         (select count(*) from document where parent_id is not null)::int as "underOthers",
         (select count(*) from document where number not like '%-MP' or subject not like '%mô phỏng%')::int as unmarked,
         (select array_agg(state order by length(period)) from plan) as plans,
         (select count(*) from jsonb_each_text((select said -> 'described' from plan where state = 'approved'))
            where key in ('purpose', 'requirements', 'goals', 'structure', 'groups') and value <> '')::int as sections,
         (select count(*) from plan where responsible_id is not null and cardinality(document_ids) = 2)::int as "answeredFor",
         (select count(distinct (unit_id, figure)) from target where kind = 'assigned' and part = '' and plan is not null)::int as assigned,
         (select count(*) from target where given = 'outside' and part <> '')::int as parts,
         (select count(*) from target own join target registered on registered.unit_id = own.unit_id
            and registered.period = own.period and registered.figure = own.figure and registered.kind = 'registered'
          where own.kind = 'assigned' and own.part = '' and registered.maximum < own.minimum)::int as modest,
         (select count(*) from target where kind = 'registered' and figure = 'introduction')::int as organisations,
         (select count(distinct maximum) from target where given = 'outside' and figure = 'admission' and part = ''
            and period > '${today.slice(0, 4)}' and length(period) = 4)::int as "differentYears",
         (select count(*) from target where period like '____-____')::int as span,
         (select count(*) from measure where state = 'done')::int as done,
         (select count(*) from measure where state = 'open' and due_on < '${today}')::int as late,
         (select count(*) from measure where state = 'open' and due_on >= '${today}')::int as due,
         (select count(*) from urging_unit where answer is not null)::int as answers,
         (select count(*) from urging_receipt)::int as receipts,
         (select count(*) from urging_unit where answer is null)::int as waiting`;

const plannedWell = {
  papers: 4,
  underOthers: 3,
  unmarked: 0,
  plans: ['approved', 'discussed'],
  sections: 5,
  answeredFor: 1,
  assigned: 11 * 3 + 4,
  parts: 2,
  modest: 1,
  organisations: 4,
  differentYears: 2,
  span: 1,
  done: 1,
  late: 1,
  due: 2,
  answers: 1,
  receipts: 1,
  waiting: 3,
};

test.each(['2026-03-27', '2026-11-22'])(
  'loaded on %s, no page of the road and of the plans is empty',
  { timeout: 240_000 },
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
    const [plan] = (await sql.raw(planned(today)).execute(db)).rows;
    expect(plan).toEqual(plannedWell);
  },
);
