// The training ward agrees with the article it starts from, keeps the law of its days and is understood by the
// importer without an error.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cataloguesFrom } from '../../src/intake/catalogues.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { takeIn } from '../../src/intake/intake.ts';
import type { Intake } from '../../src/intake/intake.ts';
import { officeKindOf } from '../../src/intake/words.ts';
import { addMonths, isDay } from '../../src/platform/day.ts';
import { fold } from '../../src/platform/text.ts';
import { ageOn, cellOn, isOfficialOn, isOn } from './person.ts';
import type { Person } from './person.ts';
import { cells, described } from './setting.ts';
import { pastAdmissions } from './past.ts';
import { generateWard, makeWard } from './ward.ts';
import type { Ward, WardFile } from './ward.ts';

const catalogues = cataloguesFrom(
  parse(readFileSync(new URL('../../regulations/catalogues.yaml', import.meta.url), 'utf8')),
);
const today = '2026-11-27';
const count = (ward: Ward, day: string, cell?: string) =>
  ward.roll.people.filter((p) => isOn(p, day) && (cell === undefined || cellOn(p, day) === cell)).length;

test.each([2018, 7])(
  'seed %i: 463 members in 11 cells on the day of the article, 8, 5 and 2 admitted (S2-02, S2-03)',
  (seed) => {
    for (const day of [described, '2020-03-31', today]) {
      const ward = makeWard(day, seed);
      expect(count(ward, described)).toBe(463);
      expect(cells.map((cell) => count(ward, described, cell.id))).toEqual(
        cells.map((cell) => cell.members2018),
      );
      const admitted = (from: string, until: string) =>
        ward.roll.people.filter((p) => p.arrivedOn === null && p.admittedOn >= from && p.admittedOn <= until)
          .length;
      expect([
        admitted('2016-01-01', '2016-12-31'),
        admitted('2017-01-01', '2017-12-31'),
        admitted('2018-01-01', described),
      ]).toEqual([8, 5, 2]);
      // A year that is not over has no line yet: its number is given in Nguồn.
      const over = day === described ? ['5', '5'] : ['5', '5', '3-5'];
      expect(ward.targets.slice(0, 3).map((t) => t.target)).toEqual(over);
    }
    const types = Object.groupBy(cells, (cell) => cell.type);
    expect(Object.values(types).map((list) => list?.length)).toEqual([6, 3, 1, 1]);
  },
);

function checkPerson(p: Person, day: string): void {
  expect(ageOn(p, p.admittedOn)).toBeGreaterThanOrEqual(18);
  expect(ageOn(p, p.admittedOn)).toBeLessThan(60);
  expect(p.decisionOn < p.admittedOn).toBe(true);
  expect([null, addMonths(p.admittedOn, 12)]).toContain(p.officialOn);
  const since = p.arrivedOn ?? p.officialOn ?? '';
  if (p.left) expect([p.left.on > since, p.left.on <= day]).toEqual([true, true]);
  expect(p.identity).toMatch(/^000[0-3]\d{8}$/);
  expect(p.phone).toMatch(/^0900 000 \d{3}$/);
}

/** Probationers stand in both lists and are counted once. */
const namesOf = ({ roll, candidates }: Ward): string[] =>
  [...roll.people, ...candidates.filter((c) => !c.facts['admittedOn'])].map((each) => fold(each.name));

test.each([
  [2018, today],
  [7, '2024-02-29'],
  [99, '2031-01-15'],
] as const)('seed %i on %s: every date keeps the law of its day', (seed, day) => {
  const ward = makeWard(day, seed);
  for (const person of ward.roll.people) checkPerson(person, day);
  for (const cell of cells) {
    const officials = ward.roll.people.filter((p) => isOfficialOn(p, day) && cellOn(p, day) === cell.id);
    expect(officials.length).toBeGreaterThanOrEqual(3);
  }
  for (const { person, fromOn } of ward.offices)
    expect(isOfficialOn(person, day) && fromOn <= day).toBe(true);
  const days = ward.candidates
    .flatMap(({ facts }) => Object.values(facts).map(String))
    .filter((text) => isDay(text));
  expect(days.filter((each) => each > day)).toEqual([]);
  const names = namesOf(ward);
  expect(new Set(names).size).toBe(names.length);
});

test('members grow slowly; between one and two in a hundred are admitted in a year', () => {
  const ward = makeWard(today, 2018);
  for (let year = 2019; year <= 2026; year++) {
    expect(count(ward, `${year}-01-01`)).toBeGreaterThan(455);
    expect(count(ward, `${year}-01-01`)).toBeLessThan(500);
  }
  const full = ward.targets.filter((t) => t.year > 2018 && t.year < 2026).map((t) => t.result);
  expect(full.every((n) => n >= 5 && n <= 8)).toBe(true);
  expect(ward.cellTargets.map((rows) => rows.reduce((sum, row) => sum + row.target, 0))).toEqual(
    ward.targets.slice(-3).map((t) => Number(t.target)),
  );
});

