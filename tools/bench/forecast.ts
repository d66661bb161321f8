// The back-test of the forecast: fitted on years 1–8 of made-up provinces, asked at the month ends of years 9 and 10. Seed 2026
// was never used while the model was made (seeds 1–5 were); other provinces run the same way with other delays, losses, seasons.
import { optionsOf } from '../generate/generate.ts';
import { noShift, type Options, type Shift } from '../generate/settings.ts';
import { historyOf } from './forecast/history.ts';
import { type Summary, summaryOf } from './forecast/summary.ts';
import { tablesOf } from './forecast/table.ts';
import { type Answer, answersOf, type Kind, testYears } from './forecast/test-years.ts';
import { note, tell } from './measure.ts';

export interface World {
  label: string;
  seed: number;
  shift: Shift;
  shiftFrom: number;
}
const testSeed = 2026;
const all = (by: number): Shift => ({ ...noShift, delays: by, losses: by, seasons: by });
const world = (label: string, more: Partial<World> = {}): World => ({
  label,
  seed: testSeed,
  shift: noShift,
  shiftFrom: 0,
  ...more,
});

/** Two change while nobody who fitted the model could know; in the last no committee hurries to its number or waits beyond it. */
const worlds: readonly World[] = [
  world('as it is'),
  world('+30 %', { shift: all(0.3) }),
  world('−30 %', { shift: all(-0.3) }),
  world('+30 % from year 9 on', { shift: all(0.3), shiftFrom: testYears[0] }),
  world('−30 % from year 9 on', { shift: all(-0.3), shiftFrom: testYears[0] }),
  world('nobody leans on a number', { shift: { ...noShift, leaning: -1 } }),
];
/** A province ends a year once: only many provinces say something about provinces. */
const moreSeeds = [2027, 2028, 2029];
const kinds: readonly Kind[] = ['communes and blocks', 'base organisations'];

export interface BackTest {
  label: string;
  /** null: the provinces of all worlds together */
  world: World | null;
  summaries: Summary[];
}

const optionsFor = ({ seed, shift, shiftFrom }: World): Options =>
  optionsOf({ seed, shift, shiftFrom, today: `${testYears[1]}-12-31` });

export const answersIn = (one: World, rolling = false): Answer[] =>
  answersOf(historyOf(optionsFor(one)), rolling);

export function measureForecast(): BackTest[] {
  const provinces: Answer[] = [];
  const lived = (one: World): Answer[] => {
    tell(`back-test: seed ${one.seed}, ${one.label}`);
    const answers = answersIn(one);
    // Provinces are told apart by their world.
    const unitId = new Set(provinces.map((each) => each.unitId)).size + 1;
    provinces.push(...answers.filter(({ kind }) => kind === 'province').map((each) => ({ ...each, unitId })));
    return answers;
  };
  const found = worlds.map((one): BackTest => {
    const answers = lived(one);
    return { label: one.label, world: one, summaries: kinds.map((kind) => summaryOf(kind, answers)) };
  });
  for (const seed of moreSeeds) lived(world('as it is', { seed }));
  const label = `${worlds.length + moreSeeds.length} provinces`;
  found.push({ label, world: null, summaries: [summaryOf('province', provinces)] });
  for (const one of found) for (const summary of one.summaries) noteSummary(one.label, summary);
  tell(tablesOf(found));
  return found;
}

function noteSummary(label: string, { kind, rows, calibration, inside }: Summary): void {
  const [own, ...others] = rows;
  if (!own) return;
  const best = Math.min(...others.map(({ brier }) => brier));
  const of = `forecast of ${kind}, ${label}`;
  note(`${of}: Brier score (bar: the best it must beat)`, round(own.brier), '', { bar: round(best) });
  note(`${of}: expected calibration error`, round(calibration), '');
  note(`${of}: results inside the 80 % interval`, round(inside), '');
}
const round = (value: number): number => Math.round(value * 1000) / 1000;
