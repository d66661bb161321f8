// The law in force through restarts, releases and moves of units, and the worked cases beside the rules.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lay, type StoredLine, startTwoBases, storedLines, takeOver } from '../../test/lawbook.ts';
import { readSetting } from '../org/profile.store.ts';
import { newId } from '../platform/ids.ts';
import { readCaseFiles, readRegulationFiles } from '../rules/files.store.ts';
import { applyRegulations } from '../rooms.ts';
import { beginWithLaw, linesRenewed, recomputing, stopRenewing } from './change.store.ts';
import { enforce, lawInForce, useShipped } from './enforce.store.ts';

const root = path.join(import.meta.dirname, '..', '..', 'regulations');
const shipped = readRegulationFiles(root);
const bases = await startTwoBases();
const { world, board, here, there } = bases;
const { db } = world;

function ship(files: Record<string, string>, cases = readCaseFiles(root)): void {
  useShipped({ files, cases: () => cases, program: '0.0.0-test', apply: applyRegulations });
}

/** As another start of the program finds it: the shipped rules, then what the ledger lays over them. */
async function restart(files: Record<string, string> = shipped): Promise<void> {
  await stopRenewing();
  ship(files);
  await beginWithLaw(db);
}
const dueOf = (lines: readonly StoredLine[], caseId: string, clock: string) =>
  lines.find((line) => line.caseId === caseId && line.clock === clock)?.dueOn;
const file = 'parameters/verification.reply.yaml';
const faster = { ...shipped, [file]: String(shipped[file]).replaceAll('value: 30', 'value: 25') };
const sent = (on: string) => ({
  step: 'verify_send',
  on,
  inputs: { place: 'Xã Hòa Long', persons: 2, way: 'letter', receivedOn: on },
});
const waiting = await takeOver(bases, here, {
  name: 'Giàng A Tủa',
  stage: 'verifying',
  acts: [sent('2026-11-16')],
});

describe('stored lines follow the law', () => {
  test('a release with other rules makes them again at its start', async () => {
    await restart();
    await linesRenewed();
    expect(dueOf(await storedLines(bases), waiting, 'verify_reply')).toBe('2026-12-28');
    expect(await readSetting(db, 'due_law')).toBe(lawInForce().fingerprint);
    await restart(faster);
    await linesRenewed();
    expect(dueOf(await storedLines(bases), waiting, 'verify_reply')).toBe('2026-12-21');
    expect((await board.get('/api/regulations/recompute')).body).toMatchObject({
      state: 'done',
      done: recomputing().total,
      fault: null,
      finishedAt: expect.any(String),
    });
  });

  test('a start with the same rules makes nothing again', async () => {
    await restart(faster);
    await linesRenewed();
    expect(recomputing().state).toBe('idle');
  });

  test('a stop in the middle leaves no old line: the next start goes on', async () => {
    await restart();
    await stopRenewing();
    expect(await readSetting(db, 'due_law')).not.toBe(lawInForce().fingerprint);
    await restart();
    await linesRenewed();
    expect(dueOf(await storedLines(bases), waiting, 'verify_reply')).toBe('2026-12-28');
    expect(await readSetting(db, 'due_law')).toBe(lawInForce().fingerprint);
  });

  test('the law is in force again after a start, before anybody is answered', async () => {
    await lay(here.officer, { parameter: 'age.max', value: 55, fromOn: '2026-11-24', unitId: here.base });
    ship(shipped);
    expect(lawInForce().overlays.provisions).toEqual([]);
    await enforce(db);
    const at = (place: string) =>
      lawInForce().regulations.inForce('2026-11-24', { path: place }).value('age.max').value;
    expect([at(here.path), at(there.path)]).toEqual([55, 60]);
  });

  test('a unit that moves comes under the rules of its new place, its open cases with it', async () => {
    const laid = await lay(there.officer, {
      kind: 'confirm',
      parameter: 'certificate.months',
      fromOn: '2026-11-23',
      unitId: there.base,
    });
    expect(laid.status).toBe(200);
    await lay(there.officer, {
      parameter: 'certificate.months',
      value: 48,
      fromOn: '2026-11-23',
      unitId: there.base,
    });
    const certificate = { on: '2026-11-23' };
    const held = { step: 'class_certificate', on: '2026-11-23', inputs: { certificate } };
    const id = await takeOver(bases, here, { name: 'Vừ Thị Dợ', stage: 'class_certified', acts: [held] });
    const due = async () => dueOf(await storedLines(bases), id, 'certificate_valid');
    expect(await due()).toBe('2031-11-23');
    const moved = await board.post(`/api/units/${here.cell}/acts`, {
      clientId: newId(),
      act: 'move',
      parentId: there.base,
      happenedOn: '2026-11-23',
      decision: { number: '21-QĐ/ĐU', on: '2026-11-23', by: 'Đảng ủy phường' },
    });
    expect(moved.status).toBe(200);
    await expect.poll(due).toBe('2030-11-23');
  });

  test('a local rule that no longer fits the files is reported and left out; the others stay in force', async () => {
    const without = Object.fromEntries(
      Object.entries(shipped).map(([name, text]) =>
        name === 'parameters/certificate.months.yaml'
          ? [
              name,
              text
                .replace('kind: number', 'kind: choice')
                .replace('stricter: lower\n', '')
                .replaceAll('value: 60', 'value: nam'),
            ]
          : [name, text],
      ),
    );
    await restart(without);
    await linesRenewed();
    const { fault } = (await board.get('/api/regulations/recompute')).body;
    expect(fault).toContain('certificate.months');
    expect(lawInForce().overlays.provisions.map(({ parameter }) => parameter)).toEqual([
      'age.max',
      'certificate.months',
    ]);
    await restart();
    await linesRenewed();
    expect(recomputing().fault).toBeNull();
    expect(lawInForce().overlays.provisions).toHaveLength(3);
  });
});

