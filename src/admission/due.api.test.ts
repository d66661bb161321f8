// Dossiers as the work list asks them: what is stored is what is reckoned, another law gives other days, local rules
// reach the stored lines, and acts judged again agree with what was recorded.
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load, type Regulations } from '../rules/index.ts';
import { onlyVersion } from '../worklist/source.ts';
import { regulations, useRegulations } from '../worklist/in-force.ts';
import { recompute } from '../worklist/recompute.store.ts';
import { startWard, walkRecent, walkTo, nominate, type Ward } from '../../test/road.ts';
import { dossierSource } from './due.store.ts';
import { useLaw } from '../road/law.ts';

let ward: Ward;
let ids: string[];
const files = readRegulationFiles(path.join(import.meta.dirname, '../../regulations'));

beforeAll(async () => {
  ward = await startWard({ today: '2026-02-10' });
  const old = await nominate(ward, 'Lê Thị Cũ');
  await walkTo(ward, old, 'ceremony');
  ids = [
    await walkRecent(ward, 'Nguyễn Thị Hoa', 'base_vote'),
    await walkRecent(ward, 'Trần Văn Lúa', 'verify_send'),
    old,
  ];
}, 120_000);

const stored = async () =>
  (
    await ward.world.db
      .selectFrom('due')
      .select(['case_id', 'clock', 'part', 'starts_on', 'due_on'])
      .where('case_kind', '=', 'dossier')
      .orderBy('case_id')
      .orderBy('clock')
      .execute()
  ).map((row) => [row.case_id, row.clock, row.part, row.starts_on, row.due_on]);

async function reckoned(law: Regulations) {
  const cases = await dossierSource.reckon(ward.world.db, onlyVersion(law), ids);
  return cases
    .flat()
    .flatMap(({ rows }) => rows.map((row) => [row.caseId, row.clock, row.part, row.startsOn, row.dueOn]))
    .toSorted((a, b) => (`${a[0]}${a[1]}` < `${b[0]}${b[1]}` ? -1 : 1));
}

test('what is stored is what is reckoned under the law in force', async () => {
  expect(await reckoned(regulations())).toEqual(await stored());
  expect((await dossierSource.ids(ward.world.db, null)).toSorted()).toEqual(ids.toSorted());
  const both = [ids[1] as string, ids[0] as string];
  const [cases] = await dossierSource.reckon(ward.world.db, onlyVersion(regulations()), both);
  const [, open] = cases ?? [];
  expect(open?.next?.label.vi).toEqual(expect.any(String));
});

test('of a rule only the cases are given in which its step was taken, or may come next', async () => {
  const [voted, sent, admitted] = ids as [string, string, string];
  const touched = async (taken: string[], stages: string[] | null) =>
    new Set(await dossierSource.ids(ward.world.db, null, { taken, stages }));
  expect(await touched(['cell_vote'], [])).toEqual(new Set([voted, admitted]));
  expect(await touched(['ceremony', 'decide'], [])).toEqual(new Set([admitted]));
  expect(await touched(['verify_conclude'], ['verifying'])).toEqual(new Set([voted, sent, admitted]));
  expect(await touched(['extend_decision'], ['base_voted'])).toEqual(new Set([voted]));
  expect(await touched(['extend_decision'], [])).toEqual(new Set());
  expect(await touched(['extend_decision'], null)).toEqual(new Set(ids));
});

test('under another law the days are others, and nothing is written', async () => {
  const name = 'parameters/decide.days.yaml';
  const longer = load({ ...files, [name]: String(files[name]).replaceAll('value: 45', 'value: 50') });
  const before = await stored();
  const other = await reckoned(longer);
  const changed = other.filter((row, index) => row[4] !== before[index]?.[4]);
  expect(changed.map((row) => row[1])).toEqual(['decide']);
  expect(await stored()).toEqual(before);
});

test('a stricter local rule reaches the stored lines of its subtree alone', async () => {
  const before = await stored();
  const provision = {
    id: 'p',
    kind: 'stricter' as const,
    parameter: 'decide.days',
    fromOn: '2025-07-01',
    untilOn: null,
    value: 30,
    document: { number: '1-QĐ', on: '2025-06-01', by: 'Thành ủy' },
    clause: 'Điều 1',
    decidedBy: 'Ban Thường vụ',
  };
  const put = async (laid: string | null) => {
    const provisions = laid === null ? [] : [{ ...provision, path: laid }];
    const law = load(files, { provisions, calendar: [] });
    useLaw(law);
    useRegulations(law);
    await recompute(ward.world.db, law);
    return stored();
  };
  const unit = await ward.world.db
    .selectFrom('unit')
    .select(['id', 'path'])
    .where('id', 'in', [ward.cell, ward.other])
    .execute();
  const pathOf = (id: number) => unit.find((row) => row.id === id)?.path ?? '';
  expect(await put(pathOf(ward.other))).toEqual(before);
  const local = await put(pathOf(ward.cell));
  const changed = local.filter((row, index) => row[4] !== before[index]?.[4]);
  expect(changed.map((row) => row[1])).toEqual(['decide']);
  expect(changed[0]?.[4]).toBe('2026-02-27');
  expect(await put(null)).toEqual(before);
});

test('every recorded act judged again under the law of its day says what was recorded (S2-35)', async () => {
  const { db } = ward.world;
  const ids = (await dossierSource.rejudging?.ids(db, null)) ?? [];
  const told = (await dossierSource.rejudging?.judge(db, regulations(), ids)) ?? [];
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter(({ differs }) => differs)).toEqual([]);
  const name = 'parameters/vote.cell.yaml';
  const other = load({
    ...files,
    [name]: String(files[name]).replaceAll('numerator: 2, denominator: 3', 'numerator: 9, denominator: 10'),
  });
  const again = (await dossierSource.rejudging?.judge(db, other, ids)) ?? [];
  const differing = again.filter(({ differs }) => differs);
  expect(new Set(differing.map(({ step }) => step))).toContain('cell_vote');
  expect(differing[0]?.recorded).not.toEqual(differing[0]?.judged);
});
