// The season tells the same story at every start, and no act of it lies after today or before the person was proposed.
import { expect, test } from 'vitest';
import { type Followed, careOf } from './season-care.ts';
import { halfDays, quarterDays } from './season-reports.ts';
import { comingClass, earlierClass, handoverOf, returnOf, surveysOf, verificationOf } from './season.ts';

const days = ['2018-04-27', '2025-10-01', '2026-01-02', '2026-03-27', '2026-11-22'];
const cells = Array.from({ length: 11 }, (_, at) => ({ id: at + 4, type: at < 6 ? 'TDP' : 'TRUONG' }));
const people = (openedOn: string): Followed[] =>
  Array.from({ length: 30 }, (_, at) => ({
    id: `person ${at}`,
    openedOn,
    listed: at % 4 !== 0,
    helper: at % 2 === 0 ? { id: `helper ${at}`, since: openedOn } : null,
  }));

test.each(days)('seen from %s: repeatable, and nothing of days to come', (today) => {
  const openedOn = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const care = careOf(people(openedOn), today, 2018);
  expect(careOf(people(openedOn), today, 2018)).toEqual(care);
  const acts = [
    ...care.contacts,
    ...care.assessments,
    ...care.notes,
    ...care.tasks.map(({ given }) => given),
  ];
  expect(acts.length).toBeGreaterThan(30);
  expect(acts.filter(({ happenedOn }) => happenedOn > today || happenedOn < openedOn)).toEqual([]);
  const { certifiedOn, plan } = earlierClass(today);
  expect(certifiedOn <= today && certifiedOn > (plan.sessions.at(-1)?.on ?? '')).toBe(true);
  expect(comingClass(today).sessions.every(({ on }) => on > today)).toBe(true);
  const sent = verificationOf(0, handoverOf(today).happenedOn, today);
  expect(sent.receivedOn <= today && sent.receivedOn >= sent.happenedOn).toBe(true);
  expect(returnOf(today).happenedOn <= today).toBe(true);
});

test.each(days)('seen from %s: nine of eleven cells were surveyed, for that year', (today) => {
  const surveys = surveysOf(cells, today, 2018);
  expect(surveys).toHaveLength(9);
  for (const { year, happenedOn, groups, people: counted } of surveys) {
    expect([year, year - 1]).toContain(Number(happenedOn.slice(0, 4)));
    expect(counted).toBeGreaterThanOrEqual(Math.max(...Object.values(groups)));
    expect(counted).toBeLessThanOrEqual(Object.values(groups).reduce((a, b) => a + b, 0));
  }
});

test.each([...days, '2026-01-20', '2026-06-30', '2026-07-21', '2024-02-29'])(
  'seen from %s: a quarter is over, a half-year under way, each day after the one before',
  (today) => {
    const quarter = quarterDays(today);
    const inOrder = [
      quarter.left,
      quarter.asked,
      quarter.closesOn,
      ...quarter.sent,
      quarter.dueOn,
      quarter.late,
    ];
    expect(inOrder).toEqual(inOrder.toSorted());
    expect(quarter.late > quarter.dueOn && quarter.wardSent <= quarter.wardDueOn).toBe(true);
    for (const day of [quarter.late, quarter.wardSent, quarter.answered])
      expect(day <= today && day > quarter.closesOn).toBe(true);
    const half = halfDays(today);
    for (const day of [half.asked, ...half.sent, half.returned]) expect(day <= today).toBe(true);
    for (const day of half.sent)
      expect(day > half.closesOn && day >= half.asked && day <= half.returned).toBe(true);
    expect(half.dueOn > today && half.wardDueOn > half.dueOn).toBe(true);
  },
);
