// One whole road to membership, as the acts of a dossier tell it.
import { derivedId } from '../src/platform/ids.ts';
import type { Inputs } from '../src/road/dossier.ts';
import type { Located } from '../src/road/standing.ts';

/** What ids of the road are made from. */
export const root = '019200aa-0000-7000-8000-000000000000';
export const idOf = (name: string): string => derivedId(root, name);
const helperId = idOf('helper');
export const doc = (on: string) => ({ number: '1', on, by: null });
export const ballot = (base: number, yes: number, more: object = {}) => ({
  total: base,
  base,
  present: base,
  yes,
  no: base - yes,
  blank: 0,
  excluded: {},
  ...more,
});

export interface Done {
  step: string;
  on: string;
  inputs: Inputs;
}
/** From the first mention to the recognition, with a vote that was not carried. */
export const road: readonly Done[] = [
  { step: 'nominate', on: '2019-01-10', inputs: { informedOn: '2019-01-05', agreed: true } },
  { step: 'list', on: '2019-02-03', inputs: { resolution: doc('2019-02-03') } },
  { step: 'class_certificate', on: '2019-06-20', inputs: { certificate: doc('2019-06-20') } },
  {
    step: 'assign_helper',
    on: '2019-07-03',
    inputs: { helper: helperId, resolution: doc('2019-07-03') },
  },
  { step: 'permit', on: '2020-08-10', inputs: { resolution: doc('2020-08-10') } },
  {
    step: 'papers',
    on: '2020-09-15',
    inputs: { papers: [{ id: 'application', state: 'have', on: null, keptAt: null }] },
  },
  {
    step: 'verify_send',
    on: '2020-09-20',
    inputs: { place: 'A', persons: 1, way: 'letter', receivedOn: '2020-09-24' },
  },
  {
    step: 'verify_send',
    on: '2020-09-21',
    inputs: { place: 'B', persons: 2, way: 'letter', receivedOn: '2020-09-25' },
  },
  { step: 'verify_reply', on: '2020-10-10', inputs: { place: 'B', result: 'confirmed' } },
  { step: 'verify_reply', on: '2020-10-20', inputs: { place: 'A', result: 'confirmed' } },
  { step: 'verify_conclude', on: '2020-11-01', inputs: { result: 'clear' } },
  { step: 'cell_vote', on: '2020-12-03', inputs: { ballot: ballot(6, 3) } },
  { step: 'cell_vote', on: '2020-12-10', inputs: { ballot: ballot(6, 4) } },
  { step: 'base_vote', on: '2020-12-20', inputs: { ballot: ballot(15, 14) } },
  {
    step: 'decide',
    on: '2021-01-15',
    inputs: {
      result: 'yes',
      decision: doc('2021-01-15'),
      body: 'superior_standing',
      receivedOn: '2021-01-18',
    },
  },
  { step: 'ceremony', on: '2021-02-03', inputs: { helper: helperId } },
  { step: 'self_review', on: '2022-02-04', inputs: { signedOn: '2022-02-04' } },
  { step: 'helper_note', on: '2022-02-05', inputs: { signedOn: '2022-02-05' } },
  { step: 'new_member_class', on: '2022-02-06', inputs: { certificate: doc('2022-02-06') } },
  { step: 'recognition_cell_vote', on: '2022-02-10', inputs: { ballot: ballot(6, 6) } },
  { step: 'recognition_base_vote', on: '2022-02-25', inputs: { ballot: ballot(15, 15) } },
  {
    step: 'recognise',
    on: '2022-03-10',
    inputs: { result: 'yes', decision: doc('2022-03-10'), body: 'superior_standing' },
  },
];

const aside: readonly Done[] = [
  { step: 'return_dossier', on: '2020-12-22', inputs: { level: 'superior', what: ['opinions'] } },
  { step: 'resubmit', on: '2020-12-26', inputs: {} },
  { step: 'extend_decision', on: '2020-12-28', inputs: { document: doc('2020-12-28') } },
];
/** The same, with the file sent back and prolonged between the votes and the decision. */
export const windingRoad: readonly Done[] = road.flatMap((done) =>
  done.step === 'decide' ? [...aside, done] : [done],
);

/** A case that has come so far on the winding road; the first acts may have been taken over. */
export const dossierAfter = (acts: number, takenOver = 0): Located => ({
  id: root,
  personId: idOf('person'),
  unitId: 1,
  handovers: [],
  ended: null,
  procedure: 'admission',
  procedureVersion: '1',
  proposerUnitId: null,
  classUnitId: null,
  sourceKey: null,
  takenOver: null,
  path: '/1/2/',
  acts: windingRoad.slice(0, acts).map((done, index) => ({
    ...done,
    entry: idOf(`act ${index}`),
    root: idOf(`act ${index}`),
    passed: null,
    takenOver: index < takenOver,
    unitId: 1,
    data: null,
    ruleset: null,
  })),
  version: acts,
});
