// The shipped rules with another value of one quantity, for whoever asks what hangs on it.
import { askingOf } from '../src/rules/in-force.ts';
import { readRegulationFiles } from '../src/rules/files.store.ts';
import { load, type Parameter, type ParameterValue, type Regulations } from '../src/rules/index.ts';
import { valueFault } from '../src/rules/provisions/decide-provision.ts';

export const files = readRegulationFiles('regulations');
export const shipped = load(files);

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
export function otherwise(id: string): Regulations[] {
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
