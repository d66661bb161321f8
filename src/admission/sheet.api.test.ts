// The printed sheet of an act: what it rests on, and under which law.
import { expect, test } from 'vitest';
import { ballot, doc, nominate, startWard, take, type Taken, walkTo, wholeRoad } from '../../test/road.ts';
import type { Verdict } from '../rules/verdict.ts';

const ward = await startWard();
const stepOf = (name: string): Taken => wholeRoad(ward).find(({ step }) => step === name) as Taken;

test('a vote that did not carry is named as such on the sheet of the next, whose law holds no convention of this product', async () => {
  const id = await nominate(ward, 'Kim Văn Tám');
  await walkTo(ward, id, 'verify_conclude');
  await take(ward, id, { ...stepOf('cell_vote'), inputs: { ballot: ballot(6, 3) } });
  const again = await take(ward, id, {
    ...stepOf('cell_vote'),
    on: '2020-12-10',
    inputs: { ballot: ballot(6, 5), resolution: doc('13-NQ/CB', '2020-12-10') },
  });
  const { body: sheet } = await ward.officer.get(`/api/dossiers/${id}/sheets/cell_resolution`);
  expect(sheet.acts.at(-1)).toMatchObject({ on: '2020-12-03', passed: false });
  const documents = (cited: { document: string }[]) => new Set(cited.map(({ document }) => document));
  const { reasons } = again.body.acts.at(-1).verdict as Verdict;
  expect(documents(reasons.flatMap(({ citations }) => citations))).toContain('Quy ước Nguồn');
  expect(documents(sheet.law)).toContain('29-QĐ/TW');
  expect(documents(sheet.law)).not.toContain('Quy ước Nguồn');
});
