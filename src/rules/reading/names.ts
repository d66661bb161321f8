// Every name a file of `regulations` uses exists: steps, stages, facts, quantities, texts, offices, lists. A name that
// points nowhere would make a rule silently hold back nobody – or everybody.
import { actions } from '../organisation.ts';
import { type BroughtBy, partsOf, type Procedure, type Step } from '../procedure.ts';
import type { Content } from '../content.ts';
import { engineParameters, type Use, usesOf } from '../uses.ts';
import { type Fault, type KeyPath, lineOf } from './fault.ts';
import type { FaultCode } from './messages.ts';
import type { Read, RegulationFiles } from './read.ts';

type Names = ReadonlySet<string>;

interface Known {
  read: Read;
  steps: ReadonlyMap<string, Step>;
  stages: Names;
  facts: Names;
  parameters: Names;
  documents: Names;
  offices: Names;
  unitKinds: Names;
  catalogues: Names;
  actions: Names;
  /** the fault, with the line where the path leads in that file */
  fault: (file: string, at: KeyPath, code: FaultCode, name: string) => Fault;
}

export function faultyNames(read: Read, files: RegulationFiles): Fault[] {
  const known = knownNames(read, files);
  return [
    ...repeatedNames(known),
    ...read.procedures.flatMap((one) => ofProcedure(known, one)),
    ...read.parameters.flatMap((one) => ofParameter(known, one)),
    ...ofDocuments(known),
    ...ofOrganisation(known),
    ...absent(known.parameters, engineParameters).map((name) =>
      known.fault(`parameters/${name}.yaml`, [], 'fault.missing_file', name),
    ),
  ];
}

function knownNames(read: Read, files: RegulationFiles): Known {
  const steps = read.procedures.flatMap(({ data }) => stepsOf(data));
  const { organisation } = read;
  return {
    read,
    steps: new Map(steps.map((step) => [step.id, step])),
    stages: new Set(read.stages.map(({ id }) => id)),
    facts: factsOf({ declared: read.declared, procedures: read.procedures.map(({ data }) => data) }),
    parameters: new Set(read.parameters.map(({ data }) => data.id)),
    documents: new Set(read.documents.map(({ id }) => id)),
    offices: new Set(organisation?.office_kinds.map(({ id }) => id)),
    unitKinds: new Set(organisation?.unit_kinds.map(({ id }) => id)),
    catalogues: new Set(read.catalogues.map(({ id }) => id)),
    actions: new Set(actions),
    fault: (file, at, code, name) => ({ file, line: lineOf(files[file], at), code, params: { name } }),
  };
}

const stepsOf = ({ versions }: Procedure): Step[] => versions.flatMap(({ steps }) => steps);

const absent = (known: Names, names: readonly (string | null | undefined)[]): string[] =>
  names.filter((name): name is string => !!name && !known.has(name));

/** Facts that exist: the declared ones, and those that follow from steps, their inputs and the papers. */
export function factsOf({ declared, procedures }: Pick<Content, 'declared' | 'procedures'>): Set<string> {
  const names = new Set(declared.map(({ id }) => id));
  for (const { id } of procedures.flatMap(({ dossier }) => dossier))
    names.add(`papers.${id}.on`).add(`papers.${id}.state`);
  for (const step of procedures.flatMap(stepsOf)) {
    for (const part of ['on', 'count', 'passed']) names.add(`${step.id}.${part}`);
    for (const input of step.inputs) {
      const fact = input.fact ?? `${step.id}.${input.id}`;
      names.add(fact);
      for (const part of partsOf(input.kind)) names.add(`${fact}.${part}`);
    }
  }
  return names;
}

const repeated = (names: readonly string[]): number[] =>
  names.flatMap((name, at) => (names.indexOf(name) === at ? [] : [at]));

