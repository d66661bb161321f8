// What a plan is after any course of drafting, discussing, approving, revising and giving up.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../platform/entry.ts';
import { foldPlan } from './fold.ts';
import { type DataOf, lineKey, planIdOf, type PlanKind } from './plan.ts';

const id = planIdOf(7, '2021');

function entriesOf(...list: [PlanKind, object, string?][]): Entry[] {
  return list.map(([kind, data, on], at) => ({
    clientId: `e${at}`,
    stream: `plan:${id}`,
    kind,
    happenedOn: on ?? null,
    unitId: 7,
    personId: null,
    ruleset: null,
    names: null,
    batch: null,
    data: data as Record<string, unknown>,
    position: at + 1,
    version: at + 1,
    recordedAt: `2021-01-0${at + 1}T00:00:00Z`,
    recordedBy: at % 2 ? 'b' : 'a',
    officeId: null,
  }));
}
const opened: [PlanKind, object] = [
  'plan.opened',
  { unitId: 7, period: '2021', copiedFrom: null, prepared: 'own' },
];
const line = (unitId: number, number: number | null) => ({
  unitId,
  figure: 'admission',
  part: '',
  amount: number === null ? null : { minimum: number, maximum: number, mark: 'exact' },
  share: null,
});
const drafted = (...lines: object[]): [PlanKind, object] => ['plan.drafted', { lines, own: [] }];
const approved = (revision: number, on: string): [PlanKind, object, string] => [
  'plan.approved',
  { revision, decision: null, documentId: null, units: 1, lines: 1 } satisfies DataOf<'plan.approved'>,
  on,
];
const reopened: [PlanKind, object] = ['plan.reopened', { reason: 'above_changed', why: null }];

describe('a plan (S3-45)', () => {
  it('keeps the newest number of each line, with who wrote it', () => {
    const plan = foldPlan(
      id,
      entriesOf(opened, drafted(line(8, 3), line(9, 4)), drafted(line(8, 5), line(9, null))),
    );
    expect(plan?.state).toBe('draft');
    expect(plan?.lines.map((one) => [lineKey(one), one.amount?.minimum, one.by])).toEqual([
      ['8/admission/', 5, 'a'],
    ]);
    expect(plan?.version).toBe(3);
  });

  it('goes from draft over discussion to approval; the draft is then in force and gone from here', () => {
    const list = entriesOf(
      opened,
      drafted(line(8, 3)),
      ['plan.discussed', { body: 'Hội nghị đảng ủy', outcome: null }, '2021-01-10'],
      approved(1, '2021-01-15'),
    );
    expect(foldPlan(id, list.slice(0, 3))?.state).toBe('discussed');
    const plan = foldPlan(id, list);
    expect([plan?.state, plan?.revision, plan?.lines.length, plan?.approvals[0]?.on]).toEqual([
      'approved',
      1,
      0,
      '2021-01-15',
    ]);
  });

  it('is revised with its reason while the approved one stays', () => {
    const list = entriesOf(
      opened,
      approved(1, '2021-01-15'),
      reopened,
      drafted(line(8, 6)),
      approved(2, '2021-07-01'),
    );
    const revising = foldPlan(id, list.slice(0, 4));
    expect([revising?.state, revising?.revision, revising?.lines.length]).toEqual(['revising', 1, 1]);
    const plan = foldPlan(id, list);
    expect(plan?.approvals.map(({ revision, reason }) => [revision, reason])).toEqual([
      [1, null],
      [2, 'above_changed'],
    ]);
    expect(plan?.reopened).toBeNull();
  });

  it('given up before approval it is gone and can be opened again; a revision given up leaves the approved one', () => {
    const gone = entriesOf(opened, drafted(line(8, 3)), ['plan.withdrawn', {}]);
    expect(foldPlan(id, gone)).toBeNull();
    const again = foldPlan(id, entriesOf(opened, drafted(line(8, 3)), ['plan.withdrawn', {}], opened));
    expect([again?.state, again?.lines.length]).toEqual(['draft', 0]);
    const revision = entriesOf(opened, approved(1, '2021-01-15'), reopened, drafted(line(8, 6)), [
      'plan.withdrawn',
      {},
    ]);
    const kept = foldPlan(id, revision);
    expect([kept?.state, kept?.revision, kept?.lines.length]).toEqual(['approved', 1, 0]);
  });

  it('is the same plan for everybody who opens it for one unit and period (S1-41, S3-25)', () => {
    expect(planIdOf(7, '2021')).toBe(planIdOf(7, '2021'));
    expect(new Set([planIdOf(7, '2021'), planIdOf(8, '2021'), planIdOf(7, '2022')]).size).toBe(3);
  });
});
