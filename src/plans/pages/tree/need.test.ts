// Where help is needed is said by reasons: quality before numbers, and nobody stands higher for having admitted more.
import { expect, test } from 'vitest';
import { say } from '../../../platform/messages.ts';
import { exactly } from '../../amount.ts';
import { attainmentOf } from '../../attainment.ts';
import { yearPeriod } from '../../period.ts';
import type { Line } from '../../view.ts';
import { standingOf } from '../../attainment.ts';
import { sayFull, sayPeriod, sayProgress } from '../said.ts';
import { words } from '../words.ts';
import { matches, needing, needsOf } from './need.ts';

const t = (key: keyof typeof words, params?: Parameters<typeof say>[1]) => say(words[key], params, 'vi');
const least = { admissions: 3, share: 0.1 };
const none = { state: 'none', over: 0, under: 0, mark: 'exact', unknown: 0 } as const;

interface Made {
  done: number;
  target?: number | [number, number];
  on?: string;
  year?: number;
  open?: number;
}

function lineOf(unitId: number, { done, target, on = '2021-07-09', year = 2021, open = 9 }: Made): Line {
  const assigned =
    target === undefined
      ? null
      : typeof target === 'number'
        ? exactly(target)
        : { minimum: target[0], maximum: target[1], mark: 'exact' as const };
  const count = { value: done, mark: 'exact' as const };
  return {
    unitId,
    parentId: 1,
    name: `Chi bộ ${unitId}`,
    kind: 'cell',
    cell: true,
    depth: 1,
    endedOn: null,
    assigned,
    since: null,
    given: null,
    registered: null,
    aim: null,
    done: count,
    counted: done,
    told: null,
    attainment: attainmentOf({
      period: yearPeriod(year),
      on,
      done: count,
      target: assigned,
      aim: null,
      least,
    }),
    below: {
      units: 0,
      withTarget: 0,
      assigned: null,
      registered: null,
      aim: null,
      difference: { assigned: none, registered: none, aim: none },
      unknown: [],
    },
    survey: null,
    pool: { open, paused: 0, chosen: 0 },
    members: 20,
    plan: null,
    shareOfEven: null,
    children: 0,
    can: [],
  };
}
const sound = { count: 3, women: 1, meanAge: 27, notRecognised: 0, removed: 0 };

test('progress and pace are said to the decimal (K1, K3, K4, K5, S0-04, S2-04, S2-05, S2-07)', () => {
  const said = (made: Made) => sayFull(lineOf(2, made), t);
  expect(said({ done: 8, target: 13 })).toBe('8/13 · 61,5% · nhanh hơn tiến độ 1,2');
  expect(said({ done: 8, target: 5, year: 2016, on: '2016-12-31' })).toBe('8/5 · 160% · vượt 3');
  expect(said({ done: 5, target: 5, year: 2017, on: '2017-12-31' })).toBe('5/5 · 100% · đạt chỉ tiêu');
  expect(said({ done: 2, target: [3, 5], year: 2018, on: '2018-04-27' })).toBe(
    '2/3–5 · 66,7% mức thấp · 40% mức cao · nhanh hơn tiến độ 0,4–1,0',
  );
  expect(said({ done: 3, target: 13 })).toBe('3/13 · 23,1% · chậm hơn tiến độ 3,8');
  expect(said({ done: 2, target: 5, on: '2022-01-01' })).toBe('2/5 · 40% · thiếu 3');
  expect(sayProgress(lineOf(2, { done: 2 }), t)).toBe('2 · chưa giao chỉ tiêu');
});

test('who was given nothing to do is neither praised nor blamed', () => {
  const line = lineOf(2, { done: 0, target: 0 });
  expect(standingOf(line.attainment)).toBe('zero');
  expect(sayFull(line, t)).toBe('0/0');
  expect(needsOf(line, null)).toEqual([]);
});

test('the reasons: behind pace, too few candidates, no target, and quality before any number (S0-36, S3-58)', () => {
  expect(needsOf(lineOf(2, { done: 8, target: 13 }), sound)).toEqual([]);
  expect(needsOf(lineOf(2, { done: 3, target: 13, open: 4 }), sound).map(({ reason }) => reason)).toEqual([
    'behind',
    'source',
  ]);
  expect(needsOf(lineOf(2, { done: 3 }), sound)).toEqual([{ reason: 'unassigned' }]);
  const exceeded = lineOf(2, { done: 20, target: 13 });
  expect(needsOf(exceeded, { ...sound, notRecognised: 1, removed: 1 })).toEqual([
    { reason: 'quality', count: 2 },
  ]);
});

test('help first: most reasons, then the widest gap; admitting more moves nobody up (S3-58)', () => {
  const lines = [
    lineOf(2, { done: 90, target: 100 }),
    lineOf(3, { done: 0, target: 4 }),
    lineOf(4, { done: 4, target: 13 }),
    lineOf(5, { done: 1, target: 1 }),
    lineOf(6, { done: 3, target: 13, open: 0 }),
  ];
  const order = needing(lines, () => null).map(({ line }) => line.unitId);
  expect(order).toEqual([6, 3, 4, 2, 5]);
});

test('a filter shows the status asked for, and quality apart from it', () => {
  const line = lineOf(2, { done: 20, target: 13 });
  expect(matches(line, 'exceeded', null)).toBe(true);
  expect(matches(line, 'behind', null)).toBe(false);
  expect(matches(line, 'quality', { ...sound, removed: 1 })).toBe(true);
  expect(matches(line, 'difference', null)).toBe(false);
  expect(matches(line, null, null)).toBe(true);
});

test('periods have names (S0-02, S2-09)', () => {
  expect(sayPeriod('2021', t)).toBe('Năm 2021');
  expect(sayPeriod('2021-2025', t)).toBe('Giai đoạn 2021–2025');
  expect(sayPeriod('2015-08-20..2020-08-14', t)).toBe('Nhiệm kỳ 20/08/2015 – 14/08/2020');
});