function repeatedNames({ read, fault }: Known): Fault[] {
  const lists: [FaultCode, string, string, readonly string[]][] = [
    ['fault.twice_document', 'documents.yaml', 'documents', read.documents.map(({ id }) => id)],
    ['fault.twice_fact', 'procedures/facts.yaml', 'facts', read.declared.map(({ id }) => id)],
  ];
  const [parameters, procedures] = [read.parameters, read.procedures].map((all) =>
    all.map(({ data }) => data.id),
  );
  const owned = read.procedures.flatMap(({ path, data }) =>
    [...new Set(stepsOf(data).map(({ id }) => id))].map((id) => ({ path, id })),
  );
  return [
    ...lists.flatMap(([code, file, key, names]) =>
      repeated(names).map((at) => fault(file, [key, at], code, names[at] ?? '')),
    ),
    ...repeated(parameters ?? []).map((at) =>
      fault(read.parameters[at]!.path, ['id'], 'fault.twice_parameter', parameters![at]!),
    ),
    ...repeated(procedures ?? []).map((at) =>
      fault(read.procedures[at]!.path, ['id'], 'fault.twice_procedure', procedures![at]!),
    ),
    ...repeated(owned.map(({ id }) => id)).map((at) =>
      fault(owned[at]!.path, [], 'fault.twice_step', owned[at]!.id),
    ),
  ];
}

function ofProcedure(known: Known, { path, data }: Read['procedures'][number]): Fault[] {
  const basis = (at: KeyPath, list: readonly { document: string }[]) =>
    list.flatMap(({ document }, index) =>
      absent(known.documents, [document]).map((name) =>
        known.fault(path, [...at, 'basis', index], 'fault.no_document', name),
      ),
    );
  const twice = data.versions.flatMap(({ version, steps }, at) =>
    repeated(steps.map(({ id }) => id)).map((index) =>
      known.fault(
        path,
        ['versions', at, 'steps', index],
        'fault.twice_step',
        `${steps[index]!.id} (${version})`,
      ),
    ),
  );
  return [
    ...twice,
    ...data.versions.flatMap((version, at) => [
      ...basis(['versions', at], version.basis),
      ...version.steps.flatMap((step, index) => {
        const place = ['versions', at, 'steps', index];
        return [...basis(place, step.basis), ...ofStep(known, { file: path, at: place, step })];
      }),
    ]),
    ...data.dossier.flatMap(({ from = [], when = [] }, at) => [
      ...from.flatMap((rule, index) => ofBrought(known, path, ['dossier', at, 'from', index], rule)),
      ...absent(
        known.facts,
        when.map(({ fact }) => fact),
      ).map((name) => known.fault(path, ['dossier', at], 'fault.no_fact', name)),
    ]),
  ];
}

interface Placed {
  file: string;
  at: KeyPath;
  step: Step;
}

function ofStep(known: Known, { file, at, step }: Placed): Fault[] {
  const no = (code: FaultCode, names: Names, key: KeyPath, asked: readonly (string | null | undefined)[]) =>
    absent(names, asked).map((name) => known.fault(file, [...at, ...key], code, name));
  const steps = new Set(known.steps.keys());
  return [
    ...no('fault.no_stage', known.stages, ['from'], step.from === 'any_open' ? [] : step.from),
    ...step.leads_to.flatMap(({ to, from = [] }, index) =>
      no('fault.no_stage', known.stages, ['leads_to', index], [to, ...from]),
    ),
    ...no('fault.no_office', known.offices, ['actor'], step.actor),
    ...no('fault.no_office', known.offices, ['on_behalf'], step.on_behalf),
    ...no('fault.no_action', known.actions, ['action'], [step.action]),
    ...step.requires.flatMap(({ way_out }, index) => [
      ...no('fault.no_step', steps, ['requires', index], [way_out.step]),
      ...no('fault.no_office', known.offices, ['requires', index], [way_out.by]),
    ]),
    ...step.due.flatMap(({ ends_with, extended_by, stopped_by, answers }, index) => [
      ...no('fault.no_step', steps, ['due', index], [...ends_with, extended_by?.step]),
      ...no('fault.no_step', steps, ['due', index], [stopped_by?.step, stopped_by?.until]),
      ...no('fault.no_office', known.offices, ['due', index], answers),
    ]),
    ...step.inputs.flatMap((input, index) => [
      ...no('fault.no_catalogue', known.catalogues, ['inputs', index], [input.catalogue]),
      ...no('fault.no_step', steps, ['inputs', index], [input.of]),
      ...(input.kind.startsWith('choice') && !input.choices && !input.catalogue
        ? [known.fault(file, [...at, 'inputs', index], 'fault.no_choices', input.id)]
        : []),
    ]),
    ...usesOf(step).flatMap((use) => ofUse(known, { file, at, step }, use)),
  ];
}

