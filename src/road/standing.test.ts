// The fold of a dossier: the order of typing does not matter, what is withdrawn never happened, clocks start and stop.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ballot, doc, type Done, idOf, road, root } from '../../test/whole-road.ts';
import { withdrawal } from '../platform/effective.ts';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load } from '../rules/index.ts';
import type { ActData } from './dossier.ts';
import { type DossierEntry, foldDossier } from './fold.ts';
import { beforeDay } from './judge.ts';
import { type Law, lawOf } from './law.ts';
import { stateOf } from './row.ts';
import { slimVerdict } from './slim-verdict.ts';
import { factsFor, nothingHeld, standOf } from './standing.ts';

let law: Law;
beforeAll(() => {
  law = lawOf(load(readRegulationFiles('regulations')));
});

/** The entry of an act, judged on what is recorded so far. */
function record(
  entries: readonly DossierEntry[],
  index: number,
  done: Done = road[index] as Done,
): DossierEntry {
  const so = foldDossier(root, entries);
  const before = so
    ? beforeDay({ dossier: so, standing: standOf(so, law) }, done.on)
    : { dossier: { takenOver: null }, acts: [], stage: null };
  const verdict = law.rulesOn(done.on).judge(done.step, factsFor(law.factsOf, before, done, nothingHeld));
  const data: ActData = {
    step: done.step,
    inputs: done.inputs,
    sealed: {},
    stageBefore: before.stage,
    stageAfter: verdict.leadsTo ?? before.stage ?? 'nominated',
    verdict: slimVerdict(verdict, new Set()),
    onBehalf: null,
    consented: false,
    classUnitId: null,
    corrected: false,
  };
  const opening = { procedure: 'admission', procedureVersion: '1', proposerUnitId: null, sourceKey: null };
  return {
    ...entryOf(entries, idOf(`act ${index}`), done.on),
    kind: index === 0 ? 'dossier.opened' : 'dossier.act',
    data: index === 0 ? { ...data, ...opening } : { ...data },
  };
}

const entryOf = (
  entries: readonly DossierEntry[],
  clientId: string,
  on: string,
): Omit<DossierEntry, 'kind' | 'data'> => ({
  clientId,
  position: entries.length + 1,
  version: entries.length + 1,
  happenedOn: on,
  names: null,
  unitId: 1,
  personId: idOf('person'),
  recordedBy: idOf('account'),
  ruleset: null,
});

const recordAll = (order: readonly number[]): DossierEntry[] =>
  order.reduce<DossierEntry[]>((entries, index) => [...entries, record(entries, index)], []);
const inOrder = road.map((_, index) => index);

function rowOf(entries: readonly DossierEntry[]) {
  const dossier = foldDossier(root, entries);
  if (!dossier) return null;
  const standing = standOf(dossier, law);
  const { stage, stageOn, closedAs, closedOn } = standing;
  return { stage, stageOn, closedAs, closedOn, ...stateOf(dossier, standing) };
}

