// Where a case stands, told from what was judged before, beside the same judged whole: after every act, after one that is
// corrected or taken back in the middle, and when only what lies around the case has changed.
import { expect, test } from 'vitest';
import { nominate, startWard, take, viewOf, wholeRoad } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { type Law, law } from '../road/law.ts';
import { standOf } from '../road/standing.ts';
import { type Case, readCase } from './case.store.ts';
import { findPlace } from './dossier.store.ts';
import { standAmong } from './stood.ts';

const ward = await startWard();
const { db } = ward.world;

async function caseOf(id: string): Promise<Case> {
  const place = await findPlace(db, id);
  return (await readCase(db, id, place as NonNullable<typeof place>)) as Case;
}

async function holds(what: string, id: string): Promise<Case> {
  const found = await caseOf(id);
  expect([what, found.standing]).toEqual([what, standOf(found.dossier, law(), found.heldOn)]);
  return found;
}

/** The law in force, counting how many acts it is asked to judge. */
function counting(): { rules: Law; asked: () => number } {
  let count = 0;
  const { rulesOn } = law();
  const rules: Law = {
    ...law(),
    rulesOn: (on, path) => {
      count += 1;
      return rulesOn(on, path);
    },
  };
  const asked = () => {
    const before = count;
    count = 0;
    return before;
  };
  return { rules, asked };
}

test('whatever is recorded, corrected, taken back or changes around it', async () => {
  const id = await nominate(ward, 'Phàn Thị Đứng');
  for (const taken of wholeRoad(ward)) {
    const { status, text } = await take(ward, id, taken);
    expect([taken.step, status, text.slice(0, status === 200 ? 0 : 300)]).toEqual([taken.step, 200, '']);
    await holds(taken.step, id);
    if (taken.step === 'verify_send') break;
  }
  const view = await viewOf(ward, id);
  const helper = view.acts.find(({ step }) => step === 'assign_helper');
  const { acts, around } = await holds('before', id).then(({ dossier, around }) => ({
    acts: dossier.acts,
    around,
  }));
  const corrected = await ward.officer.post(`/api/dossiers/${id}/acts/${helper?.entry}/correct`, {
    clientId: newId(),
    version: view.version,
    happenedOn: '2019-09-20',
    inputs: acts.find(({ step }) => step === 'assign_helper')?.inputs,
    reason: 'Ghi nhầm ngày',
  });
  expect(corrected.status, corrected.text).toBe(200);
  await holds('corrected', id);
  // The helper was excused from the Party's work and left: how he stood on later days is another.
  const left = await ward.officer.post(`/api/people/${around.memberships.at(-1)?.personId}/acts`, {
    clientId: newId(),
    act: 'move_out',
    happenedOn: '2020-01-01',
    place: 'Tỉnh khác',
    decision: { number: '9-QĐ', on: '2019-12-30', by: 'Đảng ủy' },
  });
  expect(left.status, left.text).toBe(200);
  await holds('around', id);
});

test('only what has changed is judged again', async () => {
  const id = await nominate(ward, 'Phàn Văn Đứng');
  for (const taken of wholeRoad(ward).slice(0, 3)) await take(ward, id, taken);
  const { dossier, around, heldOn, standing } = await caseOf(id);
  const { rules, asked } = counting();
  const stand = (acts = dossier.acts) => standAmong({ ...dossier, acts }, rules, { around, heldOn });
  expect(stand()).toEqual(standing);
  expect(asked()).toBe(dossier.acts.length);
  expect(stand()).toEqual(standing);
  expect(asked()).toBe(0);
  stand(dossier.acts.slice(0, -1));
  expect(asked()).toBe(0);
  expect(stand()).toEqual(standing);
  expect(asked()).toBe(1);
  const [first, ...rest] = dossier.acts;
  stand([{ ...first, on: '2019-01-11' } as (typeof dossier.acts)[0], ...rest]);
  expect(asked()).toBe(dossier.acts.length);
  standAmong(dossier, rules, { around: { ...around, memberships: [] }, heldOn });
  expect(asked()).toBe(dossier.acts.length);
});
