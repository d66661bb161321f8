// Several versions of the rules at once say of a case what each of them says alone, whatever they differ in.
import { describe, expect, test } from 'vitest';
import { files, otherwise, shipped } from '../../test/other-rules.ts';
import { dossierAfter, windingRoad } from '../../test/whole-road.ts';
import { calendarName, load, type Overlays, type Provision, type Regulations } from '../rules/index.ts';
import { onlyVersion } from '../worklist/source.ts';
import { lawOf } from './law.ts';
import { nothingHeld, type Standing, standOf } from './standing.ts';
import { standUnder } from './versions.ts';

const dossier = dossierAfter(windingRoad.length);

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

const provision: Provision = {
  id: 'p',
  kind: 'stricter',
  parameter: 'certificate.months',
  path: '/1/',
  fromOn: '2019-01-01',
  untilOn: null,
  value: 48,
  document: { number: '1', on: '2019-01-01', by: 'Huyện ủy' },
  clause: '1',
  decidedBy: 'Ban Thường vụ',
};

describe('versions of the rules', () => {
  test('every quantity, under either reading of what becomes of limits that run', () => {
    const wrong: string[] = [];
    const counted = { tried: 0, other: 0, shared: 0 };
    const switching = otherwise('transition.clock').find(
      (one) => plain(alone(one)) !== plain(alone(shipped)),
    );
    for (const { id } of shipped.parameters) {
      const others = otherwise(id);
      const told = others.map((one) => plain(alone(one)));
      for (const first of [shipped, switching as Regulations]) {
        const differsIn = new Set(first === shipped ? [id] : [id, 'transition.clock']);
        const versions = others.map((regulations) => ({ regulations, differsIn }));
        const [before, ...after] = standUnder([...onlyVersion(first), ...versions])(dossier);
        wrong.push(...after.filter((one, at) => plain(one) !== told[at]).map(() => id));
        counted.tried += after.length;
        counted.other += after.filter((one) => plain(one) !== plain(before)).length;
        counted.shared += after.flatMap((one) => sharedBy([before as Standing, one])).length;
      }
    }
    expect(wrong).toEqual([]);
    // Most quantities have no say in most acts; those that have are seen.
    expect(counted.tried).toBeGreaterThan(100);
    expect(counted.other).toBeGreaterThan(10);
    expect(counted.shared).toBeGreaterThan(0.8 * counted.tried * windingRoad.length);
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
    expect(again?.length).toBeLessThan(windingRoad.length / 2);
  });

  test('a local rule reaches the acts of its own place alone', () => {
    const laidAt = (path: string) => {
      const overlays: Overlays = { provisions: [{ ...provision, path }], calendar: [] };
      return load(files, overlays);
    };
    const laid = ['/1/', '/3/'].map(laidAt);
    const versions = laid.map((regulations) => ({ regulations, differsIn: new Set([provision.parameter]) }));
    const [before, here, there] = standUnder([...onlyVersion(shipped), ...versions])(dossier).map(plain);
    expect([here, there]).toEqual(laid.map((regulations) => plain(alone(regulations))));
    expect([here === before, there === before]).toEqual([false, true]);
  });

  test('where it is not known in what they differ, everything is judged again', () => {
    const both = standUnder([...onlyVersion(shipped), { regulations: shipped, differsIn: null }])(dossier);
    const [before, after] = both;
    expect(plain(after)).toBe(plain(before));
    expect(sharedBy(both)).toEqual([]);
  });
});
