// Steps that several take at once: each waits for the others, like goes with like, and nobody waits for ever.
import { describe, expect, test } from 'vitest';
import type { Tx } from '../db.ts';
import { Company, Crossing, crossTurns, crossWrites, inStep, ownOf } from './step.ts';

const aTx = () => ({}) as Tx;
const [counting, adding] = [{}, {}];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A step that keeps what it was given at once, and gives each ten times its own. */
function keeping() {
  const runs: number[][] = [];
  const take = (tx: Tx, what: object, input: number) =>
    inStep(tx, what, input, async (inputs) => {
      runs.push([...inputs]);
      await pause(1);
      return inputs.map((one) => one * 10);
    });
  return { runs, take };
}

describe('a company', () => {
  test('takes the same step at once, however far apart its members come to it', async () => {
    const [tx, { runs, take }] = [aTx(), keeping()];
    const company = new Company(tx, ['a', 'b', 'c']);
    const outputs = await Promise.all(
      [1, 2, 3].map((one) =>
        company.go(async () => {
          await pause(one * 3);
          return take(tx, counting, one);
        }),
      ),
    );
    expect(outputs).toEqual([10, 20, 30]);
    expect(runs).toEqual([[1, 2, 3]]);
  });

  test('takes different steps one after the other, and goes on from there', async () => {
    const [tx, { runs, take }] = [aTx(), keeping()];
    const company = new Company(tx, ['a', 'b', 'c']);
    const go = (...steps: [object, number][]) =>
      company.go(async () => {
        const outputs: number[] = [];
        for (const [what, input] of steps) outputs.push(await take(tx, what, input));
        return outputs;
      });
    const outputs = await Promise.all([
      go([counting, 1], [adding, 4]),
      go([adding, 2], [adding, 5]),
      go([counting, 3]),
    ]);
    expect(outputs).toEqual([[10, 40], [20, 50], [30]]);
    expect(runs).toEqual([[1, 3], [2], [4, 5]]);
  });

  test('does not wait for those who are at their end, nor for those who never take a step', async () => {
    const [tx, { runs, take }] = [aTx(), keeping()];
    const company = new Company(tx, ['a', 'b', 'c']);
    await Promise.all([
      company.go(() => take(tx, counting, 1)),
      company.go(() => pause(5)),
      company.go(async () => undefined),
    ]);
    expect(runs).toEqual([[1]]);
  });

  test('a step within a step, and two of one member at once, are taken all the same', async () => {
    const [tx, { runs, take }] = [aTx(), keeping()];
    const company = new Company(tx, ['a', 'b']);
    const outer = (input: number) =>
      inStep(tx, adding, input, async (inputs) => {
        await take(tx, counting, 7);
        return inputs;
      });
    const outputs = await Promise.all([
      company.go(() => Promise.all([outer(1), take(tx, counting, 2)])),
      company.go(() => outer(3)),
    ]);
    expect(outputs).toEqual([[1, 20], 3]);
    expect(runs.flat().toSorted()).toEqual([2, 7, 7]);
  });

  test('where one fails, those who wait are told, and whoever comes later', async () => {
    const [tx, { runs, take }] = [aTx(), keeping()];
    const company = new Company(tx, ['a', 'b', 'c']);
    const ended = await Promise.allSettled([
      company.go(() => take(tx, counting, 1)),
      company.go(async () => {
        await pause(2);
        throw new Error('refused');
      }),
      company.go(async () => {
        await pause(6);
        return take(tx, counting, 3);
      }),
    ]);
    expect(ended.map((one) => (one.status === 'rejected' ? String(one.reason) : one.value))).toEqual(
      Array(3).fill('Error: refused'),
    );
    expect(runs).toEqual([]);
  });

  test('a step that fails is told to all who took it', async () => {
    const tx = aTx();
    const company = new Company(tx, ['a', 'b']);
    const ended = await Promise.allSettled(
      [1, 2].map((one) =>
        company.go(() => inStep(tx, adding, one, () => Promise.reject(new Error('no room')))),
      ),
    );
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

test('two of a company do not meet at one record; by itself a write goes where it likes', () => {
  const tx = aTx();
  for (const _ of [1, 2]) {
    crossTurns(tx, ['x']);
    crossWrites(tx, ['x']);
  }
  const company = new Company(tx, ['person:a', 'person:b']);
  expect(() => crossTurns(tx, ['person:b'])).toThrow(Crossing);
  crossTurns(tx, ['dossier:c']);
  expect(() => crossTurns(tx, ['dossier:d', 'dossier:c'])).toThrow(Crossing);
  crossWrites(tx, ['person:a', 'dossier:c']);
  crossWrites(tx, ['person:b']);
  expect(() => crossWrites(tx, ['dossier:c'])).toThrow(Crossing);
  expect(company).toBeInstanceOf(Company);
});

test('one by itself takes its steps at once', async () => {
  const { runs, take } = keeping();
  const tx = aTx();
  expect(await Promise.all([take(tx, counting, 1), take(tx, counting, 2)])).toEqual([10, 20]);
  expect(runs).toEqual([[1], [2]]);
});

test('of rows about several each is given those that speak of him', () => {
  const of = ({ id }: { id: string }) => id;
  const asked = [
    { sql: () => undefined as never, of },
    { sql: () => undefined as never, of },
  ];
  const rows = [[{ id: 'a' }, { id: 'b' }, { id: 'a' }], [{ id: 'b' }]];
  expect(ownOf(asked, rows, 'a')).toEqual([[{ id: 'a' }, { id: 'a' }], []]);
});
