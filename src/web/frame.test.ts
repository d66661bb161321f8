// The frame: entries by right, the way in the tree, set-up and passwords.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entriesFor, isHere, partsAt } from './frame/entries.ts';
import { isUserName, passwordProblem } from './password.ts';
import { provinces } from './provinces.ts';
import { emptySetup, setupBody } from './setup.ts';
import { findUnits, wayTo } from './frame/units.ts';

test('each office sees only its own entries', () => {
  const labels = (can: string[], office: string | null = null) =>
    entriesFor({ can, office }).map(({ href }) => href);
  expect(labels(['account.read', 'backup.read', 'regulation.read'])).toEqual(['/regulations', '/admin']);
  expect(labels(['unit.read', 'person.read', 'dossier.read', 'dossier.nominate'])).toEqual([
    '/dossiers',
    '/people',
    '/units',
  ]);
  expect(labels(['unit.read', 'worklist.read', 'dossier.read'])[0]).toBe('/worklist');
  expect(labels([])).toEqual([]);
});

test('mass organisations and members find their own simple pages and no dossiers', () => {
  const can = ['dossier.read', 'dossier.nominate', 'dossier.act'];
  const labels = (office: string) => entriesFor({ can, office }).map(({ href }) => href);
  expect(labels('mass_officer')).toEqual(['/nominate']);
  expect(labels('member')).toEqual(['/charges', '/nominate']);
});

test('an entry is here for all its parts and opens on the first that may be read', () => {
  const reader = { can: ['fostering.read', 'survey.read', 'dossier.read'], office: 'cell_secretary' };
  const [sourcing, dossiers] = entriesFor(reader);
  expect(sourcing?.href).toBe('/sourcing');
  expect(partsAt(reader, '/fostering').map(({ href }) => href)).toEqual(['/sourcing', '/fostering']);
  expect(partsAt(reader, '/dossiers')).toEqual([]);
  expect(dossiers && isHere(dossiers, '/dossiers/42')).toBe(true);
  expect(isHere({ href: '/people' }, '/people-other')).toBe(false);
});

const units = [
  { id: 1, name: 'Đảng bộ phường Kinh Bắc', parentId: null },
  { id: 2, name: 'Chi bộ Trường Trung học cơ sở Kinh Bắc', parentId: 1 },
  { id: 3, name: 'Chi bộ khu phố Niềm Xá', parentId: 1 },
];

test('the way leads from the top down', () => {
  expect(wayTo(units, '3').map(({ id }) => id)).toEqual([1, 3]);
  expect(wayTo(units, '99')).toEqual([]);
});

test('units are found without accents, every word counts', () => {
  expect(findUnits(units, 'kinh bac', 10).map(({ id }) => id)).toEqual([2, 1]);
  expect(findUnits(units, 'xa niem', 10).map(({ id }) => id)).toEqual([3]);
  expect(findUnits(units, '  ', 10)).toEqual([]);
});

test('passwords and user names are judged as the server does', () => {
  expect(passwordProblem('ngắn', 'an')).toBe('door.too_short');
  expect(passwordProblem('mật khẩu của Nguyên', 'nguyen')).toBe('door.holds_name');
  expect(passwordProblem('một câu dài dễ nhớ', 'an.nv', 'một câu dài dễ nhớ')).toBe('door.same_as_old');
  expect(passwordProblem('một câu dài dễ nhớ', 'an.nv')).toBeNull();
  expect(isUserName('quantri')).toBe(true);
  expect(isUserName('Quản trị')).toBe(false);
  expect(isUserName('ab')).toBe(false);
});

test('set-up sends only what was given', () => {
  const body = setupBody({
    ...emptySetup,
    name: ' Đảng bộ phường Kinh Bắc ',
    provinceId: '24',
    userName: 'quantri',
  });
  expect(body.committee).toEqual({
    name: 'Đảng bộ phường Kinh Bắc',
    kind: 'base_organisation',
    provinceId: '24',
  });
  expect(body.profile).toBe('B');
});

test('the provinces are those of the regulations, in Vietnamese order', () => {
  const rows = readFileSync(new URL('../../regulations/places/provinces.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(provinces).toHaveLength(rows.length - 1);
  expect(provinces.find(({ value }) => value === '24')?.label).toBe('Tỉnh Bắc Ninh');
  expect(provinces.at(0)?.label).toBe('Tỉnh An Giang');
});
