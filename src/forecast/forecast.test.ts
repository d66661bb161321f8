// The forecast against candidacies made up here: is a told chance of 70 % right seven times in ten, does it beat the
// linear pace and last year's number on years it has not seen, and does it keep its bounds?
import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '../platform/day.ts';
import { gateOf } from './gate.ts';
import { mended, mendsOf } from './mend.ts';
import { atLeast, meanOf, normalBelow, quantile, spreadOf } from './spread.ts';
import {
  dayNumber,
  dayText,
  fitHistory,
  type Model,
  type OpenCase,
  openCasesOn,
  type Passage,
} from './history.ts';
import { outlook } from './outlook.ts';

/** A small random source: same seed, same numbers. */
function source(seed: number) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, normal };
}

interface World {
  passages: Passage[];
  paths: Map<number, number[]>;
  communes: number[];
}
interface Shift {
  delays: number;
  losses: number;
}

const stay: [string, number, number][] = [
  // stage, usual days there, chance of being lost there
  ['nominated', 60, 0.07],
  ['listed', 110, 0.1],
  ['class_certified', 40, 0.04],
  ['helped', 60, 0.05],
  ['permitted', 30, 0.02],
  ['verifying', 55, 0.03],
  ['verified', 20, 0.02],
  ['cell_voted', 15, 0.01],
  ['decided', 20, 0],
];
const firstYear = 2011;
const lastYear = 2020;

/** Province 1, communes 2…, six cells each; people come all year round, ceremonies gather before great days. */
function worldOf(seed: number, communes: number, shift: Shift = { delays: 1, losses: 1 }): World {
  const { next, normal } = source(seed);
  const world: World = { passages: [], paths: new Map(), communes: [] };
  const years = Array.from({ length: 12 }, () => Math.exp(0.08 * normal()));
  for (let commune = 0; commune < communes; commune += 1) {
    const id = 10 + commune * 10;
    world.communes.push(id);
    world.paths.set(id, [1, id]);
    const slow = Math.exp(0.15 * normal());
    for (let cell = 1; cell <= 6; cell += 1) {
      world.paths.set(id + cell, [1, id, id + cell]);
      const a_year = 1.2 + 3 * next();
      for (let year = firstYear - 1; year <= lastYear; year += 1)
        for (let part = 0; part < 24; part += 1)
          if (next() < (a_year * years[year - firstYear + 1]!) / 24)
            walk(
              world,
              { unitId: id + cell, day: dayNumber(`${year}-01-01`) + part * 15, slow },
              { next, normal },
              shift,
            );
    }
  }
  return world;
}

function walk(
  world: World,
  { unitId, day, slow }: { unitId: number; day: number; slow: number },
  { next, normal }: ReturnType<typeof source>,
  shift: Shift,
): void {
  const caseId = `case ${world.passages.length}`;
  const pass = (stage: string, at: number) => world.passages.push({ caseId, unitId, stage, on: dayText(at) });
  let at = day;
  for (const [stage, usual, lost] of stay) {
    pass(stage, at);
    at += Math.max(1, Math.round(usual * shift.delays * slow * Math.exp(0.6 * normal())));
    if (next() < lost * shift.losses) {
      pass('closed', at);
      return;
    }
  }
  pass('admitted', toCeremony(at));
}

/** To the next great day that is at most 40 days away. */
function toCeremony(at: number): number {
  const year = Number(dayText(at).slice(0, 4));
  const great = ['02-03', '03-26', '05-19', '09-02', '12-22'].map((day) => dayNumber(`${year}-${day}`));
  return great.find((day) => day >= at && day - at < 40) ?? at + 5;
}

interface Case {
  told: number;
  pace: number;
  paceSure: number;
  lastYear: number;
  real: number;
}

