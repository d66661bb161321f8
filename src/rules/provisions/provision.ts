// What a committee lays over the shipped rules for its part of the tree: it confirms a value, fills one that is not
// known, or asks for more. In force from a day on; the shipped files stay as they are.
import { z } from 'zod';
import type { Day } from '../../platform/day.ts';
import type { Laid, Parameter, ParameterValue, Resolved } from '../parameter.ts';
import { sameValue, strictest } from './stricter.ts';
import type { Citation } from '../verdict.ts';
import { dayText } from '../words.ts';

export const provisionKinds = ['confirm', 'fill', 'stricter'] as const;

export const provision = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(provisionKinds),
  parameter: z.string().min(1),
  /** of the committee's unit: '/1/14/' and all below */
  path: z.string().startsWith('/').endsWith('/'),
  fromOn: dayText,
  /** last day in force */
  untilOn: dayText.nullable(),
  value: z.unknown(),
  document: z.strictObject({ number: z.string().min(1), on: dayText, by: z.string().min(1) }),
  clause: z.string().min(1),
  decidedBy: z.string().min(1),
});

export interface Provision {
  id: string;
  kind: (typeof provisionKinds)[number];
  parameter: string;
  path: string;
  fromOn: Day;
  untilOn: Day | null;
  /** of a confirmation: the value confirmed; null where an older entry did not keep it */
  value: unknown;
  document: { number: string; on: Day; by: string };
  clause: string;
  decidedBy: string;
}

export const standsOn = ({ fromOn, untilOn }: Provision, day: Day): boolean =>
  fromOn <= day && (untilOn === null || day <= untilOn);

/** Laid for a unit itself or for one above it. */
export const reachesTo = ({ path }: Pick<Provision, 'path'>, unitPath: string): boolean =>
  unitPath.startsWith(path);

/**
 * What holds where these provisions stand: the shipped value, then confirmations, then the value that fills a gap, then
 * the strictest. A confirmation and a filling speak of one shipped value and end with it; a stricter rule goes on.
 */
export function laidOver(
  shipped: Resolved,
  provisions: readonly Provision[],
  parameter: Pick<Parameter, 'kind' | 'stricter'>,
): Resolved {
  const ordered = provisions.toSorted(
    (a, b) => a.path.length - b.path.length || (a.fromOn < b.fromOn ? -1 : 1),
  );
  const own = ordered.filter(({ fromOn }) => shipped.since !== null && shipped.since <= fromOn);
  const kind = (wanted: Provision['kind']) => (one: Provision) => one.kind === wanted;
  const known = filled(confirmed(shipped, own.filter(kind('confirm'))), own.filter(kind('fill')));
  return ordered.filter(kind('stricter')).reduce((held, one) => tightened(held, one, parameter), known);
}

const local = ({ document, clause }: Provision): Citation => ({
  document: document.number,
  clause,
  confidence: 'S',
});
const laidBy = ({ id, path, kind, document, clause }: Provision): Laid => ({
  id,
  path,
  kind,
  document,
  clause,
});

/** The first to be cited is the decision nearest to the unit. */
const withLocal = (held: Resolved, one: Provision): Resolved => ({
  ...held,
  confidence: 'S',
  assumed: false,
  citations: [local(one), ...held.citations],
  basis: { document: one.document.number, clause: one.clause },
  laid: [...held.laid, laidBy(one)],
});

/** What was confirmed is the value of that day's file: corrected since, it is as unsure as before. */
function confirmed(held: Resolved, confirmations: readonly Provision[]): Resolved {
  const first = confirmations.find(({ value }) => value === null || sameValue(value, held.value));
  if (!first || held.value === null) return held;
  const sure = held.citations.map((one) => ({ ...one, confidence: 'S' as const }));
  return { ...withLocal({ ...held, citations: sure }, first), basis: held.basis, open: false };
}

/** The highest committee's word goes for all below it; of one committee the later. */
function filled(held: Resolved, fills: readonly Provision[]): Resolved {
  const highest = fills.filter(({ path }) => path === fills[0]?.path).at(-1);
  if (!highest || !held.open) return held;
  const value = highest.value as ParameterValue;
  return { ...withLocal(held, highest), value, readings: [], gap: false, open: false };
}

/** Where nobody knows the national value, the local one stands by itself, or tightens each reading of it. */
function tightened(
  held: Resolved,
  one: Provision,
  parameter: Pick<Parameter, 'kind' | 'stricter'>,
): Resolved {
  const asked = one.value as ParameterValue;
  const both = (value: ParameterValue) => strictest(parameter, asked, value) ?? value;
  if (held.value !== null) {
    const value = both(held.value);
    return sameValue(value, held.value)
      ? held
      : { ...withLocal(held, one), value, readings: [], open: false };
  }
  const readings = held.readings.map((reading) => ({ ...reading, value: both(reading.value) }));
  const settled = readings.every(({ value }) => sameValue(value, asked));
  if (settled) return { ...withLocal(held, one), value: asked, readings: [], gap: false, open: false };
  return { ...held, readings, citations: [local(one), ...held.citations], laid: [...held.laid, laidBy(one)] };
}
