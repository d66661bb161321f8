// A set as loading takes it, straight from the generator: the tree of all its time at once, then part by part.
import { generateParts, generateTree } from '../generate.ts';
import { goldenOf } from '../golden.ts';
import type { Line, UnitActLine, UnitLine } from '../line.ts';
import { type Options, sizes } from '../settings.ts';
import type { SetSource } from './load.ts';

export const isUnit = (line: Line): line is UnitLine => line.line === 'unit';
export const isUnitAct = (line: Line): line is UnitActLine => line.line === 'unit_act';

export function sourceOf(options: Options): SetSource {
  const worked = goldenOf(options);
  const tree = [...generateTree(options), ...worked];
  const { begins, kept, province } = sizes[options.set];
  return {
    label: `${options.set}/${options.seed}`,
    begins: kept > begins ? kept : begins,
    today: options.today,
    province: province ?? '01',
    units: tree.filter(isUnit),
    acts: tree.filter(isUnitAct),
    portions: () => portionsIn(options),
    found: { options },
  };
}

/** The worked cases stand apart from the tree of the set; they come when all of it is there. */
function* portionsIn(options: Options): Generator<readonly Line[]> {
  yield* generateParts(options);
  yield goldenOf(options);
}
