// In which names the rules of a question differ from the first of them.
import { expect, test } from 'vitest';
import { files } from '../../../test/other-rules.ts';
import { load, type Overlays } from '../../rules/index.ts';
import { parsedFiles } from '../parsed.store.ts';
import { type LoadedLaw, questionOf } from './draft.ts';
import { comparedIn } from './versions.ts';

const parsed = parsedFiles(files);
const lawWith = (overlays: Overlays): LoadedLaw => ({
  files: parsed,
  overlays,
  regulations: load(parsed, overlays),
});
const shipped = lawWith({ provisions: [], calendar: [] });
const asked = { path: '/1/', today: '2026-06-30' };
const names = (draft: Parameters<typeof questionOf>[1], law = shipped) =>
  comparedIn(questionOf(law, draft, asked).sides).versions.map(
    ({ differsIn }) => differsIn && [...differsIn].toSorted(),
  );
const value = (parameter: string, to: unknown, fromOn = '2026-07-01') => ({
  parameter,
  value: to as number,
  fromOn,
  unitId: null,
});

test('a value laid as a provision, or the rule itself amended: its name, and that of the reading', () => {
  const both = [[], ['certificate.months'], ['transition.clock'], ['certificate.months', 'transition.clock']];
  expect(names(value('certificate.months', 48))).toEqual(both);
  expect(names(value('certificate.months', 72, '2020-01-01'))).toEqual(both);
});

test('a draft about the reading itself is compared once', () => {
  expect(names(value('transition.clock', 'switch'))).toEqual([[], ['transition.clock']]);
});

test('days off: the calendar', () => {
  const calendar = [
    {
      date: '2026-12-14',
      effect: 'off' as const,
      kind: 'other' as const,
      note: 'Nghỉ bù bão',
      source: 'TB 11',
      status: 'announced' as const,
    },
  ];
  expect(names({ calendar })).toEqual([
    [],
    ['calendar'],
    ['transition.clock'],
    ['calendar', 'transition.clock'],
  ]);
});

test('what is laid already is no difference; a file that is no value makes everything one', () => {
  const provision = {
    id: 'p',
    kind: 'stricter' as const,
    parameter: 'card_check.months',
    path: '/1/',
    fromOn: '2026-01-01',
    untilOn: null,
    value: 6,
    document: { number: '1', on: '2026-01-01', by: 'Tỉnh ủy' },
    clause: '1',
    decidedBy: 'Ban Thường vụ',
  };
  const law = lawWith({ provisions: [provision], calendar: [] });
  expect(names(value('certificate.months', 48), law)[1]).toEqual(['certificate.months']);
  const other = { ...shipped, files: { ...parsed, 'catalogues/more.yaml': {} } };
  const sides = { before: shipped, after: other };
  expect(comparedIn({ start: sides, switch: sides }).versions.map(({ differsIn }) => differsIn)).toEqual([
    new Set(),
    null,
  ]);
});
