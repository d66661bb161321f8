// From the files of the folder `regulations` (as text, or already parsed as the API serves them) to one object that
// answers what was in force on a day. Pure: it runs in the server and in the browser. Faulty files are refused whole.
import type { Catalogue } from './catalogues.ts';
import type { Document } from './documents.ts';
import { valueFault } from './provisions/decide-provision.ts';
import { type Asking, askingOf } from './in-force.ts';
import type { Organisation } from './organisation.ts';
import type { Parameter } from './parameter.ts';
import type { DeclaredFact, Procedure, Stage, Step } from './procedure.ts';
import type { Provision } from './provisions/provision.ts';
import { faultyCycles } from './reading/cycles.ts';
import { type Fault, RegulationError } from './reading/fault.ts';
import { faultyNames } from './reading/names.ts';
import { readAll, type RegulationFiles } from './reading/read.ts';
import {
  type Calendar,
  type CalendarEdit,
  CalendarFileError,
  type CalendarRow,
  type Holiday,
  layCalendar,
  parseCalendar,
  parseHolidays,
} from '../calendar/workdays.ts';

export type { RegulationFiles } from './reading/read.ts';

/** What committees and administrators laid over the shipped, read-only files (ledger entries). */
export interface Overlays {
  provisions: readonly Provision[];
  calendar: readonly CalendarEdit[];
}

export interface Content {
  documents: readonly Document[];
  organisation: Organisation;
  catalogues: readonly Catalogue[];
  stages: readonly Stage[];
  declared: readonly DeclaredFact[];
  procedures: readonly Procedure[];
  parameters: readonly Parameter[];
  calendar: Calendar;
}

export interface Regulations extends Content, Asking {
  overlays: Overlays;
  /** the newest version of a step, whichever procedure holds it */
  findStep: (id: string) => Step | null;
  procedureOf: (stepId: string) => string | null;
  catalogue: (id: string) => Catalogue;
}

/** Throws RegulationError with every fault by file and line; what runs already is not touched. */
export function load(
  files: RegulationFiles,
  overlays: Overlays = { provisions: [], calendar: [] },
): Regulations {
  const { rows, named, ...shipped } = shippedContent(files);
  const content: Content = { ...shipped, calendar: layCalendar(rows, overlays.calendar, named) };
  const faults = faultyProvisions(content, overlays.provisions);
  if (faults.length > 0) throw new RegulationError(faults);
  return { ...content, overlays, ...finders(content), ...askingOf(content, overlays) };
}

/** Everything wrong with the files, for the check of the folder; nothing when they are in order. */
export function faultsOf(files: RegulationFiles): readonly Fault[] {
  try {
    shippedContent(files);
    return [];
  } catch (error) {
    if (error instanceof RegulationError) return error.faults;
    throw error;
  }
}

interface Shipped extends Omit<Content, 'calendar'> {
  rows: readonly CalendarRow[];
  named: readonly Holiday[];
}

/** The same files are read once, however often something else is laid over them. */
const known = new WeakMap<RegulationFiles, Shipped>();

function shippedContent(files: RegulationFiles): Shipped {
  const held = known.get(files);
  if (held) return held;
  const read = readAll(files);
  const faults = [...read.faults];
  // Names are compared only when every file has its form: else one fault would bring a hundred.
  if (faults.length === 0) faults.push(...faultyNames(read, files), ...faultyCycles(read, files));
  const { organisation } = read;
  if (faults.length > 0 || organisation === null) throw new RegulationError(faults);
  const { documents, catalogues, stages, declared } = read;
  const made: Shipped = {
    documents,
    catalogues,
    stages,
    declared,
    organisation,
    procedures: read.procedures.map(({ data }) => data),
    parameters: read.parameters.map(({ data }) => data),
    ...shippedDays(files),
  };
  known.set(files, made);
  return made;
}

function shippedDays(files: RegulationFiles): Pick<Shipped, 'rows' | 'named'> {
  const text = (name: string) => String(files[`calendar/${name}.csv`] ?? '');
  try {
    return { rows: parseCalendar(text('working-days')), named: parseHolidays(text('holidays')) };
  } catch (error) {
    if (error instanceof CalendarFileError) throw new RegulationError(error.faults);
    throw error;
  }
}

/** A local rule that speaks of a quantity these files do not know, or says it in another kind, is not passed over. */
const faultyProvisions = ({ parameters }: Content, provisions: readonly Provision[]): Fault[] =>
  provisions.flatMap((one) => {
    const parameter = parameters.find(({ id }) => id === one.parameter);
    const reason = !parameter
      ? 'unknown_parameter'
      : one.kind === 'confirm'
        ? null
        : valueFault(parameter, one.value);
    const params = { reason: `${reason}: ${one.parameter}` };
    return reason === null
      ? []
      : [{ file: `provision ${one.id}`, line: null, code: 'fault.provision', params }];
  });

function finders({
  procedures,
  catalogues,
}: Content): Pick<Regulations, 'findStep' | 'procedureOf' | 'catalogue'> {
  const steps = new Map(
    procedures.flatMap((one) =>
      one.versions.flatMap(({ steps: all }) =>
        all.map((step) => [step.id, { step, procedure: one.id }] as const),
      ),
    ),
  );
  const lists = new Map(catalogues.map((one) => [one.id, one]));
  return {
    findStep: (id) => steps.get(id)?.step ?? null,
    procedureOf: (id) => steps.get(id)?.procedure ?? null,
    catalogue: (id) => {
      const list = lists.get(id);
      if (!list) throw new RangeError(`no catalogue ${id}`);
      return list;
    },
  };
}
