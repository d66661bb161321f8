// A question about the rules, turned into rules that nobody wrote down: the draft laid as a provision where a committee
// could lay it, else the rule itself amended; and either reading of what becomes of limits that already run.
import type { Day } from '../../platform/day.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Params } from '../../platform/messages.ts';
import {
  load,
  type Overlays,
  type Parameter,
  type Provision,
  type RegulationFiles,
  type Regulations,
  whereUsed,
} from '../../rules/index.ts';
import { valueFault } from '../../rules/provisions/decide-provision.ts';
import { sameValue } from '../../rules/provisions/stricter.ts';
import { engineParameters } from '../../rules/uses.ts';
import { type CalendarEdit, decideCalendarEdit } from '../../calendar/workdays.ts';
import type { CaseKind } from '../../worklist/due.ts';
import type { Touched } from '../../worklist/source.ts';
import { paramsOf, refusalOf } from '../decide.ts';
import type { ValueDraft, WhatIfBody, WhatIfView } from '../view.ts';

/** The quantity that says what becomes of a running limit when the rules change. */
export const transitionClock = 'transition.clock';
export type Reading = 'start' | 'switch';
export const readings: readonly Reading[] = ['start', 'switch'];

interface Law {
  files: RegulationFiles;
  overlays: Overlays;
}
export interface LoadedLaw extends Law {
  regulations: Regulations;
}
export interface Sides {
  before: LoadedLaw;
  after: LoadedLaw;
}

export interface Question {
  as: WhatIfView['as'];
  remarks: { code: string; params: Params }[];
  sides: Record<Reading, Sides>;
  /** the rule asked about; null of a calendar */
  parameter: string | null;
}

interface Asked {
  path: string;
  today: Day;
}

export function questionOf(law: LoadedLaw, draft: WhatIfBody['draft'], asked: Asked): Question {
  return 'calendar' in draft ? calendarQuestion(law, draft.calendar) : valueQuestion(law, draft, asked);
}

function calendarQuestion(law: LoadedLaw, edits: readonly CalendarEdit[]): Question {
  const laid = (calendar: readonly CalendarEdit[]) => ({ ...law.overlays, calendar });
  const remarks: Question['remarks'] = [];
  const after = edits.reduce<readonly CalendarEdit[]>((before, edit) => {
    const { calendar } = load(law.files, laid(before));
    const refusal = decideCalendarEdit(calendar, edit);
    if (refusal) remarks.push(refusal);
    return [...before.filter(({ date }) => date !== edit.date), edit];
  }, law.overlays.calendar);
  const draft = (one: Law) => ({ ...one, overlays: { ...one.overlays, calendar: after } });
  return { as: 'calendar', remarks, parameter: null, sides: sidesOf(law, draft) };
}

function valueQuestion(law: LoadedLaw, draft: ValueDraft, { path, today }: Asked): Question {
  const { regulations } = law;
  const parameter = regulations.parameters.find(({ id }) => id === draft.parameter);
  const provision = provisionOf(draft, path, today);
  if (!parameter) throw new Invalid('lawbook.unknown_parameter', paramsOf(regulations, provision, today));
  const as = kindOf(regulations, parameter, provision);
  const laid = { ...provision, kind: as === 'amendment' ? ('stricter' as const) : as };
  const fault = as === 'confirm' ? null : valueFault(parameter, draft.value);
  if (fault) throw new Invalid(`lawbook.${fault}`, paramsOf(regulations, laid, today));
  const refusal = refusalOf(regulations, laid, today);
  // A day that has passed is a question all the same; what stands in the way on that day is said beside it.
  const rest = refusal?.code === 'lawbook.past' ? refusalOf(regulations, laid, draft.fromOn) : null;
  return {
    as,
    remarks: [refusal, rest].filter((one) => one !== null),
    parameter: parameter.id,
    sides: sidesOf(law, as === 'amendment' ? amendedBy(draft) : withProvision(laid), parameter.id),
  };
}

/** A draft rests on no document: it is as good as one of the day from which it is asked. */
const provisionOf = ({ parameter, value, fromOn }: ValueDraft, path: string, today: Day): Provision => {
  const on = fromOn < today ? fromOn : today;
  return {
    id: 'draft',
    kind: 'stricter',
    parameter,
    path,
    fromOn,
    untilOn: null,
    value,
    document: { number: '–', on, by: '–' },
    clause: '–',
    decidedBy: '–',
  };
};

