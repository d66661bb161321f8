// What-if against brute force: the same cases, the draft really laid, the stored rows before and after compared.
import { sql } from 'kysely';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  lay,
  type MidRoad,
  provisionBody,
  startTwoBases,
  type StoredLine,
  storedLines,
  takeOver,
  type TwoBases,
} from '../../../test/lawbook.ts';
import { ballot } from '../../../test/road.ts';
import { newId } from '../../platform/ids.ts';
import { applyRegulations } from '../../rooms.ts';
import { readRegulationFiles } from '../../rules/files.store.ts';
import { linesRenewed, renewLines } from '../change.store.ts';
import { lawInForce, useShipped } from '../enforce.store.ts';
import type { ChangeView, WhatIfView } from '../view.ts';

const shipped = readRegulationFiles(path.join(import.meta.dirname, '..', '..', '..', 'regulations'));
const transition = 'parameters/transition.clock.yaml';
const switching = {
  ...shipped,
  [transition]: String(shipped[transition]).replace('    value: start', '    value: switch'),
};
const [kept, switched] = [await startTwoBases(), await startTwoBases({ files: switching })];
const today = '2026-11-23';

const certificate = (on: string) => ({ step: 'class_certificate', on, inputs: { certificate: { on } } });
const voted = (on: string) => ({ step: 'cell_vote', on, inputs: { ballot: ballot(6, 6) } });
const sent = (on: string) => ({
  step: 'verify_send',
  on,
  inputs: { place: 'Xã Hòa Long', persons: 2, way: 'letter', receivedOn: on },
});

/** Cases on both sides of every edge that the drafts below move. */
const roads: MidRoad[] = [
  { name: 'Lò Văn Pâng', stage: 'class_certified', acts: [certificate('2024-01-15')] },
  { name: 'Vừ Thị Dợ', stage: 'class_certified', acts: [certificate('2026-11-20')] },
  { name: 'Sùng A Páo', stage: 'class_certified', acts: [certificate(today)] },
  { name: 'Giàng A Tủa', stage: 'verifying', acts: [certificate('2025-06-20'), sent('2026-11-16')] },
  { name: 'Thào A Sinh', stage: 'verifying', acts: [certificate('2025-06-20'), sent(today)] },
  { name: 'Cầm Thị Bun', stage: 'verified', acts: [certificate('2022-02-01')] },
  { name: 'Hà Văn Xuân', stage: 'cell_voted', acts: [voted('2026-11-10')] },
  { name: 'Lường Thị Ín', stage: 'cell_voted', acts: [voted(today)] },
];

/** Both worlds live in one process: the one asked is put into force first. */
let entered: unknown[] = [];
function enter(bases: TwoBases, files = bases === switched ? switching : shipped): void {
  if (entered[0] === bases && entered[1] === files) return;
  entered = [bases, files];
  useShipped({ files, cases: () => ({}), program: '0.0.0-test', apply: applyRegulations });
}

async function renewed(bases: TwoBases): Promise<StoredLine[]> {
  renewLines(bases.world.db);
  await linesRenewed();
  return storedLines(bases);
}

beforeAll(async () => {
  for (const bases of [kept, switched]) {
    enter(bases);
    for (const side of [bases.here, bases.there]) for (const road of roads) await takeOver(bases, side, road);
  }
});

interface Moved {
  caseId: string;
  clock: string;
  part: string;
  before: unknown;
  after: unknown;
}

const spanOf = (line: StoredLine | undefined) =>
  line ? { startsOn: line.startsOn, dueOn: line.dueOn, extendsTo: line.extendsTo } : null;
const keyOf = ({ caseKind, caseId, clock, part }: StoredLine) =>
  JSON.stringify([caseKind, caseId, clock, part]);

/** The difference of two tables, by force. */
function bruteForce(before: StoredLine[], after: StoredLine[]): Moved[] {
  const [old, now] = [before, after].map((lines) => new Map(lines.map((line) => [keyOf(line), line])));
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys]
    .map((key) => {
      const [, caseId, clock, part] = JSON.parse(key) as [string, string, string, string];
      return { caseId, clock, part, before: spanOf(old?.get(key)), after: spanOf(now?.get(key)) };
    })
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