/** Month ends of the years not seen, each commune against a number near its usual one. */
function tryOut({ passages, paths, communes }: World, model: Model, years: number[]): Case[] {
  const tried: Case[] = [];
  const admissions = passages.filter(({ stage }) => stage === 'admitted');
  const count = (unit: number, from: Day, to: Day) =>
    admissions.filter(({ unitId, on }) => paths.get(unitId)!.includes(unit) && on >= from && on <= to).length;
  for (const year of years)
    for (const month of ['02-28', '04-30', '06-30', '08-31', '10-31']) {
      const on = `${year}-${month}`;
      const elapsed = (dayNumber(on) - dayNumber(`${year}-01-01`) + 1) / 365;
      const open = openCasesOn(
        passages.filter((one) => one.on <= on),
        on,
      );
      for (const unitId of communes) {
        const before = count(unitId, `${year - 1}-01-01`, `${year - 1}-12-31`);
        const target = Math.max(
          1,
          Math.round(before * (unitId % 3 === 0 ? 1.2 : unitId % 3 === 1 ? 1 : 0.85)),
        );
        const done = count(unitId, `${year}-01-01`, on);
        const own = open.filter((one) => paths.get(one.unitId)!.includes(unitId));
        const said = outlook(model, own, { unitId, on, until: `${year}-12-31`, done });
        if (gateOf({ done, elapsed, rests: said.rests }) !== null) continue;
        const linear = done / elapsed;
        tried.push({
          told: said.chanceOf(target),
          pace: linear >= target ? 1 : 0,
          paceSure:
            1 / (1 + Math.exp(-(1.7 * (linear - target + 0.5)) / Math.sqrt(linear * (1 - elapsed) + 0.3))),
          lastYear: before >= target ? 1 : 0,
          real: count(unitId, `${year}-01-01`, `${year}-12-31`) >= target ? 1 : 0,
        });
      }
    }
  return tried;
}

const brier = (tried: Case[], of: (one: Case) => number): number =>
  tried.reduce((sum, one) => sum + (of(one) - one.real) ** 2, 0) / tried.length;

/** Mean gap between told and real over ten bands of told chance. */
function calibration(tried: Case[]): number {
  const bands = Map.groupBy(tried, ({ told }) => Math.min(9, Math.floor(told * 10)));
  return [...bands.values()].reduce((sum, band) => {
    const gap = band.reduce((all, { told, real }) => all + told - real, 0) / band.length;
    return sum + (Math.abs(gap) * band.length) / tried.length;
  }, 0);
}

describe('the forecast on years it has not seen', () => {
  const shifts: [string, Shift][] = [
    ['as fitted', { delays: 1, losses: 1 }],
    ['delays and losses 30 % up', { delays: 1.3, losses: 1.3 }],
    ['delays and losses 30 % down', { delays: 0.7, losses: 0.7 }],
  ];
  it.each(shifts)('beats the linear pace and last year, and keeps what it promises: %s', (_, shift) => {
    const world = worldOf(11, 40, shift);
    const model = fitHistory(world.passages, { until: '2018-12-31', paths: world.paths });
    const tried = tryOut(world, model, [2019, 2020]);
    const scores = {
      told: brier(tried, ({ told }) => told),
      pace: brier(tried, ({ pace }) => pace),
      paceSure: brier(tried, ({ paceSure }) => paceSure),
      lastYear: brier(tried, ({ lastYear }) => lastYear),
    };
    expect(tried.length).toBeGreaterThan(200);
    expect(scores.told).toBeLessThan(Math.min(scores.pace, scores.paceSure, scores.lastYear) * 0.9);
    expect(calibration(tried)).toBeLessThan(0.08);
  });
});