describe('the fold', () => {
  test('follows the whole road (S0-23, S2-23, S4-23)', () => {
    const stages = inOrder.map((index) => rowOf(recordAll(inOrder.slice(0, index + 1)))?.stage);
    expect([...new Set(stages)]).toEqual([
      'nominated',
      'listed',
      'class_certified',
      'helped',
      'permitted',
      'papers_ready',
      'verifying',
      'verified',
      'cell_voted',
      'base_voted',
      'decided',
      'admitted',
      'probation_reviewed',
      'recognition_cell_voted',
      'recognition_base_voted',
      'recognised',
    ]);
  });

  test('gives the same row in whatever order the acts were typed', () => {
    const whole = rowOf(recordAll(inOrder));
    const rest = inOrder.slice(1);
    fc.assert(
      fc.property(fc.shuffledSubarray(rest, { minLength: rest.length }), (order) => {
        expect(rowOf(recordAll([0, ...order]))).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  test('what is withdrawn never happened', () => {
    const entries = recordAll(inOrder);
    fc.assert(
      fc.property(fc.subarray(inOrder.slice(1)), (taken) => {
        const gone = new Set(taken.map((index) => idOf(`act ${index}`)));
        const withdrawals = taken.map((index, at) => ({
          ...entryOf(
            [...entries, ...taken.slice(0, at).map(() => entries[0] as DossierEntry)],
            idOf(`back ${index}`),
            '2022-04-01',
          ),
          kind: withdrawal,
          names: idOf(`act ${index}`),
          data: {},
        }));
        expect(rowOf([...entries, ...withdrawals])).toEqual(
          rowOf(entries.filter((entry) => !gone.has(entry.clientId))),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('a withdrawn beginning leaves nothing', () => {
    const entries = recordAll([0]);
    const back = {
      ...entryOf(entries, idOf('back'), '2019-01-10'),
      kind: withdrawal,
      names: idOf('act 0'),
      data: {},
    };
    expect(foldDossier(root, [...entries, back])).toBeNull();
  });
});

describe('clocks', () => {
  const clocks = (upTo: string) => {
    const last = road.findLastIndex(({ on }) => on <= upTo);
    return standOf(foldDossier(root, recordAll(inOrder.slice(0, last + 1))) as never, law).clocks;
  };

  test('of each place asked run apart and stop with its own reply', () => {
    const replies = clocks('2020-10-10').filter(({ id }) => id === 'verify_reply');
    expect(replies.map(({ place, endedOn }) => [place, endedOn])).toEqual([
      ['A', null],
      ['B', '2020-10-10'],
    ]);
    expect(
      clocks('2020-10-20').filter(({ id, endedOn }) => id === 'verify_reply' && endedOn === null),
    ).toEqual([]);
  });

  test('a vote that fell short starts none', () => {
    expect(clocks('2020-12-03').some(({ id }) => id === 'decide')).toBe(false);
    expect(clocks('2020-12-10').find(({ id }) => id === 'decide')).toMatchObject({
      startsOn: '2020-12-10',
      limit: 60,
      endedOn: null,
    });
  });

  test('an extension moves the day by which the decision is due, that of its own vote alone', () => {
    const extension = { step: 'extend_decision', on: '2020-12-28', inputs: { document: doc('2020-12-28') } };
    const voted = recordAll(
      inOrder.slice(
        0,
        road.findIndex(({ step }) => step === 'decide'),
      ),
    );
    const prolonged = [...voted, record(voted, 99, extension)];
    const decideIn = (entries: readonly DossierEntry[]) =>
      standOf(foldDossier(root, entries) as never, law).clocks.find(({ id }) => id === 'decide');
    const before = decideIn(voted);
    expect(before).toMatchObject({ dueOn: '2021-03-12', extended: false, limit: 60, extension: 30 });
    expect(decideIn(prolonged)).toMatchObject({
      dueOn: before?.extendsTo,
      extendsTo: null,
      extended: true,
      limit: 90,
      endedOn: null,
    });
    const again = { step: 'cell_vote', on: '2021-01-04', inputs: { ballot: ballot(6, 5) } };
    const anew = [...prolonged, { ...record(prolonged, 100, again) }];
    expect(decideIn(anew)).toMatchObject({ startsOn: '2021-01-04', extended: false, limit: 60 });
  });

  test('a second extension of the same vote is refused, of the next one not', () => {
    const extension = { step: 'extend_decision', on: '2020-12-28', inputs: { document: doc('2020-12-28') } };
    const voted = recordAll(
      inOrder.slice(
        0,
        road.findIndex(({ step }) => step === 'decide'),
      ),
    );
    const prolonged = [...voted, record(voted, 99, extension)];
    const outcome = (entries: readonly DossierEntry[], on: string) =>
      (record(entries, 101, { ...extension, on }).data as ActData).verdict.outcome;
    expect(outcome(voted, '2020-12-29')).toBe('allowed');
    expect(outcome(prolonged, '2020-12-29')).toBe('refused');
    const again = { step: 'cell_vote', on: '2021-01-04', inputs: { ballot: ballot(6, 5) } };
    expect(outcome([...prolonged, record(prolonged, 100, again)], '2021-01-05')).toBe('allowed');
  });

  test('a paper that was due before the case was taken over is not asked for any more', () => {
    const takenOver = (on: string, ceremony: string): DossierEntry => ({
      ...entryOf([], idOf('taken over'), on),
      kind: 'dossier.taken_over',
      data: {
        procedure: 'recognition',
        procedureVersion: '1',
        proposerUnitId: null,
        sourceKey: null,
        stage: 'admitted',
        stageOn: ceremony,
        acts: [{ step: 'ceremony', on: ceremony, inputs: {}, passed: null }],
        voucherId: null,
        paper: null,
        classUnitId: null,
      } as never,
    });
    const open = (on: string, ceremony: string) =>
      standOf(foldDossier(root, [takenOver(on, ceremony)]) as never, law)
        .clocks.map(({ id }) => id)
        .filter((id) => ['member_history', 'recognition_considered'].includes(id));
    expect(open('2022-06-01', '2022-05-20')).toEqual(['recognition_considered', 'member_history']);
    expect(open('2022-12-01', '2022-05-20')).toEqual(['recognition_considered']);
  });

  test('the twelve months run from the ceremony and end with the recognition (S2-28)', () => {
    expect(clocks('2021-02-03').find(({ id }) => id === 'probation_ends')).toMatchObject({
      dueOn: '2022-02-03',
      endedOn: null,
    });
    expect(clocks('2022-03-10').find(({ id }) => id === 'probation_ends')).toMatchObject({
      endedOn: '2022-03-10',
    });
  });
});
