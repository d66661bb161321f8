// Keeps the folder `regulations` true to itself: what `load` refuses is told by file and line, and beyond it every
// quantity is used, every value rests on a text of its day, every guarded step has a worked example, every guard its words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { caseFile, type Example } from '../src/lawbook/examples/case.ts';
import { inForceOn } from '../src/rules/documents.ts';
import { readRegulationFiles } from '../src/rules/files.store.ts';
import { guards } from '../src/rules/guards/all.ts';
import type { Regulations } from '../src/rules/content.ts';
import { faultsOf, load } from '../src/rules/load.ts';
import { messages } from '../src/wording/messages.ts';
import type { Step } from '../src/rules/procedure.ts';
import { sayFault } from '../src/rules/reading/fault.ts';
import { factsOf } from '../src/rules/reading/names.ts';
import { engineParameters, usesOf } from '../src/rules/uses.ts';

/** What is wrong with the folder, one line each; nothing when it is in order. */
export function checkRegulations(root: string): string[] {
  const files = readRegulationFiles(root);
  const read = attempt(() => ({ faults: faultsOf(files).map(sayFault), regulations: load(files) }));
  if ('said' in read) return read.said.split('\n');
  const { faults, regulations } = read;
  if (faults.length > 0) return faults;
  const examples = readExamples(root);
  return [
    ...examples.faults,
    ...checkParameters(regulations),
    ...checkCases(regulations, examples.cases),
    ...checkWords(regulations),
  ];
}

function attempt<T extends object>(make: () => T): T | { said: string } {
  try {
    return make();
  } catch (error) {
    return { said: error instanceof Error ? error.message : String(error) };
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

const stepsIn = ({ procedures }: Pick<Regulations, 'procedures'>): Step[] =>
  procedures.flatMap(({ versions }) => versions.flatMap(({ steps }) => steps));

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

function checkParameters(regulations: Regulations): string[] {
  const texts = new Map(regulations.documents.map((one) => [one.id, one]));
  const used = new Set([
    ...engineParameters,
    ...stepsIn(regulations)
      .flatMap(usesOf)
      .flatMap(({ parameters }) => parameters),
  ]);
  return regulations.parameters.flatMap(({ id, values, asked_by }) => [
    ...(used.has(id) || asked_by.length > 0 ? [] : [`parameter ${id} is used by no step`]),
    ...values
      .filter(({ assumed_continued }) => !assumed_continued)
      .filter(({ basis, from }) => !basis.some(({ document }) => isCurrent(texts.get(document), from)))
      .map(({ from }) => `${id}: no text of the value from ${from} is in force that day`),
  ]);
}

/** A quantity that no step uses is asked by the rooms it names, in their own words for it. */
export function askedNowhere(root: string, rooms: string): string[] {
  const { parameters } = load(readRegulationFiles(root));
  return parameters.flatMap(({ id, asked_by }) =>
    asked_by
      .filter((room) => !asks(join(rooms, room), id))
      .map((room) => `${id} is not asked by src/${room}`),
  );
}

function asks(room: string, id: string): boolean {
  if (!existsSync(room)) return false;
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .some((file) => readFileSync(join(room, file), 'utf8').includes(`'${id}'`));
}

const isCurrent = (text: Regulations['documents'][number] | undefined, day: string): boolean =>
  text !== undefined && inForceOn(text, day);

/** A version without a case of its own days, a guarded step without a case, a case of no step, text or fact. */
function checkCases(regulations: Regulations, cases: readonly Example[]): string[] {
  const tried = new Set(cases.map((one) => one.step));
  return [
    ...versionsWithoutCase(regulations, cases),
    ...stepsIn(regulations)
      .filter((step) => step.requires.length > 0 && !tried.has(step.id))
      .map((step) => `step ${step.id} has guards but no case`),
    ...namesInCases(regulations, cases),
    ...repeated(cases.map((one) => one.id)).map((id) => `two cases are called ${id}`),
  ];
}

const versionsWithoutCase = ({ procedures }: Regulations, cases: readonly Example[]): string[] =>
  procedures.flatMap(({ id, versions }) =>
    versions.flatMap((version, index) => {
      const next = versions[index + 1]?.in_force_from ?? '9999-12-31';
      const own = new Set(version.steps.map((step) => step.id));
      const held = cases.some((one) => own.has(one.step) && one.on >= version.in_force_from && one.on < next);
      return held ? [] : [`procedure ${id} version ${version.version} has no case`];
    }),
  );

function namesInCases(regulations: Regulations, cases: readonly Example[]): string[] {
  const facts = factsOf(regulations);
  const texts = new Set(regulations.documents.map(({ id }) => id));
  return cases.flatMap(({ id, step, cites, facts: named }) => [
    ...(regulations.findStep(step) ? [] : [`case ${id}: no step ${step}`]),
    ...(texts.has(cites.document) ? [] : [`case ${id}: ${cites.document} is not in documents.yaml`]),
    ...Object.keys(named)
      .filter((fact) => !facts.has(fact))
      .map((fact) => `case ${id}: fact ${fact} is not declared`),
  ]);
}

function checkWords(regulations: Regulations): string[] {
  const held: ReadonlySet<string> = new Set(Object.keys(messages));
  const codes = stepsIn(regulations).flatMap((step) => step.requires.map((one) => one.way_out.code));
  const wanted = [
    ...['stage', 'turn', ...Object.keys(guards)].flatMap((guard) => [
      `rules.${guard}.met`,
      `rules.${guard}.breach`,
    ]),
    ...[...new Set(codes)].map((code) => `rules.way_out.${code}`),
  ];
  return wanted.filter((id) => !held.has(id)).map((id) => `src/wording/messages.ts has no words for ${id}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(import.meta.dirname, '../regulations');
  const found = checkRegulations(root);
  const faults = found.length > 0 ? found : askedNowhere(root, join(import.meta.dirname, '../src'));
  for (const fault of faults) console.error(fault);
  console.log(`regulations: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
