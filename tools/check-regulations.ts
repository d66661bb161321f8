// Keeps the folder `regulations` true to itself: every file fits its schema, every citation and every name it uses
// exists, every quantity is used, every guarded step has a worked example, every guard has its words in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { caseFile, type Example } from '../src/rules/case.ts';
import { clockWords } from '../src/rules/clocks.ts';
import { inForceOn } from '../src/rules/documents.ts';
import { partsOf } from '../src/rules/facts.ts';
import { readRegulationFiles } from '../src/rules/files.store.ts';
import { guards } from '../src/rules/guards/all.ts';
import { load, type Regulations } from '../src/rules/load.ts';
import { messages } from '../src/rules/messages.ts';
import { actions } from '../src/rules/organisation.ts';
import type { BroughtBy, Condition, Due, Procedure, Requirement, Step } from '../src/rules/procedure.ts';

/** What is wrong with the folder, one line each; nothing when it is in order. */
export function checkRegulations(root: string): string[] {
  const { regulations, faults } = attempt('regulations', () => load(readRegulationFiles(root)));
  if (!regulations) return faults;
  const examples = readExamples(root);
  const use = usesOf(regulations);
  return [
    ...examples.faults,
    ...use.faults,
    ...checkNames(regulations),
    ...checkCitations(regulations, examples.cases),
    ...checkParameters(regulations, use.parameters, root),
    ...checkSteps(regulations),
    ...checkCases(regulations, examples.cases),
    ...checkWords(regulations),
  ];
}

