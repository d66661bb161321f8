// Several questions at once: they take turns, say how far they are, and end when their asker has gone.
import { expect, test } from 'vitest';
import { type Asker, type Asking, howFar, asQuestion } from './question.store.ts';

const asker = (ask: string, signal = new AbortController().signal): Asker => ({
  accountId: `of ${ask}`,
  ask,
  signal,
});
const breath = () => new Promise((resolve) => setTimeout(resolve, 1));

/** Looks at one case after the other, and writes down each turn. */
const looking = (name: string, cases: number, said: string[]) => async (asking: Asking) => {
  asking.found(cases);
  for (let at = 0; at < cases; at += 1) {
    await asking.turn(async () => {
      said.push(`${name} begins`);
      await breath();
      said.push(`${name} ends`);
    });
    asking.looked(1);
  }
  return cases;
};

test('a short question does not wait for the end of a long one, and nothing comes between the two ends of a turn', async () => {
  const said: string[] = [];
  const long = asQuestion(asker('long'), looking('long', 20, said));
  await breath();
  const short = asQuestion(asker('short'), looking('short', 2, said));
  expect(await short).toBe(2);
  expect(said.filter((one) => one === 'long ends').length).toBeLessThan(8);
  expect(await long).toBe(20);
  for (let at = 0; at < said.length; at += 2) expect(said[at]?.replace('begins', 'ends')).toBe(said[at + 1]);
});

test('how far it is can be asked by its asker alone, while it is asked', async () => {
  const first = asker('far');
  const seen: unknown[] = [];
  const done = asQuestion(first, async (asking) => {
    seen.push(howFar(first));
    asking.found(3);
    asking.looked(2);
    seen.push(howFar(first), howFar({ ...first, accountId: 'b' }));
  });
  await done;
  expect([...seen, howFar(first)]).toEqual([
    { looked: 0, total: null },
    { looked: 2, total: 3 },
    { looked: 0, total: null },
    { looked: 0, total: null },
  ]);
});

test('whose asker has gone looks at no further case, and the others go on', async () => {
  const said: string[] = [];
  const leaving = new AbortController();
  const left = asQuestion(asker('left', leaving.signal), looking('left', 50, said));
  const other = asQuestion(asker('other'), looking('other', 3, said));
  await breath();
  leaving.abort();
  await expect(left).rejects.toThrow('lawbook.busy');
  const looked = said.filter((one) => one === 'left ends').length;
  expect(await other).toBe(3);
  expect([looked < 5, said.filter((one) => one === 'left ends').length]).toEqual([true, looked]);
});

test('one that fails takes nobody with it; too many at once are told to wait, and may come back', async () => {
  const said: string[] = [];
  const failing = asQuestion(asker('fails'), (asking) =>
    asking.turn(() => Promise.reject(new Error('broken'))),
  );
  const all = Array.from({ length: 7 }, (_, at) => asQuestion(asker(`${at}`), looking(`${at}`, 2, said)));
  await expect(asQuestion(asker('ninth'), looking('ninth', 1, said))).rejects.toThrow('lawbook.busy');
  await expect(failing).rejects.toThrow('broken');
  expect(await Promise.all(all)).toEqual(Array.from({ length: 7 }, () => 2));
  expect(await asQuestion(asker('ninth'), looking('ninth', 1, said))).toBe(1);
});

test('one account does not keep all others waiting', async () => {
  const said: string[] = [];
  const own = (ask: string): Asker => ({ ...asker(ask), accountId: 'a' });
  const three = ['1', '2', '3'].map((ask) => asQuestion(own(ask), looking(ask, 2, said)));
  await expect(asQuestion(own('4'), looking('4', 1, said))).rejects.toThrow('lawbook.busy');
  expect(await asQuestion(asker('other'), looking('other', 1, said))).toBe(1);
  await Promise.all(three);
  expect(await asQuestion(own('4'), looking('4', 1, said))).toBe(1);
});