const sorted = (list: readonly Moved[]) =>
  list.toSorted((a, b) => (`${a.caseId}${a.clock}${a.part}` < `${b.caseId}${b.clock}${b.part}` ? -1 : 1));
const told = (list: readonly ChangeView[]): Moved[] =>
  sorted(list.map(({ caseId, clock, part, before, after }) => ({ caseId, clock, part, before, after })));

async function ask(bases: TwoBases, draft: object, who = bases.board): Promise<WhatIfView> {
  const answer = await who.post('/api/regulations/what-if', { draft });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

describe('what-if agrees with really laying it', () => {
  const drafts = [
    { kind: 'stricter' as const, parameter: 'certificate.months', value: 48 },
    { kind: 'fill' as const, parameter: 'decide.days', value: 45 },
    { kind: 'stricter' as const, parameter: 'verification.reply', value: 20 },
  ];

  test.each(drafts)(
    '$kind $parameter $value, for one base organisation',
    async ({ kind, parameter, value }) => {
      for (const [reading, bases] of [
        ['start', kept],
        ['switch', switched],
      ] as const) {
        enter(bases);
        const before = await renewed(bases);
        const unitId = bases.here.base;
        const asked = await ask(bases, { parameter, value, fromOn: today, unitId });
        expect(asked.as).toBe(kind);
        expect(asked.remarks).toEqual([]);
        const laid = await lay(bases.here.officer, { kind, parameter, value, fromOn: today, unitId });
        expect(laid.status).toBe(200);
        const moved = sorted(bruteForce(before, await storedLines(bases)));
        expect([reading, told(asked.readings[reading])]).toEqual([reading, moved]);
        expect(asked.totals[reading]).toBe(moved.length);
        // Not a list that agrees because both are empty.
        expect([reading, moved.length > 0]).toEqual([reading, true]);
        await takeAway(bases, laid.body.id);
      }
    },
  );

  test('both readings in one answer: each is what the other world really shows', async () => {
    const draft = { parameter: 'verification.reply', value: 20, fromOn: today };
    enter(kept);
    const here = await ask(kept, { ...draft, unitId: kept.here.base });
    enter(switched);
    const there = await ask(switched, { ...draft, unitId: switched.here.base });
    const gist = (list: readonly ChangeView[]) =>
      list.map(({ title, clock, before, after }) => ({ title, clock, before, after }));
    expect(gist(here.readings.start)).toEqual(gist(there.readings.start));
    expect(gist(here.readings.switch)).toEqual(gist(there.readings.switch));
    expect(here.readings.start.map(({ title }) => title)).toEqual(['Thào A Sinh']);
    expect(here.readings.switch.map(({ title }) => title).toSorted()).toEqual(['Giàng A Tủa', 'Thào A Sinh']);
    expect(here.readings.start[0]).toMatchObject({
      label: { vi: expect.any(String) },
      href: expect.stringContaining('/dossiers/'),
      unitName: 'Chi bộ phân xưởng 1 Kinh Bắc',
      before: { startsOn: today, dueOn: '2027-01-05' },
      after: { startsOn: today, dueOn: '2026-12-21' },
    });
  });

  test('a day off that is announced', async () => {
    enter(kept);
    const edit = {
      date: '2026-12-14',
      effect: 'off',
      kind: 'other',
      note: 'Nghỉ bù bão',
      source: 'TB 11/TB-SNV',
      status: 'announced',
    };
    const before = await renewed(kept);
    const asked = await ask(kept, { calendar: [edit] });
    expect(asked).toMatchObject({ as: 'calendar', remarks: [] });
    const answer = await kept.admin.post('/api/calendar', { clientId: newId(), ...edit });
    await linesRenewed();
    const moved = sorted(bruteForce(before, await storedLines(kept)));
    expect(told(asked.readings.start)).toEqual(moved);
    expect(moved.length).toBeGreaterThan(0);
    const { entry } = answer.body.items.find(({ date }: { date: string }) => date === edit.date);
    await kept.admin.post(`/api/calendar/${entry}/withdraw`, { clientId: newId(), reason: 'Thử xong' });
    await linesRenewed();
    expect(await storedLines(kept)).toEqual(before);
  });

  test('a looser value from a day long past: asked all the same, and said why nobody may lay it', async () => {
    enter(kept);
    const before = await renewed(kept);
    const draft = { parameter: 'certificate.months', value: 72, fromOn: '2020-01-01', unitId: null };
    const asked = await ask(kept, draft);
    expect(asked.as).toBe('amendment');
    expect(asked.remarks.map(({ vi }) => vi)).toEqual([
      expect.stringContaining('01/01/2020 đã qua'),
      expect.stringContaining('72 tháng không chặt hơn 60 tháng'),
    ]);
    const file = 'parameters/certificate.months.yaml';
    enter(kept, { ...shipped, [file]: String(shipped[file]).replaceAll('value: 60', 'value: 72') });
    const moved = sorted(bruteForce(before, await renewed(kept)));
    enter(kept);
    await renewed(kept);
    expect(told(asked.readings.start)).toEqual(moved);
    expect(moved.length).toBeGreaterThan(0);
  });
});

describe('what a question does not do', () => {
  test('it writes nothing and leaves the law as it is', async () => {
    enter(kept);
    const count = async () =>
      (await sql<{ n: number }>`select count(*) as n from ledger`.execute(kept.world.db)).rows[0]?.n;
    const [entries, law] = [await count(), lawInForce()];
    await ask(kept, { parameter: 'age.max', value: 50, fromOn: today, unitId: null });
    expect([await count(), lawInForce()]).toEqual([entries, law]);
  });

  test('nobody sees cases out of reach, and no office without a work list may ask', async () => {
    enter(kept);
    const draft = { parameter: 'decide.days', value: 45, fromOn: today, unitId: null };
    const wide = await ask(kept, draft);
    const narrow = await ask(kept, draft, kept.here.officer);
    const units = (asked: WhatIfView) => new Set(asked.readings.switch.map(({ unitName }) => unitName));
    expect([...units(wide)].toSorted()).toEqual([
      'Chi bộ phân xưởng 1 Kinh Bắc',
      'Chi bộ phân xưởng 1 Vũ Ninh',
    ]);
    expect([...units(narrow)]).toEqual(['Chi bộ phân xưởng 1 Kinh Bắc']);
    expect(narrow.totals.switch).toBe(narrow.readings.switch.length);
    expect(narrow.looked).toBeLessThan(wide.looked);
    expect((await kept.admin.post('/api/regulations/what-if', { draft })).status).toBe(403);
    const elsewhere = { ...draft, unitId: kept.there.base };
    expect((await kept.here.officer.post('/api/regulations/what-if', { draft: elsewhere })).status).toBe(404);
    // The place asked about is within the board's reach, the rest of the tree is not looked at.
    expect([...units(await ask(kept, elsewhere))]).toEqual(['Chi bộ phân xưởng 1 Vũ Ninh']);
  });

  test('it tells whose next step would be judged otherwise', async () => {
    enter(kept);
    const draft = { parameter: 'certificate.months', value: 48, fromOn: today, unitId: kept.here.base };
    const { next } = await ask(kept, draft);
    expect(next).toMatchObject([
      {
        title: 'Cầm Thị Bun',
        before: { step: 'cell_vote' },
        after: { step: 'cell_vote', outcome: 'refused' },
      },
    ]);
    expect(next[0]?.before?.outcome).not.toBe('refused');
  });

  test('a value that the rule cannot have is said to be none', async () => {
    enter(kept);
    for (const draft of [
      { parameter: 'age.max', value: 'già', fromOn: today, unitId: null },
      { parameter: 'no.such.rule', value: 1, fromOn: today, unitId: null },
    ])
      expect((await kept.board.post('/api/regulations/what-if', { draft })).status).toBe(400);
  });
});

/** Ended with its first day: it never held. */
async function takeAway(bases: TwoBases, id: string): Promise<void> {
  const { document } = provisionBody({ parameter: '', fromOn: today, unitId: 0 });
  const body = { clientId: newId(), fromOn: today, document };
  const answer = await bases.here.officer.post(`/api/provisions/${id}/end`, body);
  expect(answer.body.state).toBe('void');
  await linesRenewed();
}
