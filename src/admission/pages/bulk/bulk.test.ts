// One act for many: which steps are offered, and what is sent – only what the preview let through.
import { expect, test } from 'vitest';
import { load } from '../../../rules/index.ts';
import { readRegulationFiles } from '../../../rules/files.store.ts';
import { lawOf } from '../../../road/law.ts';
import { type BulkRow, offeredSteps, pickStep, previewBody, wantsConsent, writeBody } from './bulk.ts';

const law = lawOf(load(readRegulationFiles('regulations')));
const on = '2026-03-20';
const row = (id: string, stage: string): BulkRow => ({
  id,
  version: 3,
  stage,
  unitId: 7,
  unitName: 'Chi bộ khu phố 1',
});
const rows = [row('a', 'nominated'), row('b', 'nominated'), row('c', 'helped')];
const idsOf = (office: string, only?: string[]) =>
  offeredSteps(law, rows, { office, on, only }).map(({ step }) => step.id);

test('the secretary is offered the cell’s steps, those of the stage first, never a vote or a nomination', () => {
  const offered = offeredSteps(law, rows, { office: 'cell_secretary', on });
  expect(offered[0]?.step.from).not.toBe('any_open');
  expect(offered.find(({ step }) => step.id === 'list')?.count).toBe(2);
  const all = offered.map(({ step }) => step.id);
  expect(all).toEqual([...new Set(all)]);
  for (const personal of ['nominate', 'cell_vote', 'task_result', 'recognition_cell_vote'])
    expect(all).not.toContain(personal);
});

test('another office is offered its own, and no office none', () => {
  expect(idsOf('base_officer')).not.toContain('list');
  expect(offeredSteps(law, rows, { office: null, on })).toEqual([]);
});

test('a list about one step offers that alone and needs no choice', () => {
  const offered = offeredSteps(law, rows, { office: 'cell_secretary', on, only: ['list'] });
  expect(pickStep(offered, '', ['list'])?.id).toBe('list');
  expect(pickStep(offeredSteps(law, rows, { office: 'cell_secretary', on }), '', undefined)).toBeUndefined();
});

test('written is what the preview let through; a reason is asked where one would help', () => {
  const step = law.findStep('list')?.step;
  if (!step) throw new Error('no step');
  const resolution = { number: '03-NQ/CB', on: '2026-03-03', by: '' };
  const asked = previewBody(step, rows, { happenedOn: '2026-03-03', resolution, 'consent.reason': ' ' });
  expect(asked).toEqual({
    step: 'list',
    happenedOn: '2026-03-03',
    inputs: { resolution: { number: '03-NQ/CB', on: '2026-03-03' } },
    ids: ['a', 'b', 'c'],
    versions: { a: 3, b: 3, c: 3 },
  });
  const why = { vi: 'Chưa đủ', en: 'Not enough' };
  const items = [
    { id: 'a', name: 'An', outcome: 'allowed' as const, why: null },
    { id: 'b', name: 'Bình', outcome: 'refused' as const, why },
  ];
  expect(writeBody('w', asked, items)).toMatchObject({ clientId: 'w', ids: ['a'] });
  expect(wantsConsent(items)).toBe(false);
  expect(wantsConsent([{ id: 'c', name: 'Cường', outcome: 'needs_consent', why }])).toBe(true);
});