/** How a committee could lay it; where it could not, the rule itself is amended. */
function kindOf(
  regulations: Regulations,
  parameter: Parameter,
  provision: Provision,
): Exclude<Question['as'], 'calendar'> {
  const { fromOn, value } = provision;
  const { value: held } = regulations.inForce(fromOn, provision).value(parameter.id);
  const confirms = value === null || (held !== null && sameValue(held, value));
  const kinds = confirms ? (['confirm'] as const) : (['fill', 'stricter'] as const);
  const fitting = kinds.find((kind) => refusalOf(regulations, { ...provision, kind }, fromOn) === null);
  return fitting ?? (value === null ? 'confirm' : 'amendment');
}

const withProvision =
  (provision: Provision) =>
  (law: Law): Law => ({
    ...law,
    overlays: { ...law.overlays, provisions: [...law.overlays.provisions, provision] },
  });
const amendedBy =
  (draft: ValueDraft) =>
  (law: Law): Law => ({ ...law, files: amended(law.files, draft) });

/** A draft about the transition itself is asked once, by what it says. */
function sidesOf(law: LoadedLaw, draft: (law: Law) => Law, parameter?: string): Question['sides'] {
  const both = (base: Law): Sides => ({ before: loaded(base), after: loaded(draft(base)) });
  if (parameter === transitionClock) {
    const sides = { before: law, after: loaded(draft(law)) };
    return { start: sides, switch: sides };
  }
  return { start: both(withReading(law, 'start')), switch: both(withReading(law, 'switch')) };
}

const loaded = ({ files, overlays }: Law): LoadedLaw => ({
  files,
  overlays,
  regulations: load(files, overlays),
});

const fileOf = (parameter: string): string => `parameters/${parameter}.yaml`;
type Content = Pick<Parameter, 'values'>;

const read = new WeakMap<RegulationFiles, Partial<Record<Reading, RegulationFiles>>>();

/** Every value of the transition set to one reading, whatever was laid over it. Read once for the same files. */
export function withReading({ files, overlays }: Law, reading: Reading): Law {
  const path = fileOf(transitionClock);
  const held = files[path] as Content;
  const known = read.get(files) ?? {};
  const values = held.values.map((one) => ({ ...one, value: reading }));
  known[reading] ??= { ...files, [path]: { ...held, values } };
  read.set(files, known);
  const provisions = overlays.provisions.filter(({ parameter }) => parameter !== transitionClock);
  return { files: known[reading], overlays: { ...overlays, provisions } };
}

type Amendment = Pick<ValueDraft, 'parameter' | 'value' | 'fromOn'>;

/** The rule itself with another value from a day on, as if the text had been changed. */
export function amended(files: RegulationFiles, { parameter, value, fromOn }: Amendment): RegulationFiles {
  const path = fileOf(parameter);
  const held = files[path] as Content;
  const earlier = held.values.filter(({ from }) => from < fromOn);
  const { basis, last_checked_on } = earlier.at(-1) ?? (held.values[0] as Content['values'][number]);
  const entry = { from: fromOn, value, basis, last_checked_on, confidence: 'S' };
  return { ...files, [path]: { ...held, values: [...earlier, entry] } };
}

const kinds: Record<string, CaseKind> = { candidacy: 'dossier', member: 'person', unit: 'unit' };

const ofClocks: readonly string[] = ['clock', 'extension', 'stop'];

/**
 * Which cases of a kind a draft can touch at all. Whether a dossier has a line may itself hang on the rule: there it is the
 * step that counts, taken or to come; of other cases only those with a line of which the rule speaks.
 */
export function touchedBy(
  { parameter, sides }: Pick<Question, 'parameter' | 'sides'>,
  kind: CaseKind,
): 'all' | 'none' | Touched | { clocks: readonly string[] | 'working_days' } {
  if (parameter === null) return kind === 'dossier' ? 'all' : { clocks: 'working_days' };
  if (engineParameters.includes(parameter)) return 'all';
  const { regulations } = sides.start.before;
  const about = new Map(regulations.procedures.map((one) => [one.id, kinds[one.about]]));
  const uses = whereUsed(regulations, parameter).filter(({ procedure }) => about.get(procedure) === kind);
  if (uses.length === 0) return 'none';
  if (kind !== 'dossier')
    return { clocks: uses.filter(({ as }) => ofClocks.includes(as)).map(({ name }) => name) };
  return touchedSteps(
    regulations,
    uses.map(({ step }) => step),
  );
}

function touchedSteps({ procedures }: Regulations, ids: readonly string[]): Touched {
  const steps = procedures
    .flatMap(({ versions }) => versions.flatMap((one) => one.steps))
    .filter(({ id }) => ids.includes(id));
  const from = steps.map((step) => step.from);
  const stages = from.includes('any_open') ? null : [...new Set(from.flat())];
  return { taken: [...new Set(ids)], stages };
}
