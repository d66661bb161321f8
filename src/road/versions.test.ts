// Several versions of the rules at once say of a case what each of them says alone, whatever they differ in.
import { describe, expect, test } from 'vitest';
import { idOf, road, root } from '../../test/whole-road.ts';
import { readRegulationFiles } from '../rules/files.store.ts';
import { askingOf } from '../rules/in-force.ts';
import { valueFault } from '../rules/provisions/decide-provision.ts';
import {
  calendarName,
  load,
  onlyVersion,
  type Parameter,
  type ParameterValue,
  type Regulations,
} from '../rules/index.ts';
import { lawOf } from './law.ts';
import { type Located, nothingHeld, type Standing, standOf } from './standing.ts';
import { standUnder } from './versions.ts';

const files = readRegulationFiles('regulations');
const shipped = load(files);

const dossier: Located = {
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
  acts: road.map((done, index) => ({
    ...done,
    entry: idOf(`act ${index}`),
    root: idOf(`act ${index}`),
    passed: null,
    takenOver: false,
    unitId: 1,
    data: null,
    ruleset: null,
  })),
  version: road.length,
};

/** Other values of their kind; a kind that has none here is left. */
const others = (value: ParameterValue): ParameterValue[] => {
  if (typeof value === 'number') return [value + 7, Math.max(0, Math.floor(value / 2))];
  if (typeof value === 'boolean') return [!value];
  if (value === null) return [3, true];
  return typeof value === 'string' ? ['start', 'switch', 'act', 'opened', 'stops', 'runs'] : [];
};

/** A vote was carried before it, and its clock still runs. */
const midRoad = '2020-12-22';

/** The rules with another value of one quantity: at all times, and from a day on. */
function otherwise(id: string): Regulations[] {
  const held = shipped.parameters.find((one) => one.id === id) as Parameter;
  const values = new Set(held.values.flatMap(({ value }) => others(value as ParameterValue)));
  return [...values]
    .filter((value) => valueFault(held, value) === null)
    .flatMap((value) => {
      const always = held.values.map((one) => ({ ...one, value }));
      const earlier = held.values.filter(({ from }) => from < midRoad);
      const last = earlier.at(-1);
      return last ? [always, [...earlier, { ...last, from: midRoad, value }]] : [always];
    })
    .map((dated) => withParameter(held, { ...held, values: dated }));
}

function withParameter(held: Parameter, other: Parameter): Regulations {
  const content = { ...shipped, parameters: shipped.parameters.map((one) => (one === held ? other : one)) };
  return { ...content, ...askingOf(content, shipped.overlays) };
}

const alone = (regulations: Regulations) => standOf(dossier, lawOf(regulations), nothingHeld);
/** In words, whatever the order in which the facts were told. */
const plain = (standing: Standing | undefined): string =>
  JSON.stringify(
    {
      ...standing,
      facts: Object.entries(standing?.facts ?? {})
        .filter(([, fact]) => fact !== undefined)
        .sort(),
    },
    null,
    1,
  );
const sharedBy = ([before, after]: Standing[]) =>
  (after?.acts ?? []).filter((act, index) => act === before?.acts[index]);

describe('versions of the rules', () => {
  test('every quantity, under either reading of what becomes of limits that run', () => {
    const wrong: string[] = [];
    const counted = { tried: 0, other: 0, shared: 0 };
    for (const first of [shipped, ...otherwise('transition.clock')])
      for (const { id } of shipped.parameters)
        for (const regulations of otherwise(id)) {
          const differsIn = new Set([id, ...(first === shipped ? [] : ['transition.clock'])]);
          const both = standUnder([...onlyVersion(first), { regulations, differsIn }])(dossier);
          const [before, after] = both.map(plain);
          if (after !== plain(alone(regulations))) wrong.push(id);
          counted.tried += 1;
          if (before !== after) counted.other += 1;
          counted.shared += sharedBy(both).length;
        }
    expect(wrong).toEqual([]);
    // Most quantities have no say in most acts; those that have are seen.
    expect(counted.tried).toBeGreaterThan(100);
    expect(counted.other).toBeGreaterThan(10);
    expect(counted.shared).toBeGreaterThan(0.8 * counted.tried * road.length);
  }, 60_000);

  test('a day off moves the clocks counted in working days, and nothing else is judged again', () => {
    const edit = {
      date: '2020-12-22',
      effect: 'off',
      kind: 'other',
      note: 'Nghỉ bù bão',
      source: 'TB 11',
      status: 'announced',
    } as const;
    const regulations = load(files, { provisions: [], calendar: [edit] });
    const under = standUnder([...onlyVersion(shipped), { regulations, differsIn: new Set([calendarName]) }]);
    const [before, after] = under(dossier);
    expect(plain(after)).toBe(plain(alone(regulations)));
    expect(plain(after)).not.toBe(plain(before));
    const again = after?.acts.filter((act, index) => act !== before?.acts[index]);
    expect(again?.map(({ act }) => act.step)).toContain('cell_vote');
    expect(again?.length).toBeLessThan(road.length / 2);
  });

  test('where it is not known in what they differ, everything is judged again', () => {
    const both = standUnder([...onlyVersion(shipped), { regulations: shipped, differsIn: null }])(dossier);
    const [before, after] = both;
    expect(plain(after)).toBe(plain(before));
    expect(sharedBy(both)).toEqual([]);
  });
});
