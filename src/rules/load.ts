// From the files of the folder `regulations`, as text or already parsed, to what they say. Faulty files are refused
// whole.
import { CalendarFileError, parseCalendar, parseHolidays } from '../calendar/workdays.ts';
import { nothingLaid, openContent, type Overlays, type Regulations, type Shipped } from './content.ts';
import { valueFault } from './provisions/decide-provision.ts';
import type { Provision } from './provisions/provision.ts';
import { faultyCycles } from './reading/cycles.ts';
import { type Fault, RegulationError } from './reading/fault.ts';
import { faultyNames } from './reading/names.ts';
import { readAll, type RegulationFiles } from './reading/read.ts';

/** Throws RegulationError with every fault by file and line; what runs already is not touched. */
export function load(files: RegulationFiles, overlays: Overlays = nothingLaid): Regulations {
  const shipped = shippedContent(files);
  const faults = faultyProvisions(shipped, overlays.provisions);
  if (faults.length > 0) throw new RegulationError(faults);
  return openContent(shipped, overlays);
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

/** The same files are read once, however often something else is laid over them. */
const known = new WeakMap<RegulationFiles, Shipped>();

/** Throws RegulationError, as `load` does. */
export function shippedContent(files: RegulationFiles): Shipped {
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
const faultyProvisions = ({ parameters }: Shipped, provisions: readonly Provision[]): Fault[] =>
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
