// Roads that lead in a circle: stages that come back to themselves, and steps each of which must wait for the other.
import type { Procedure, Requirement, Step } from '../procedure.ts';
import { type Fault, lineOf } from './fault.ts';
import type { Read, RegulationFiles } from './read.ts';

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

export function faultyCycles({ procedures }: Read, files: RegulationFiles): Fault[] {
  // Ways off the road may lead back: a decision that is annulled is taken again.
  const candidacy = procedures.filter(({ data }) => data.about === 'candidacy' && !data.aside);
  const stages = cycleIn(edgesOf(candidacy.flatMap(({ data }) => stepsOf(data).flatMap(stageSteps))));
  const all = procedures.flatMap(({ data }) => stepsOf(data));
  const waits = cycleIn(edgesOf(waitsOf(all)));
  const fault = (cycle: string[], code: Fault['code'], has: (step: Step) => boolean): Fault => {
    const place = placeOf(procedures, has);
    const line = place ? lineOf(files[place.file], place.at) : null;
    return { file: place?.file ?? 'procedures', line, code, params: { cycle: cycle.join(' → ') } };
  };
  return [
    ...(stages ? [fault(stages, 'fault.stage_cycle', (step) => goesBack(step, stages))] : []),
    ...(waits ? [fault(waits, 'fault.way_out_cycle', (step) => step.id === waits[0])] : []),
  ];
}

const stepsOf = ({ versions }: Procedure): Step[] => versions.flatMap(({ steps }) => steps);
type Edge = readonly [string, string];

/** From each stage a step is taken at to the stages it leads to; a step that stays is no move. */
const stageSteps = (step: Step): Edge[] =>
  step.leads_to.flatMap(({ to, from = step.from === 'any_open' ? [] : step.from }) =>
    from.filter((stage) => stage !== to).map((stage): Edge => [stage, to]),
  );

/** The step that closes the circle: it leads from the last of these stages to the first. */
const goesBack = (step: Step, cycle: readonly string[]): boolean =>
  stageSteps(step).some(([from, to]) => from === cycle.at(-2) && to === cycle.at(-1));

/**
 * A step held back points to another that must come first. A vote that fails is recorded and holds nothing back; two
 * steps that ask the same of the same fact in opposite ways are never both held back.
 */
function waitsOf(steps: readonly Step[]): Edge[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return steps.flatMap((step) =>
    step.requires.flatMap((requirement): Edge[] => {
      const other = byId.get(requirement.way_out.step ?? '');
      const free = requirement.record_shortfall || !other || other.id === step.id;
      return free || other.requires.some((one) => isOpposite(one, requirement)) ? [] : [[step.id, other.id]];
    }),
  );
}

const opposites: Readonly<Record<string, string>> = { fewer_than: 'at_least', at_least: 'fewer_than' };
const isOpposite = (a: Requirement, b: Requirement): boolean =>
  opposites[a.guard] === b.guard && JSON.stringify(a.args) === JSON.stringify(b.args);

function edgesOf(edges: readonly Edge[]): Edges {
  const map = new Map<string, Set<string>>();
  for (const [from, to] of edges) map.set(from, (map.get(from) ?? new Set()).add(to));
  return map;
}

/** The first circle that is met, from a name back to it; null when there is none. */
function cycleIn(edges: Edges): string[] | null {
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): string[] | null => {
    const at = path.indexOf(name);
    if (at >= 0) return [...path.slice(at), name];
    if (done.has(name)) return null;
    for (const next of edges.get(name) ?? []) {
      const found = walk(next, [...path, name]);
      if (found) return found;
    }
    done.add(name);
    return null;
  };
  for (const name of edges.keys()) {
    const found = walk(name, []);
    if (found) return found;
  }
  return null;
}

function placeOf(procedures: Read['procedures'], has: (step: Step) => boolean) {
  for (const { path, data } of procedures)
    for (const [version, { steps }] of data.versions.entries()) {
      const at = steps.findIndex(has);
      if (at >= 0) return { file: path, at: ['versions', version, 'steps', at] };
    }
  return null;
}