/** The words of guards and clocks, their arguments, and the facts and quantities these name. */
function ofUse(known: Known, { file, at, step }: Placed, use: Use): Fault[] {
  const place = [...at, ...keyOf(step, use)];
  if (use.fault) {
    const { code, name, said } = use.fault;
    return [{ ...known.fault(file, place, code, name), params: { name, said } }];
  }
  return [
    ...absent(known.facts, use.facts).map((name) => known.fault(file, place, 'fault.no_fact', name)),
    ...absent(known.parameters, use.parameters).map((name) =>
      known.fault(file, place, 'fault.no_parameter', name),
    ),
  ];
}

function keyOf(step: Step, { as, at }: Use): KeyPath {
  if (as === 'guard') return ['requires', at];
  if (as === 'clock' || as === 'extension' || as === 'stop') return ['due', at];
  return as === 'effect' && step.effect ? ['effect'] : [];
}

/** The acts that bring a paper of a dossier exist, with the answer that says so. */
function ofBrought(known: Known, file: string, at: KeyPath, { step, input, is }: BroughtBy): Fault[] {
  const found = known.steps.get(step)?.inputs.find((one) => one.id === input);
  const name = `${step}.${input}`;
  if (!found) return [known.fault(file, at, 'fault.no_answer', name)];
  const may = is === undefined || (found.choices ?? []).some(({ code }) => code === is);
  if (may) return [];
  return [{ ...known.fault(file, at, 'fault.never_answered', name), params: { name, is: String(is) } }];
}

function ofParameter(known: Known, { path, data }: Read['parameters'][number]): Fault[] {
  const cited = data.values.flatMap(({ basis, readings = [] }, at) => [
    ...basis.map(({ document }, index) => ({ document, at: ['values', at, 'basis', index] })),
    ...readings.map((one, index) => ({
      document: one.basis.document,
      at: ['values', at, 'readings', index],
    })),
  ]);
  return [
    ...(path === `parameters/${data.id}.yaml` ? [] : [known.fault(path, ['id'], 'fault.file_name', data.id)]),
    ...cited.flatMap(({ document, at }) =>
      absent(known.documents, [document]).map((name) => known.fault(path, at, 'fault.no_document', name)),
    ),
  ];
}

const ofDocuments = ({ read, documents, fault }: Known): Fault[] =>
  read.documents.flatMap(({ replaces }, at) =>
    absent(documents, [replaces]).map((name) =>
      fault('documents.yaml', ['documents', at, 'replaces'], 'fault.no_document', name),
    ),
  );

function ofOrganisation({ read, unitKinds, documents, fault }: Known): Fault[] {
  const file = 'organisation.yaml';
  return [
    ...(read.organisation?.unit_kinds ?? []).flatMap(({ children, basis }, at) => [
      ...absent(unitKinds, children).map((name) =>
        fault(file, ['unit_kinds', at, 'children'], 'fault.no_unit_kind', name),
      ),
      ...absent(
        documents,
        basis.map(({ document }) => document),
      ).map((name) => fault(file, ['unit_kinds', at, 'basis'], 'fault.no_document', name)),
    ]),
    ...(read.organisation?.office_kinds ?? []).flatMap(({ held_at }, at) =>
      absent(unitKinds, held_at).map((name) =>
        fault(file, ['office_kinds', at, 'held_at'], 'fault.no_unit_kind', name),
      ),
    ),
  ];
}