describe('the worked cases beside the rules', () => {
  test('those that look at a quantity, each judged now', async () => {
    const { body } = await here.secretary.get('/api/regulations/cases?parameter=verification.reply');
    expect(body.total).toBeGreaterThan(0);
    expect(body.agreeing).toBe(body.total);
    for (const one of body.items)
      expect(one).toMatchObject({
        agrees: true,
        differences: [],
        cites: { document: expect.any(String), clause: expect.any(String) },
        stepLabel: { vi: expect.any(String) },
      });
    const all = (await here.secretary.get('/api/regulations/cases')).body.total;
    expect(body.total).toBeLessThan(all);
    const votes = (await here.secretary.get('/api/regulations/cases?step=cell_vote')).body.items;
    expect(new Set(votes.map(({ step }: { step: string }) => step))).toEqual(new Set(['cell_vote']));
    expect((await here.secretary.get('/api/regulations/cases?parameter=no.such')).body.items).toEqual([]);
  });

  test('a rule changed against its cases is shown as differing', async () => {
    const changed = { ...shipped, [file]: String(shipped[file]).replaceAll('value: 30', 'value: 31') };
    ship(changed, { 'cases/one.yaml': theCase });
    const { body } = await here.secretary.get('/api/regulations/cases?parameter=verification.reply');
    expect(body).toMatchObject({ total: 1, agreeing: 0, items: [{ id: 'reply-thirty', agrees: false }] });
    expect(body.items[0].differences.join()).toContain('due_on');
    await restart();
  });
});

const theCase = `cases:
  - id: reply-thirty
    title: Thirty working days for a reply
    on: 2025-10-06
    step: verify_send
    facts: { verify_send.receivedOn: 2025-10-06, verify_send.way: letter }
    expect: { clock: { id: verify_reply, starts_on: 2025-10-06, due_on: 2025-11-17 } }
    cites: { document: 06-HD/TW 2025, clause: mục 3.4d }
    arithmetic: thirty working days after Monday 6 October 2025 end on Monday 17 November
`;

test('a faulty file is refused with its line, and the rules before it run on', () => {
  const running = lawInForce().fingerprint;
  const broken = { ...shipped, [file]: `${shipped[file]}\nnewKey: 1\n` };
  expect(() => ship(broken)).toThrow(/verification\.reply\.yaml:\d+: .*newKey/);
  const unreadable = { ...shipped, [file]: `${shipped[file]}\n  - [` };
  expect(() => ship(unreadable)).toThrow(/verification\.reply\.yaml:\d+: /);
  expect(lawInForce().fingerprint).toBe(running);
});