test('someone stands in every stage, and nine stand still for a reason', () => {
  const { candidates } = makeWard(today, 2018);
  expect(candidates.filter((c) => c.lesson).length).toBe(10);
  const by = (lesson: RegExp) => candidates.find((c) => lesson.test(c.lesson ?? ''))!;
  const young = by(/18 tuổi/);
  expect(ageOn(young, today)).toBe(17);
  expect(by(/60 tháng/).facts['certificateOn']! < addMonths(today, -60)).toBe(true);
  expect(by(/quá 12 tháng$/).facts['dossierOn']! < addMonths(today, -12)).toBe(true);
  const short = by(/hai phần ba/).facts;
  expect(Number(short['cellVoteYes']) * 3 < Number(short['cellVoteBase']) * 2).toBe(true);
  expect(by(/Dự bị/).facts['admittedOn']! < addMonths(today, -12)).toBe(true);
});

describe('as files', () => {
  let files: WardFile[];
  let taken: Map<string, Intake>;
  beforeAll(async () => {
    files = await generateWard(today, 2018);
    taken = new Map();
    for (const { fileName, bytes } of files)
      taken.set(fileName, takeIn(await readWorkbook(bytes, fileName), { today, profile: 'C', catalogues }));
  });

  test('the same day and seed give the same bytes, another seed does not', async () => {
    const again = await generateWard(today, 2018);
    expect(
      again.map((file) => Buffer.compare(file.bytes, files.find((f) => f.fileName === file.fileName)!.bytes)),
    ).toEqual(files.map(() => 0));
    expect(Buffer.compare((await generateWard(today, 3))[1]!.bytes, files[1]!.bytes)).not.toBe(0);
  });
  test('the importer takes every row without an error or an unknown column', () => {
    for (const [fileName, intake] of taken) {
      expect([fileName, intake.issues.filter((i) => i.severity !== 'notice')]).toEqual([fileName, []]);
      expect(intake.issues.filter((i) => i.code === 'exchange.column_ignored')).toEqual([]);
      expect(intake.counts.ok).toBe(Object.values(intake.counts.rows).reduce((sum, n) => sum + n, 0));
    }
  });
  test('and takes what the generator meant', () => {
    const ward = makeWard(today, 2018);
    const members = taken.get('02-so-dang-vien.xlsx')!.rows.members;
    expect(members).toHaveLength(ward.roll.people.length);
    const byName = new Map(ward.roll.people.map((p) => [fold(p.name), p]));
    for (const { values } of members) {
      const p = byName.get(fold(values.name!))!;
      expect([
        values.sex,
        values.admittedOn,
        values.officialOn ?? null,
        values.cardNumber ?? null,
        values.identity,
      ]).toEqual([p.sex, p.admittedOn, p.officialOn, p.card, p.identity]);
      expect(values.unit).toBe(cells.find((cell) => cell.id === p.cellId)!.name);
      expect(p.bornOn.startsWith(values.bornOn!)).toBe(true);
    }
    const onTheRoad = taken.get('05-quan-chung-va-nguoi-vao-dang.xlsx')!.rows.candidates;
    const past = pastAdmissions(ward.roll).map(({ name }) => name);
    // Enough of them for a forecast to learn from.
    expect(past.length).toBeGreaterThan(15);
    expect(onTheRoad.map((row) => row.values.name)).toEqual([...ward.candidates.map((c) => c.name), ...past]);
    const candidates = onTheRoad.slice(0, ward.candidates.length);
    for (const [at, { values }] of candidates.entries()) {
      const { facts } = ward.candidates[at]!;
      for (const key of [
        'nominatedOn',
        'certificateOn',
        'helper',
        'cellVoteYes',
        'cellVoteBase',
        'decisionOn',
        'admittedOn',
        'recognitionBaseVoteYes',
      ] as const) {
        expect([key, values[key]]).toEqual([key, facts[key]]);
      }
    }
  });
  test('offices bring the access they should', () => {
    const titles = taken
      .get('04-chuc-danh.xlsx')!
      .rows.offices.map((row) => officeKindOf(fold(row.values.title!)));
    const kinds = Object.fromEntries(
      Object.entries(Object.groupBy(titles, (kind) => kind || 'none')).map(([kind, list]) => [
        kind,
        list!.length,
      ]),
    );
    expect(kinds).toEqual({
      committee_leader: 3,
      committee_member: 12,
      inspection: 1,
      mass_officer: 4,
      political_centre: 1,
      cell_secretary: 11,
      none: 20,
    });
  });
  test('every file is marked as simulated and names of the articles stay out (S0-18)', async () => {
    for (const { bytes } of files) {
      const workbook = await readWorkbook(bytes);
      expect(
        workbook.sheets.every((sheet) =>
          sheet.rows.slice(0, 8).some((row) => row.includes('DỮ LIỆU MÔ PHỎNG')),
        ),
      ).toBe(true);
    }
    // Known by their digests alone, so that not even this test says them.
    const real = ['a75b3919a6b320fc', '071317bda8200a30'];
    const digest = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 16);
    for (const seed of [2018, 7])
      expect(namesOf(makeWard(today, seed)).filter((name) => real.includes(digest(name)))).toEqual([]);
  });
});