describe('the distribution', () => {
  const plain = { comers: 0, factor: 1, strays: 0 };

  it('is the binomial when all chances are alike and nothing strays', () => {
    const spread = spreadOf({ ...plain, chances: Array.from({ length: 4 }, () => 0.5) });
    expect([...spread].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([
      0.0625, 0.25, 0.375, 0.25, 0.0625,
    ]);
    expect(atLeast(spread, 3)).toBeCloseTo(0.3125, 6);
    expect(quantile(spread, 0.5)).toBe(2);
  });

  it('sums to one, keeps its mean, and never rises as more is asked', () => {
    const { next } = source(5);
    for (let round = 0; round < 40; round += 1) {
      const chances = Array.from({ length: Math.floor(next() * 60) }, next);
      const spread = spreadOf({ chances, comers: next() * 3, factor: 1, strays: 0 });
      expect(spread.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      for (let more = 0; more < spread.length; more += 1)
        expect(atLeast(spread, more + 1)).toBeLessThanOrEqual(atLeast(spread, more) + 1e-9);
    }
    const many = spreadOf({ ...plain, chances: Array.from({ length: 900 }, () => 0.3) });
    expect(meanOf(many)).toBeCloseTo(270, 0);
    expect(normalBelow(1.2815515)).toBeCloseTo(0.9, 5);
  });

  it('widens when years stray', () => {
    const chances = Array.from({ length: 50 }, () => 0.4);
    const width = (strays: number) => {
      const spread = spreadOf({ chances, comers: 0, factor: 1, strays });
      return quantile(spread, 0.9) - quantile(spread, 0.1);
    };
    expect(width(0.1)).toBeGreaterThan(width(0));
  });
});

describe('the outlook of a unit', () => {
  const world = worldOf(3, 12);
  const model = fitHistory(world.passages, { until: '2019-12-31', paths: world.paths });
  const asked = { unitId: 10, on: '2020-06-30', until: '2020-12-31', done: 4 };
  const some = (count: number, more: Partial<OpenCase> = {}): OpenCase[] =>
    Array.from({ length: count }, () => ({ unitId: 11, stage: 'verifying', since: '2020-06-01', ...more }));

  it('gives nothing to those whose earliest day by the rules lies after the period', () => {
    const late = outlook(model, some(10, { earliestOn: '2021-01-02' }), asked);
    const nobody = outlook(model, [], asked);
    expect(late.rests.cases).toBe(0);
    expect(late.mean).toBeCloseTo(nobody.mean, 9);
    expect(outlook(model, some(10, { earliestOn: '2020-12-30' }), asked).mean).toBeGreaterThan(late.mean + 1);
  });

  it('expects more of those further on, and less of the same people later in the year', () => {
    const mean = (stage: string, on = asked.on) => outlook(model, some(10, { stage }), { ...asked, on }).mean;
    expect(mean('decided')).toBeGreaterThan(mean('verifying'));
    expect(mean('verifying')).toBeGreaterThan(mean('nominated'));
    expect(mean('verifying', '2020-12-15')).toBeLessThan(mean('verifying'));
  });

  it('does not depend on the order of passages or cases', () => {
    const turned = fitHistory([...world.passages].toReversed(), { until: '2019-12-31', paths: world.paths });
    const mixed = [...some(3), ...some(4, { stage: 'listed' })];
    expect(outlook(turned, mixed.toReversed(), asked).mean).toBeCloseTo(outlook(model, mixed, asked).mean, 9);
  });

  it('knows nothing of what came after its last day', () => {
    const early = world.passages.filter(({ on }) => on <= '2019-12-31');
    const alone = fitHistory(early, { until: '2019-12-31', paths: world.paths });
    expect(outlook(alone, some(8), asked).mean).toBe(outlook(model, some(8), asked).mean);
  });

  it('takes a unit without a past as the one above it', () => {
    const paths = new Map([...world.paths, [19, [1, 10, 19]]]);
    const grown = fitHistory(world.passages, { until: '2019-12-31', paths });
    expect(outlook(grown, some(5), { ...asked, unitId: 19, done: 0 }).mean).toBeGreaterThan(0.5);
  });

  it('tells no probability where too little is known, or where it would be one about a person (S0-05, K5)', () => {
    const rests = { windows: 7, admissions: 100, cases: 8, open: 9 };
    expect(gateOf({ done: 2, elapsed: 0.321, rests })).toBe('few_admissions');
    expect(gateOf({ done: 3, elapsed: 0.09, rests })).toBe('early');
    expect(gateOf({ done: 8, elapsed: 0.52, rests: { ...rests, admissions: 19 } })).toBe('little_history');
    expect(gateOf({ done: 8, elapsed: 0.52, rests: { ...rests, windows: 1 } })).toBe('little_history');
    expect(gateOf({ done: 8, elapsed: 0.52, rests: { ...rests, cases: 2 } })).toBe('few_cases');
    expect(gateOf({ done: 8, elapsed: 0.52, rests: { ...rests, open: 401 } })).toBe('untested');
    expect(gateOf({ done: 8, elapsed: 0.52, rests: { ...rests, cases: 400, open: 400 } })).toBeNull();
    expect(gateOf({ done: 8, elapsed: 1, rests })).toBe('over');
    expect(gateOf({ done: 8, elapsed: 0.52, rests })).toBeNull();
  });

  it('answers without any past', () => {
    const blank = fitHistory([], { until: '2019-12-31', paths: new Map() });
    const said = outlook(blank, some(3), asked);
    expect([said.rests.windows, said.rests.admissions]).toEqual([0, 0]);
    expect(said.low).toBeGreaterThanOrEqual(asked.done);
  });
});

describe('what past targets teach', () => {
  it('sets told chances right, the more the more was seen', () => {
    const tried = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ depth: 1, told: 0.3, came: at % 10 < 6 }));
    const after = (count: number) => mended(0.3, mendsOf(tried(count)).all);
    expect(after(0)).toBeCloseTo(0.3, 9);
    expect(after(20)).toBeGreaterThan(0.3);
    expect(after(400)).toBeGreaterThan(after(20));
    expect(after(400)).toBeCloseTo(0.6, 1);
    expect([mended(0, { shift: 1, slope: 1 }), mended(1, { shift: -1, slope: 1 })]).toEqual([0, 1]);
  });
});

it('reads nothing of the generator of training data', () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  for (const name of files)
    expect(readFileSync(path.join(folder, name), 'utf8')).not.toMatch(/from '[^']*tools\//);
  expect(files.length).toBeGreaterThan(8);
});