function attempt(
  name: string,
  make: () => Regulations,
): { regulations: Regulations | null; faults: string[] } {
  try {
    return { regulations: make(), faults: [] };
  } catch (error) {
    return {
      regulations: null,
      faults: [`${name}: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
}

function readExamples(root: string): { cases: Example[]; faults: string[] } {
  const folder = join(root, 'cases');
  const read = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, result: caseFile.safeParse(parse(readFileSync(join(folder, file), 'utf8'))) }));
  return {
    cases: read.flatMap(({ result }) => (result.success ? result.data.cases : [])),
    faults: read.flatMap(({ file, result }) =>
      result.success
        ? []
        : result.error.issues.map((one) => `cases/${file}: ${one.path.join('.')} ${one.message}`),
    ),
  };
}

const stepsOf = (procedures: readonly Procedure[]): Step[] =>
  procedures.flatMap((one) => one.versions.flatMap((version) => version.steps));

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

function checkNames(regulations: Regulations): string[] {
  const perVersion = regulations.procedures.flatMap((one) => [
    ...new Set(stepsOf([one]).map((step) => step.id)),
  ]);
  return [
    ...repeated(perVersion).map((id) => `two procedures have a step ${id}`),
    ...repeated(regulations.documents.map((one) => one.id)).map((id) => `documents.yaml names ${id} twice`),
    ...repeated(regulations.declared.map((one) => one.id)).map((id) => `facts.yaml names ${id} twice`),
    ...repeated(regulations.parameters.map((one) => one.id)).map((id) => `two parameter files say ${id}`),
  ];
}

/** Facts that exist: the declared ones, and those that follow from steps and their inputs. */
function factsOf({ procedures, declared }: Regulations): Set<string> {
  const names = new Set(declared.map((one) => one.id));
  const papers = procedures.flatMap((one) => one.dossier.map((paper) => paper.id));
  for (const id of papers) names.add(`papers.${id}.on`).add(`papers.${id}.state`);
  for (const step of stepsOf(procedures)) {
    for (const part of ['on', 'count', 'passed']) names.add(`${step.id}.${part}`);
    for (const input of step.inputs) {
      const fact = input.fact ?? `${step.id}.${input.id}`;
      names.add(fact);
      for (const part of partsOf(input.kind)) names.add(`${fact}.${part}`);
    }
  }
  return names;
}

interface Uses {
  parameters: Set<string>;
  faults: string[];
}

interface Word {
  args: { safeParse: (args: unknown) => { success: boolean; error?: { message: string } } };
  facts: (args: never) => string[];
  parameters: (args: never) => string[];
}

/** One use of a word of the vocabulary, or of facts alone. */
interface Use {
  where: string;
  facts: string[];
  parameters: string[];
  fault?: string;
}

function usesOf(regulations: Regulations): Uses {
  const known = factsOf(regulations);
  const uses = stepsOf(regulations.procedures).flatMap(usesOfStep);
  const parameters = new Set(uses.flatMap((one) => one.parameters));
  const exists = new Set(regulations.parameters.map((one) => one.id));
  return {
    parameters,
    faults: [
      ...uses.flatMap((one) => one.fault ?? []),
      ...uses.flatMap(({ where, facts }) =>
        facts.filter((fact) => !known.has(fact)).map((fact) => `${where}: fact ${fact} is not declared`),
      ),
      ...[...parameters].filter((id) => !exists.has(id)).map((id) => `parameter ${id} has no file`),
    ],
  };
}

function usesOfStep(step: Step): Use[] {
  const day = step.effect?.day;
  return [
    ...step.requires.map((one) => useOfWord(`${step.id}: guard ${one.guard}`, guards[one.guard], one.args)),
    ...step.due.map((one) => useOfWord(`${step.id}: clock ${one.clock}`, clockWords[one.clock], one.args)),
    { where: step.id, facts: conditionsOf(step).map((one) => one.fact), parameters: [] },
    {
      where: `${step.id}: effect`,
      facts: day ? [day.fact] : [],
      parameters: day?.months ? [day.months] : [],
    },
  ];
}

function useOfWord(where: string, word: Word | undefined, args: unknown): Use {
  const nothing = { where, facts: [], parameters: [] };
  if (!word) return { ...nothing, fault: `${where} is no word of the vocabulary` };
  const parsed = word.args.safeParse(args);
  if (!parsed.success) return { ...nothing, fault: `${where}: ${parsed.error?.message}` };
  return { where, facts: word.facts(args as never), parameters: word.parameters(args as never) };
}

const conditionsOf = (step: Step): Condition[] =>
  [
    ...step.requires.map((one: Requirement) => one.when),
    ...step.due.map((one: Due) => one.when),
    ...step.leads_to.map((one) => one.when),
    ...step.inputs.map((one) => one.when),
    step.effect?.when,
  ].flatMap((when) => when ?? []);

function checkCitations(regulations: Regulations, cases: readonly Example[]): string[] {
  const known = new Set(regulations.documents.map((one) => one.id));
  const cited: [string, string][] = [
    ...regulations.parameters.flatMap((one) =>
      one.values.flatMap(({ basis, readings = [] }) =>
        [...basis, ...readings.map((reading) => reading.basis)].map(({ document }): [string, string] => [
          one.id,
          document,
        ]),
      ),
    ),
    ...stepsOf(regulations.procedures).flatMap((step) =>
      step.basis.map(({ document }): [string, string] => [step.id, document]),
    ),
    ...regulations.procedures.flatMap((one) =>
      one.versions.flatMap((version) =>
        version.basis.map(({ document }): [string, string] => [one.id, document]),
      ),
    ),
    ...regulations.organisation.unit_kinds.flatMap((kind) =>
      kind.basis.map(({ document }): [string, string] => [kind.id, document]),
    ),
    ...cases.map((one): [string, string] => [`case ${one.id}`, one.cites.document]),
    ...regulations.documents.flatMap((one): [string, string][] =>
      one.replaces ? [[one.id, one.replaces]] : [],
    ),
  ];
  return cited
    .filter(([, document]) => !known.has(document))
    .map(([where, document]) => `${where}: ${document} is not in documents.yaml`);
}

function checkParameters(regulations: Regulations, used: ReadonlySet<string>, root: string): string[] {
  const files = new Set(readdirSync(join(root, 'parameters')).map((name) => name.replace(/\.yaml$/, '')));
  return regulations.parameters.flatMap((one) => [
    ...(used.has(one.id) ? [] : [`parameter ${one.id} is used by no step`]),
    ...(files.has(one.id) ? [] : [`parameter ${one.id} is not in a file of its name`]),
    ...one.values.flatMap((entry) => {
      const current = entry.basis.some(({ document }) => {
        const text = regulations.documents.find((candidate) => candidate.id === document);
        return text !== undefined && inForceOn(text, entry.from);
      });
      return current || entry.assumed_continued
        ? []
        : [`${one.id}: no text of the value from ${entry.from} is in force that day`];
    }),
  ]);
}

/** Every name a step points to exists: stages, steps, offices, actions, catalogues, bodies. */
function checkSteps(regulations: Regulations): string[] {
  const stages = new Set(regulations.stages.map((one) => one.id));
  const steps = new Set(stepsOf(regulations.procedures).map((one) => one.id));
  const offices = new Set(regulations.organisation.office_kinds.map((one) => one.id));
  const lists = new Set(regulations.catalogues.map((one) => one.id));
  const kinds = new Set(regulations.organisation.unit_kinds.map((one) => one.id));
  const no = (
    where: string,
    what: string,
    known: ReadonlySet<string>,
    names: readonly (string | null | undefined)[],
  ) => names.filter((name) => name && !known.has(name)).map((name) => `${where}: no ${what} ${name}`);
  const ofStep = (step: Step): string[] => [
    ...no(step.id, 'stage', stages, [
      ...(step.from === 'any_open' ? [] : step.from),
      ...step.leads_to.flatMap((one) => [one.to, ...(one.from ?? [])]),
    ]),
    ...no(step.id, 'step', steps, [
      ...step.requires.map((one) => one.way_out.step),
      ...step.due.flatMap((one) => one.ends_with),
    ]),
    ...no(step.id, 'office', offices, [
      ...step.actor,
      ...step.on_behalf,
      ...step.requires.map((one) => one.way_out.by),
    ]),
    ...no(step.id, 'action', new Set(actions), [step.action]),
    ...no(
      step.id,
      'catalogue',
      lists,
      step.inputs.map((one) => one.catalogue),
    ),
    ...step.inputs
      .filter((one) => one.kind === 'choice' && !one.choices && !one.catalogue)
      .map((one) => `${step.id}: choice ${one.id} has nothing to choose from`),
  ];
  return [
    ...stepsOf(regulations.procedures).flatMap(ofStep),
    ...checkBrought(regulations),
    ...regulations.organisation.unit_kinds.flatMap((kind) => no(kind.id, 'unit kind', kinds, kind.children)),
    ...regulations.organisation.office_kinds.flatMap((office) =>
      no(office.id, 'unit kind', kinds, office.held_at),
    ),
  ];
}

/** The acts that bring a paper of a dossier exist, with the answer that says so. */
function checkBrought({ procedures, findStep }: Regulations): string[] {
  const faultOf = (paper: string, { step, input, is }: BroughtBy): string[] => {
    const found = findStep(step)?.inputs.find((one) => one.id === input);
    if (!found) return [`paper ${paper}: no answer ${step}.${input}`];
    const known = is === undefined || (found.choices ?? []).some(({ code }) => code === is);
    return known ? [] : [`paper ${paper}: ${step}.${input} is never ${String(is)}`];
  };
  const papers = procedures.flatMap(({ dossier }) => dossier);
  return papers.flatMap(({ id, from = [] }) => from.flatMap((rule) => faultOf(id, rule)));
}

/** A version without a case of its own days, a guarded step without a case, a case of no step. */
function checkCases(regulations: Regulations, cases: readonly Example[]): string[] {
  const tried = new Set(cases.map((one) => one.step));
  const known = new Set(stepsOf(regulations.procedures).map((one) => one.id));
  const facts = factsOf(regulations);
  return [
    ...regulations.procedures.flatMap(({ id, versions }) =>
      versions.flatMap((version, index) => {
        const next = versions[index + 1]?.in_force_from ?? '9999-12-31';
        const own = new Set(version.steps.map((step) => step.id));
        const held = cases.some(
          (one) => own.has(one.step) && one.on >= version.in_force_from && one.on < next,
        );
        return held ? [] : [`procedure ${id} version ${version.version} has no case`];
      }),
    ),
    ...stepsOf(regulations.procedures)
      .filter((step) => step.requires.length > 0 && !tried.has(step.id))
      .map((step) => `step ${step.id} has guards but no case`),
    ...cases.filter((one) => !known.has(one.step)).map((one) => `case ${one.id}: no step ${one.step}`),
    ...cases.flatMap((one) =>
      Object.keys(one.facts)
        .filter((fact) => !facts.has(fact))
        .map((fact) => `case ${one.id}: fact ${fact} is not declared`),
    ),
    ...repeated(cases.map((one) => one.id)).map((id) => `two cases are called ${id}`),
  ];
}

function checkWords(regulations: Regulations): string[] {
  const held: ReadonlySet<string> = new Set(Object.keys(messages));
  const codes = stepsOf(regulations.procedures).flatMap((step) =>
    step.requires.map((one) => one.way_out.code),
  );
  const wanted = [
    ...['stage', ...Object.keys(guards)].flatMap((guard) => [`rules.${guard}.met`, `rules.${guard}.breach`]),
    ...[...new Set(codes)].map((code) => `rules.way_out.${code}`),
  ];
  return wanted.filter((id) => !held.has(id)).map((id) => `src/rules/messages.ts has no words for ${id}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkRegulations(join(import.meta.dirname, '../regulations'));
  for (const fault of faults) console.error(fault);
  console.log(`regulations: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
