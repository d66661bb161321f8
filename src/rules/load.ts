// From the files of the folder `regulations` (as text, or already parsed as the API serves them) to one object that
// answers what was in force on a day. Pure: it runs in the server and in the browser.
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { type Catalogue, cataloguesFile } from './catalogues.ts';
import { type Document, documentsFile, guidanceOn, inForceOn, ruleSetOn } from './documents.ts';
import { type Organisation, organisationFile } from './organisation.ts';
import {
  overlaid,
  type Parameter,
  parameter,
  type Resolved,
  resolveValue,
  type ValueOverlay,
} from './parameter.ts';
import {
  type DeclaredFact,
  factsFile,
  type Procedure,
  procedure,
  type Stage,
  stagesFile,
  type Step,
} from './procedure.ts';
import { type Ruleset, rulesetOf, type Sources } from './ruleset.ts';
import type { Citation } from './verdict.ts';
import { type Calendar, calendarOf, type CalendarRow, parseCalendar } from './workdays.ts';

export type RegulationFiles = Readonly<Record<string, unknown>>;

/** Local values and calendar edits (ledger entries) laid over the shipped, read-only files. */
export interface Overlays {
  values: readonly ValueOverlay[];
  calendar: readonly CalendarRow[];
}

export interface Regulations {
  documents: readonly Document[];
  organisation: Organisation;
  catalogues: readonly Catalogue[];
  stages: readonly Stage[];
  declared: readonly DeclaredFact[];
  procedures: readonly Procedure[];
  parameters: readonly Parameter[];
  calendar: Calendar;
  /** the newest version of a step, whichever procedure holds it */
  findStep: (id: string) => Step | null;
  procedureOf: (stepId: string) => string | null;
  catalogue: (id: string) => Catalogue;
  inForce: (day: Day, unit?: { path: string } | null) => Ruleset;
}

const contentOf = (files: RegulationFiles, path: string): unknown => {
  const content = files[path];
  if (content === undefined) throw new Error(`regulation file missing: ${path}`);
  return typeof content === 'string' && path.endsWith('.yaml') ? parse(content) : content;
};

function read<S extends z.ZodType>(files: RegulationFiles, path: string, schema: S): z.infer<S> {
  const result = schema.safeParse(contentOf(files, path));
  if (!result.success)
    throw new Error(
      `${path}: ${result.error.issues.map((one) => `${one.path.join('.')} ${one.message}`).join('; ')}`,
    );
  return result.data;
}

const under = (files: RegulationFiles, folder: string): string[] =>
  Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`))
    .sort();

const notProcedures = new Set(['procedures/stages.yaml', 'procedures/facts.yaml']);
const calendarPath = 'calendar/working-days.csv';

export function load(files: RegulationFiles, overlays: Overlays = { values: [], calendar: [] }): Regulations {
  const documents = read(files, 'documents.yaml', documentsFile).documents;
  const procedures = under(files, 'procedures')
    .filter((path) => !notProcedures.has(path))
    .map((path) => read(files, path, procedure));
  const parameters = under(files, 'parameters').map((path) => read(files, path, parameter));
  const content = {
    documents,
    procedures,
    parameters,
    organisation: read(files, 'organisation.yaml', organisationFile),
    catalogues: read(files, 'catalogues.yaml', cataloguesFile).catalogues,
    stages: read(files, 'procedures/stages.yaml', stagesFile).stages,
    declared: read(files, 'procedures/facts.yaml', factsFile).facts,
    calendar: calendarOf([...parseCalendar(String(files[calendarPath])), ...overlays.calendar]),
  };
  return { ...content, ...finders(content), inForce: inForceOver(content, overlays) };
}

type Content = Omit<Regulations, 'findStep' | 'procedureOf' | 'catalogue' | 'inForce'>;

function finders({
  procedures,
  catalogues,
}: Content): Pick<Regulations, 'findStep' | 'procedureOf' | 'catalogue'> {
  const steps = new Map(
    procedures.flatMap((one) =>
      one.versions.flatMap(({ steps }) =>
        steps.map((step) => [step.id, { step, procedure: one.id }] as const),
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

function inForceOver(content: Content, overlays: Overlays): Regulations['inForce'] {
  const { documents } = content;
  const parameters = new Map(content.parameters.map((one) => [one.id, one]));
  const ladders = new Map(content.catalogues.map((one) => [one.id, one.items.map((item) => item.code)]));
  const procedures = new Map(content.procedures.map((one) => [one.id, one]));
  const setOf = (day: Day) => ruleSetOn(documents, day)?.id ?? day;
  const sourcesAt = (path: string): Sources => ({
    resolve: (id, day) =>
      overlayOn(overlays.values, id, path, day) ?? resolveValue(getFrom(parameters, id), day, setOf),
    procedure: (id) => getFrom(procedures, id),
    calendar: content.calendar,
    ladder: (id) => getFrom(ladders, id),
    stages: content.stages.map((one) => one.id),
    stepBasis: (step, day) => basisOn(step, content.procedures, documents, day),
  });
  return (day, unit = null) =>
    rulesetOf({
      id: ruleSetOn(documents, day)?.set ?? 'unknown',
      on: day,
      guidance: guidanceOn(documents, day),
      sources: sourcesAt(unit?.path ?? ''),
    });
}

function getFrom<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new RangeError(`not in the regulations: ${id}`);
  return found;
}

/** The nearest overlay up the tree that is in force wins; among equals the later one. */
function overlayOn(overlays: readonly ValueOverlay[], id: string, path: string, day: Day): Resolved | null {
  const fitting = overlays
    .filter((one) => one.parameter === id && path.startsWith(one.path))
    .filter((one) => one.from <= day && (one.until === null || day <= one.until))
    .sort((a, b) => a.path.length - b.path.length || (a.from < b.from ? -1 : 1));
  const last = fitting.at(-1);
  return last ? overlaid(last) : null;
}

/**
 * Of the texts a step rests on, those in force on the day; of a day before them, what its whole procedure rests on;
 * when none of these was in force either, the step's own texts.
 */
function basisOn(
  step: Step,
  procedures: readonly Procedure[],
  documents: readonly Document[],
  day: Day,
): Citation[] {
  const version = procedures
    .flatMap((one) => one.versions)
    .find((one) => one.steps.some((other) => other.id === step.id));
  const cite = (basis: readonly Step['basis'][number][]) =>
    basis.map((one) => ({
      basis: one,
      document: documents.find((document) => document.id === one.document),
    }));
  const current = (basis: readonly Step['basis'][number][]) =>
    cite(basis).filter(({ document }) => document && inForceOn(document, day));
  const [own, whole] = [current(step.basis), current(version?.basis ?? [])];
  const known = own.length > 0 ? own : whole.length > 0 ? whole : cite(step.basis);
  return known.map(({ basis, document }) => ({ ...basis, confidence: document?.confidence ?? '?' }));
}
