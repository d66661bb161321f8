// What holds at a place in the tree on a day: the shipped values with what committees laid over them, the texts in
// force, the rules of that day. Asked for every act, so that what never changes is reckoned once.
import { addDays, type Day } from '../platform/day.ts';
import { type Document, guidanceOn, inForceOn, ruleSetOn } from './documents.ts';
import type { Content, Overlays } from './content.ts';
import { type Parameter, type Resolved, resolveValue } from './parameter.ts';
import type { Step } from './procedure.ts';
import { laidOver, type Provision, reachesTo, standsOn } from './provisions/provision.ts';
import { type Ruleset, rulesetOf, type Sources } from './ruleset.ts';
import type { Citation } from './verdict.ts';

export interface Asking {
  inForce: (day: Day, unit?: { path: string } | null) => Ruleset;
  /** the value of the files alone */
  shipped: (id: string, day: Day) => Resolved;
  /** the days from which the value may be another there, in order */
  changesOf: (id: string, path?: string) => Day[];
}

/** Whoever wants to know which values were asked for. */
export type Hear = (name: string) => unknown;

/** As many as a large province has units; then the memory starts anew. */
const remembered = 8000;

export function askingOf(content: Content, { provisions }: Overlays, hear?: Hear): Asking {
  const shipped = shippedValues(content, hear);
  const base: Omit<Sources, 'resolve' | 'nextChange'> = sourcesOf(content);
  const byParameter = Map.groupBy(provisions, ({ parameter }) => parameter);
  const parameters = new Map(content.parameters.map((one) => [one.id, one]));
  const here = new Map<string, Sources>();
  const at = (path: string): Sources => {
    const held = here.get(path);
    if (held) return held;
    const laid = laidAt(byParameter, path);
    const sources = { ...base, ...valuesAt(content, { shipped, hear }, laid) };
    if (here.size >= remembered) here.clear();
    here.set(path, sources);
    return sources;
  };
  return {
    inForce: (day, unit = null) =>
      rulesetOf({ on: day, sources: at(provisions.length === 0 ? '' : (unit?.path ?? '')) }),
    shipped,
    changesOf: (id, path = '') => changesOf(getFrom(parameters, id), laidAt(byParameter, path).get(id) ?? []),
  };
}

const laidAt = (
  byParameter: ReadonlyMap<string, readonly Provision[]>,
  path: string,
): ReadonlyMap<string, readonly Provision[]> =>
  new Map(
    [...byParameter]
      .map(([id, all]) => [id, all.filter((one) => reachesTo(one, path))] as const)
      .filter(([, all]) => all.length > 0),
  );

/** Each shipped value is made once for all the days it holds. */
function shippedValues({ documents, parameters }: Content, hear?: Hear): Asking['shipped'] {
  const setOf = (day: Day) => ruleSetOn(documents, day)?.id ?? day;
  const made = new Map(
    parameters.map((one) => [one.id, { parameter: one, values: new Map<number, Resolved>() }]),
  );
  return (id, day) => {
    hear?.(id);
    const { parameter, values } = getFrom(made, id);
    const at = parameter.values.findLastIndex(({ from }) => from <= day);
    const held = values.get(at) ?? resolveValue(parameter, at, setOf);
    values.set(at, held);
    return held;
  };
}

/** Values where these provisions reach, and the days on which one of them changes. */
function valuesAt(
  content: Content,
  { shipped, hear }: Pick<Asking, 'shipped'> & { hear: Hear | undefined },
  laid: ReadonlyMap<string, readonly Provision[]>,
): Pick<Sources, 'resolve' | 'nextChange'> {
  const parameters = new Map(content.parameters.map((one) => [one.id, one]));
  return {
    resolve: (id, day) => {
      const own = laid.get(id)?.filter((one) => standsOn(one, day)) ?? [];
      const held = shipped(id, day);
      return own.length === 0 ? held : laidOver(held, own, getFrom(parameters, id));
    },
    nextChange: (ids, after, until) => {
      let first: Day | null = null;
      if (hear) ids.forEach(hear);
      for (const id of ids)
        for (const day of changesOf(getFrom(parameters, id), laid.get(id) ?? []))
          if (after < day && day <= until && (first === null || day < first)) first = day;
      return first;
    },
  };
}

function changesOf({ values }: Parameter, provisions: readonly Provision[]): Day[] {
  const days = [
    ...values.map(({ from }) => from),
    ...provisions.flatMap(({ fromOn, untilOn }) => [
      fromOn,
      ...(untilOn === null ? [] : [addDays(untilOn, 1)]),
    ]),
  ];
  return [...new Set(days)].sort();
}

function sourcesOf(content: Content): Omit<Sources, 'resolve' | 'nextChange'> {
  const { documents } = content;
  const ladders = new Map(content.catalogues.map((one) => [one.id, one.items.map((item) => item.code)]));
  const procedures = new Map(content.procedures.map((one) => [one.id, one]));
  const texts = new Map<Day, ReturnType<Sources['textsOf']>>();
  const stages = content.stages.map(({ id }) => id);
  const bases = basesOf(content);
  return {
    textsOf: (day) => {
      const held = texts.get(day) ?? textsOn(documents, day);
      if (texts.size >= remembered) texts.clear();
      texts.set(day, held);
      return held;
    },
    procedure: (id) => getFrom(procedures, id),
    calendar: content.calendar,
    ladder: (id) => getFrom(ladders, id),
    stages,
    stepBasis: (step, day) => basisOn(getFrom(bases, step), day),
  };
}

const textsOn = (documents: readonly Document[], day: Day) => ({
  id: ruleSetOn(documents, day)?.set ?? 'unknown',
  guidance: guidanceOn(documents, day),
});

export function getFrom<K, T>(map: ReadonlyMap<K, T>, id: K): T {
  const found = map.get(id);
  if (found === undefined) throw new RangeError(`not in the regulations: ${String(id)}`);
  return found;
}

interface Cited {
  citation: Citation;
  document: Document | undefined;
}
interface Bases {
  own: readonly Cited[];
  /** what the whole procedure rests on */
  whole: readonly Cited[];
}

function basesOf({ documents, procedures }: Content): ReadonlyMap<Step, Bases> {
  const known = new Map(documents.map((one) => [one.id, one]));
  const cite = (basis: Step['basis']): Cited[] =>
    basis.map((one) => {
      const document = known.get(one.document);
      return { document, citation: { ...one, confidence: document?.confidence ?? '?' } };
    });
  return new Map(
    procedures.flatMap(({ versions }) =>
      versions.flatMap(({ basis, steps }) => {
        const whole = cite(basis);
        return steps.map((step) => [step, { own: cite(step.basis), whole }] as const);
      }),
    ),
  );
}

/**
 * Of the texts a step rests on, those in force on the day; of a day before them, what its whole procedure rests on;
 * when none of these was in force either, the step's own texts.
 */
function basisOn({ own, whole }: Bases, day: Day): Citation[] {
  const current = (all: readonly Cited[]) =>
    all.filter(({ document }) => document && inForceOn(document, day));
  const known = [current(own), current(whole), own].find((all) => all.length > 0) ?? [];
  return known.map(({ citation }) => citation);
}
