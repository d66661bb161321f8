// Made-up sets keep what they promise: the same again for the same seed, a commune alone as within its set, days in order and
// none on which nothing can happen, sums that come out, and figures near those published.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addMonths, type Day, weekdayOf } from '../../src/platform/day.ts';
import { isHoliday, isOfficeDay, numberOf } from './days.ts';
import { Census } from './census.ts';
import type { Flow } from './flow.ts';
import { generate, generateCommune, generateFlows, optionsOf } from './generate.ts';
import type { Line, PassageLine } from './line.ts';
import { Observed } from './observe.ts';
import { reportOf } from './report.ts';
import { reportOfPeople } from './report-people.ts';
import { type Options, noShift } from './settings.ts';

const small = optionsOf({ set: 'S', seed: 3 });
const large = optionsOf({ set: 'M', seed: 1 });
const linesOf = (options: Options): Line[] => [...generate(options)];
const textOf = (lines: readonly Line[]): string => lines.map((line) => JSON.stringify(line)).join('\n');
const some = linesOf(small);

// One province serves all that asks for many cases.
const province = new Observed();
const passages: PassageLine[] = [];
const targets = new Map<string, number>();
const census = new Census();
for (const line of generate(large, (flow) => province.see(flow))) {
  census.see(line);
  if (line.line === 'passage') passages.push(line);
  if (line.line === 'target') targets.set(`${line.unitId} ${line.period}`, line.minimum ?? 0);
}
const byCase = Map.groupBy(passages, ({ caseId }) => caseId);

describe('a generated set', () => {
  it('is the same to the byte for one seed, and another for another seed', () => {
    expect(textOf(linesOf(small))).toBe(textOf(some));
    expect(textOf(linesOf({ ...small, seed: 4 }))).not.toBe(textOf(some));
  });

  it('gives a commune lived alone as it is within its set', () => {
    const few = optionsOf({ set: 'M', seed: 9, today: '2026-01-31' });
    const alone = generateCommune(few, 2);
    expect(alone.length).toBeGreaterThan(2000);
    const within: Line[] = [];
    for (const line of generate(few)) {
      // The fourth commune begins: the third is complete.
      if (line.line === 'unit' && line.id === 4100) break;
      within.push(line);
    }
    expect(textOf(within)).toContain(textOf(alone));
  });

  it('has another future, and the same past, when it is shifted from a year on', () => {
    const shift = { delays: 0.3, losses: 0.3, seasons: 0.3, leaning: 0 };
    const flowsOf = (options: Options) => [...generateFlows(options)];
    const later = flowsOf({ ...small, shift, shiftFrom: 2024 });
    const flows = flowsOf(small);
    const until = (lines: readonly Flow[], day: Day) =>
      JSON.stringify(lines.filter((line) => line.line === 'passage' && line.on < day));
    expect(until(later, '2024-01-01')).toBe(until(flows, '2024-01-01'));
    expect(JSON.stringify(later)).not.toBe(JSON.stringify(flows));
    expect(textOf(linesOf({ ...small, shift: noShift, shiftFrom: 2024 }))).toBe(textOf(some));
  });

  it('knows no later day than the one it is asked for', () => {
    const days = some.flatMap((line) => ('on' in line ? [line.on] : 'fromOn' in line ? [line.fromOn] : []));
    expect(days.length).toBeGreaterThan(1000);
    expect(days.filter((day) => day > small.today)).toEqual([]);
  });

  it('counts without people what it counts with them: one set of flows', () => {
    const flows = [...generateFlows(small)];
    const of = (lines: readonly { line: string }[], kind: string) =>
      lines.filter(({ line }) => line === kind).length;
    for (const kind of ['passage', 'admission', 'attend', 'return', 'verification'])
      expect([kind, of(some, kind)]).toEqual([kind, of(flows, kind)]);
    expect(of(some, 'case')).toBe(of(flows, 'candidate'));
  });
});

const order =
  'nominated listed class_certified helped permitted papers_ready verifying verified cell_voted base_voted decided admitted \
probation_reviewed recognition_cell_voted recognition_base_voted recognised'.split(/\s+/);

