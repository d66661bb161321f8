// The back-test in figures: for each kind of unit the forecast beside what it must beat, on the same answers.
import { baselines, type Baseline } from './baselines.ts';
import { advantage, brier, calibrationError, mean, tenthsOf, type Tenth, type Told } from './score.ts';
import type { Answer, Kind } from './test-years.ts';

export interface Row {
  what: 'forecast' | Baseline;
  brier: number;
  calibrationError: number;
  /** how much the forecast’s Brier score is lower, with its standard error by units */
  behindBy: number | null;
  error: number | null;
}
export interface Summary {
  kind: Kind;
  /** answers asked, and those for which the application tells a probability */
  asked: number;
  answers: number;
  met: number;
  rows: Row[];
  /** expected calibration error of the forecast */
  calibration: number;
  tenths: Tenth[];
  /** share of results inside the 80 % interval */
  inside: number;
  /** mean distance of the median, and of the linear pace, from what came */
  off: { forecast: number; linear: number };
  beatsAll: boolean;
}

export function summaryOf(kind: Kind, all: readonly Answer[]): Summary {
  const asked = all.filter((one) => one.kind === kind);
  const answers = asked.filter(({ why }) => why === null);
  const model = answers.map((one) => tell(one, one.chance));
  const rows = Object.entries(baselines).map(([what, chanceOf]): Row => {
    const other = answers.map((one) => tell(one, chanceOf(one)));
    const { by, error } = advantage(model, other);
    return {
      what: what as Baseline,
      brier: brier(other),
      calibrationError: calibrationError(other),
      behindBy: by,
      error,
    };
  });
  const own: Row = {
    what: 'forecast',
    brier: brier(model),
    calibrationError: calibrationError(model),
    behindBy: null,
    error: null,
  };
  return {
    kind,
    asked: asked.length,
    answers: answers.length,
    met: mean(answers.map(({ came, target }) => Number(came >= target))),
    rows: [own, ...rows],
    calibration: own.calibrationError,
    tenths: tenthsOf(model),
    inside: mean(answers.map(({ came, low, high }) => Number(came >= low && came <= high))),
    off: {
      forecast: mean(answers.map(({ came, median }) => Math.abs(came - median))),
      linear: mean(answers.map(({ came, done, elapsed }) => Math.abs(came - done / elapsed))),
    },
    beatsAll: rows.every(({ brier }) => brier > own.brier),
  };
}

const tell = ({ unitId, came, target }: Answer, chance: number): Told => ({
  unitId,
  chance,
  came: came >= target,
});
