// A question looks only at the cases that its draft can touch: none of those left out would change.
import { expect, test } from 'vitest';
import { otherwise, shipped } from '../../../test/other-rules.ts';
import { dossierAfter, windingRoad } from '../../../test/whole-road.ts';
import { lawOf } from '../../road/law.ts';
import { onwardOf } from '../../road/onward.ts';
import { dueOfDossier } from '../../road/row.ts';
import type { Located, Standing } from '../../road/standing.ts';
import { standUnder } from '../../road/versions.ts';
import type { Regulations } from '../../rules/index.ts';
import { onlyVersion } from '../../worklist/source.ts';
import { type LoadedLaw, touchedBy } from './draft.ts';

const cases = [
  ...windingRoad.map((_, index) => dossierAfter(index + 1)),
  dossierAfter(14, 9),
  dossierAfter(18, 18),
];
const law: LoadedLaw = { files: {}, overlays: shipped.overlays, regulations: shipped };
const sides = { start: { before: law, after: law }, switch: { before: law, after: law } };

/** What a question tells of a case: its lines, and whether the next step may be taken. */
function told(dossier: Located, standing: Standing, regulations: Regulations): string {
  const { stage, facts } = standing;
  const onward = onwardOf(lawOf(regulations), { stage, path: '/' }, '2022-03-10', {
    ...facts,
    'dossier.stage': stage,
  });
  return JSON.stringify([dueOfDossier(dossier, standing), onward?.step.id, onward?.verdict.outcome]);
}

/** Is it among the cases that the source of the dossiers gives for the draft? */
function isLookedAt(parameter: string, { stage, facts }: Standing): boolean {
  const touched = touchedBy({ parameter, sides }, 'dossier');
  if (touched === 'none' || touched === 'all') return touched === 'all';
  if ('clocks' in touched) throw new Error('a dossier is found by its steps');
  const taken = touched.taken.some((step) => facts[`${step}.count`] !== undefined);
  return taken || touched.stages === null || touched.stages.includes(stage);
}

test('of every quantity', () => {
  const missed: string[] = [];
  const counted = { changed: 0, left: 0 };
  for (const { id } of shipped.parameters) {
    const versions = otherwise(id).map((regulations) => ({ regulations, differsIn: new Set([id]) }));
    const under = standUnder([...onlyVersion(shipped), ...versions]);
    for (const dossier of cases) {
      const [before, ...after] = under(dossier) as [Standing, ...Standing[]];
      const now = told(dossier, before, shipped);
      const changed = after.filter(
        (one, at) => told(dossier, one, versions[at]?.regulations ?? shipped) !== now,
      );
      const looked = isLookedAt(id, before);
      if (changed.length > 0 && !looked) missed.push(`${id} ${before.stage}`);
      counted.changed += changed.length;
      if (!looked) counted.left += 1;
    }
  }
  expect(missed).toEqual([]);
  expect(counted.changed).toBeGreaterThan(50);
  expect(counted.left).toBeGreaterThan(1000);
}, 120_000);