describe('the road of a case', () => {
  it('goes forward in time and never back', () => {
    const wrong = [...byCase.values()].filter((steps) =>
      steps.some((step, at) => at > 0 && step.on < (steps[at - 1]?.on ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  it('takes the stages in order, each once; a helper may come before or after the class', () => {
    const free = new Set(['class_certified', 'helped', 'closed']);
    const wrong = [...byCase.values()].filter((steps) => {
      const places = steps.filter(({ stage }) => !free.has(stage)).map(({ stage }) => order.indexOf(stage));
      return places.some((place, at) => at > 0 && place <= (places[at - 1] ?? -1));
    });
    expect(wrong).toEqual([]);
    const twice = [...byCase.values()].filter(
      (steps) => new Set(steps.map(({ stage }) => stage)).size < steps.length,
    );
    expect(twice).toEqual([]);
  });

  it('ends once: nothing follows a closing or a recognition', () => {
    const wrong = [...byCase.values()].filter((steps) => {
      const end = steps.findIndex(({ stage }) => stage === 'closed' || stage === 'recognised');
      return end >= 0 && end < steps.length - 1;
    });
    expect(wrong).toEqual([]);
  });

  it('has offices act on working days only; ceremonies 5 % on rest days, none on holidays', () => {
    const office = new Set(['permitted', 'papers_ready', 'verifying', 'verified', 'base_voted', 'decided']);
    const idle = passages.filter(({ stage, on }) => office.has(stage) && !isOfficeDay(numberOf(on)));
    expect(idle).toEqual([]);
    const held = passages.filter(({ stage }) => stage === 'admitted');
    expect(held.filter(({ on }) => isHoliday(numberOf(on)))).toEqual([]);
    const rest = held.filter(({ on }) => weekdayOf(on) % 6 === 0).length / held.length;
    expect(rest).toBeGreaterThan(0.03);
    expect(rest).toBeLessThan(0.07);
  });

  it('holds no meeting of a cell at Tết', () => {
    const votes = passages.filter(({ stage }) => stage === 'cell_voted');
    expect(votes.length).toBeGreaterThan(10_000);
    expect(votes.filter(({ on }) => on >= '2024-02-09' && on <= '2024-02-13')).toEqual([]);
  });

  it('keeps the waits of the law: 60 working days to the decision, 12 full months of probation', () => {
    const wrong = [...byCase.values()].filter((steps) => {
      const on = (stage: string) => steps.find((one) => one.stage === stage)?.on;
      const [voted, decided] = [on('cell_voted'), on('decided')];
      const [admitted, vote] = [on('admitted'), on('recognition_cell_voted')];
      const late = voted && decided && workingDays(voted, decided) > 60;
      const soon = admitted && vote && vote <= addMonths(admitted, 12);
      return late || soon;
    });
    expect(wrong).toEqual([]);
  });

  it('concerns nobody below 18', () => {
    const young = [...byCase].filter(([id, steps]) => {
      const born = province.people.get(id)?.bornOn ?? '9';
      return addMonths(born, 18 * 12) > (steps[0]?.on ?? '');
    });
    expect(young).toEqual([]);
  });
});

it('no cell votes on anybody who has turned sixty', () => {
  const voted = passages.filter(({ stage }) => stage === 'cell_voted');
  const old = voted.filter(
    ({ caseId, on }) => addMonths(province.people.get(caseId)?.bornOn ?? '', 720) <= on,
  );
  expect(old).toEqual([]);
});

function workingDays(from: Day, to: Day): number {
  let count = 0;
  for (let day = numberOf(from) + 1; day <= numberOf(to); day += 1) if (isOfficeDay(day)) count += 1;
  return count;
}

describe('sums of a province', () => {
  it('stock at the end = stock at first + admitted + came − went, cell by cell (S1-01)', () => {
    const cells = [...province.units.values()].filter(({ kind }) => kind === 'cell' || kind === 'base_cell');
    expect(cells.filter(({ id }) => province.members.of(String(id)) < 3)).toEqual([]);
    const came = [...province.moves.counts].reduce(
      (sum, [key, count]) => sum + (/ (cell_)?in$/.test(key) ? count : -count),
      0,
    );
    expect(province.membersNow()).toBe(province.stock + province.admissions.length + came);
    expect(census.members.size).toBe(province.membersNow());
  });

  it('admissions are the passages into membership, each in a cell of the set', () => {
    expect(province.admissions.length).toBe(passages.filter(({ stage }) => stage === 'admitted').length);
    const kinds = new Set(province.admissions.map(({ unitId }) => province.units.get(unitId)?.kind));
    expect([...kinds].toSorted()).toEqual(['base_cell', 'cell']);
  });

  it('numbers of children make the parent’s, but for a few communes (K17), in the tree of their year', () => {
    const communes = [...province.units.values()].filter(({ kind }) => kind === 'upper_base');
    const cells = Map.groupBy(
      [...province.units.values()].filter(({ kind }) => kind === 'cell' || kind === 'base_cell'),
      ({ id }) => Math.floor(id / 1000) * 1000,
    );
    const sumOf = (id: number, year: string) =>
      (cells.get(id) ?? []).reduce((sum, cell) => sum + (targets.get(`${cell.id} ${year}`) ?? 0), 0);
    const pairs = communes.flatMap(({ id }) => ['2025', '2026'].map((year) => ({ id, year })));
    const unlike = pairs.filter(({ id, year }) => sumOf(id, year) !== targets.get(`${id} ${year}`));
    expect(unlike.length / pairs.length).toBeGreaterThan(0.01);
    expect(unlike.length / pairs.length).toBeLessThan(0.12);
    expect(
      unlike.filter(({ id, year }) => Math.abs(sumOf(id, year) - (targets.get(`${id} ${year}`) ?? 0)) > 1),
    ).toEqual([]);
    expect(communes.reduce((sum, { id }) => sum + (targets.get(`${id} 2026`) ?? 0), 0)).toBe(
      targets.get('1 2026'),
    );
    // Before the reorganisation nothing was asked of communes that did not exist.
    const blocks = new Set(communes.filter(({ placeCode }) => placeCode === null).map(({ id }) => id));
    expect(communes.filter(({ id }) => targets.has(`${id} 2024`)).every(({ id }) => blocks.has(id))).toBe(
      true,
    );
  });

  it('gives no class more than its seats', () => {
    const seats = new Map(
      some.flatMap((line) => (line.line === 'class' ? [[line.id, line.seats] as const] : [])),
    );
    const taken = Map.groupBy(
      some.filter((line) => line.line === 'attend'),
      ({ classId }) => classId,
    );
    expect(taken.size).toBeGreaterThan(10);
    expect([...taken].filter(([id, of]) => of.length > (seats.get(id) ?? 0))).toEqual([]);
  });
});

describe('the check report', () => {
  it('finds every published figure within its tolerance (S4-07)', () => {
    const checks = [...reportOf(province, large), ...reportOfPeople(census, large)];
    expect(checks.length).toBeGreaterThan(60);
    expect(checks.filter(({ ok }) => ok !== true)).toEqual([]);
  });

  it('has names as lists bring them: two in a hundred decomposed, one with double blanks', () => {
    const { all, decomposed, blanks, tone } = census.names;
    expect(Math.abs(decomposed / all - 0.02)).toBeLessThan(0.003);
    expect(Math.abs(blanks / all - 0.01)).toBeLessThan(0.002);
    expect(Math.abs(tone / all - 0.01)).toBeLessThan(0.004);
  });

  it('says what is off', () => {
    const empty = new Observed();
    expect(reportOf(empty, large).some(({ ok }) => ok === false)).toBe(true);
    expect(reportOfPeople(new Census(), large).filter(({ ok }) => ok === false).length).toBeGreaterThan(10);
  });
});

describe('forecast and generator', () => {
  it('do not know one another: nothing of the application imports a tool', () => {
    const src = new URL('../../src/', import.meta.url);
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(forecast|plans)\/.*\.tsx?$/.test(name),
    );
    expect(files).toContain('forecast/history.ts');
    const reads = files.filter((name) =>
      /tools\/(generate|bench)/.test(readFileSync(new URL(name, src), 'utf8')),
    );
    expect(reads).toEqual([]);
  });
});
