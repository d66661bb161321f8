// The training ward stands on any day, with its season and its plan of the year: what the pages of the road, of
// the plans and of the reports show is there, recorded by its offices.
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

/** Of reports and places: rounds over and under way, what was sent late or given back, difficulties on their way up. */
const reported = (today: string) => `
  select (select array_agg(distinct right(period, 2)) from report_round where due_on < '${today}')::text[] as over,
         (select count(*) from report_round where due_on >= '${today}' and taken_back_on is null)::int as "underWay",
         (select count(*) from report where state = 'submitted')::int as submitted,
         (select count(*) from report where state = 'returned')::int as returned,
         (select count(*) from report where state = 'submitted' and submitted_on > due_on)::int as late,
         (select count(*) from report_round_unit asked join report_round round on round.id = asked.round_id
            where asked.due_on < '${today}' and not exists (select from report where report.unit_id = asked.unit_id
              and report.period = round.period and report.form = round.form and report.closes_on = round.closes_on))::int as missing,
         (select count(*) from report join unit on unit.id = report.unit_id where unit.kind <> 'cell')::int as "ofWard",
         (select array_agg(state || case when outside then ' outside' else '' end order by state) from difficulty) as difficulties,
         (select count(*) from village)::int as blocks,
         (select count(*) from village_cell where cell_id is null)::int as "withoutCell",
         (select max(n) from (select count(*) n from village_cell where cell_id is not null group by cell_id) held)::int as "mostOfOneCell",
         (select count(*) from unit_mark)::int as marks,
         (select array_agg(kind || ' ' || (select count(*) from programme_unit where programme_id = programme.id) order by kind)
            from programme) as programmes`;

const reportedWell = {
  underWay: 2,
  submitted: 10 + 1 + 2,
  returned: 1,
  late: 1,
  missing: 1,
  ofWard: 1,
  difficulties: ['answered', 'waiting', 'waiting'],
  blocks: 8,
  withoutCell: 1,
  mostOfOneCell: 2,
  marks: 1,
  programmes: ['model 3', 'strengthen 2'],
};

/** Somebody had left in the quarter, and it was recorded after the cell and the ward had reported. */
const corrected = `
  select report.closes_on as "closesOn", left_on.happened_on as "leftOn" from report
  join unit on unit.id = report.unit_id
  join ledger left_on on left_on.unit_id = report.unit_id and left_on.kind = 'member.moved_out'
  join report_submission last on last.report_id = report.id
  where left_on.recorded_at > last.submitted_at::timestamptz and left_on.happened_on <= report.closes_on`;

test.each(['2026-03-27', '2026-06-30', '2026-11-22'])(
  'loaded on %s, no page of the road, of the plans and of the reports is empty',
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
    const [told] = (await sql.raw<{ over: string[] }>(reported(today)).execute(db)).rows;
    expect(told).toMatchObject(reportedWell);
    expect(told?.over).toHaveLength(1);
    expect((await sql.raw(corrected).execute(db)).rows.length).toBeGreaterThan(0);
  },
);
