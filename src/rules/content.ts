// From what the files of the folder `regulations` say to one object that answers what was in force on a day. Pure, and
// without the reading of files: the browser gets what the server has read, and opens it here.
import {
  type Calendar,
  type CalendarEdit,
  type CalendarRow,
  type Holiday,
  layCalendar,
} from '../calendar/workdays.ts';
import type { Catalogue } from './catalogues.ts';
import type { Document } from './documents.ts';
import { type Asking, askingOf } from './in-force.ts';
import type { Organisation } from './organisation.ts';
import type { Parameter } from './parameter.ts';
import type { DeclaredFact, Procedure, Stage, Step } from './procedure.ts';
import type { Provision } from './provisions/provision.ts';

/** What committees and administrators laid over the shipped, read-only files (ledger entries). */
export interface Overlays {
  provisions: readonly Provision[];
  calendar: readonly CalendarEdit[];
}

/** What the files say: plain data, the same after a way through JSON. */
export interface Shipped {
  documents: readonly Document[];
  organisation: Organisation;
  catalogues: readonly Catalogue[];
  stages: readonly Stage[];
  declared: readonly DeclaredFact[];
  procedures: readonly Procedure[];
  parameters: readonly Parameter[];
  /** days that depart from Monday to Friday */
  rows: readonly CalendarRow[];
  named: readonly Holiday[];
}

export interface Content extends Omit<Shipped, 'rows' | 'named'> {
  calendar: Calendar;
}

export interface Regulations extends Content, Asking {
  overlays: Overlays;
  /** the newest version of a step, whichever procedure holds it */
  findStep: (id: string) => Step | null;
  procedureOf: (stepId: string) => string | null;
  catalogue: (id: string) => Catalogue;
}

export const nothingLaid: Overlays = { provisions: [], calendar: [] };

/** Trusts what it is given: whether the files are sound, and fit what is laid over them, is asked where they are read. */
export function openContent(
  { rows, named, ...shipped }: Shipped,
  overlays: Overlays = nothingLaid,
): Regulations {
  const content: Content = { ...shipped, calendar: layCalendar(rows, overlays.calendar, named) };
  return { ...content, overlays, ...finders(content), ...askingOf(content, overlays) };
}

type Finders = Pick<Regulations, 'findStep' | 'procedureOf' | 'catalogue'>;

function finders({ procedures, catalogues }: Content): Finders {
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
