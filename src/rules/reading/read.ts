// Reads the files of `regulations` one by one against their forms: text, or what was parsed of it, to
// data, with every fault by file and line.
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import type { Params } from '../../platform/messages.ts';
import { cataloguesFile } from '../catalogues.ts';
import { documentsFile } from '../documents.ts';
import { organisationFile } from '../organisation.ts';
import { parameter } from '../parameter.ts';
import { factsFile, procedure, stagesFile } from '../procedure.ts';
import { type Fault, type KeyPath, lineOf } from './fault.ts';
import { type FaultCode, faultMessages } from './messages.ts';

export type RegulationFiles = Readonly<Record<string, unknown>>;

/** The forms of the folder, by path. */
const single = {
  'documents.yaml': documentsFile,
  'organisation.yaml': organisationFile,
  'catalogues.yaml': cataloguesFile,
  'procedures/stages.yaml': stagesFile,
  'procedures/facts.yaml': factsFile,
} as const;

const under = (files: RegulationFiles, folder: string): string[] =>
  Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`) && !(path in single))
    .sort();

export type Read = ReturnType<typeof readAll>;

/** Every file in its form; files with faults are left out of the lists, so that one fault does not hide another. */
export function readAll(files: RegulationFiles) {
  const faults: Fault[] = [];
  const take = <S extends z.ZodType>(path: string, schema: S): z.infer<S> | null => {
    const read = readOne(files, path, schema);
    faults.push(...read.faults);
    return read.data;
  };
  const takeAll = <S extends z.ZodType>(folder: string, schema: S) =>
    under(files, folder).flatMap((path) => {
      const data = take(path, schema);
      return data === null ? [] : [{ path, data }];
    });
  return {
    documents: take('documents.yaml', single['documents.yaml'])?.documents ?? [],
    organisation: take('organisation.yaml', single['organisation.yaml']),
    catalogues: take('catalogues.yaml', single['catalogues.yaml'])?.catalogues ?? [],
    stages: take('procedures/stages.yaml', single['procedures/stages.yaml'])?.stages ?? [],
    declared: take('procedures/facts.yaml', single['procedures/facts.yaml'])?.facts ?? [],
    procedures: takeAll('procedures', procedure),
    parameters: takeAll('parameters', parameter),
    faults,
  };
}

interface One<T> {
  data: T | null;
  faults: Fault[];
}

/** A file against a form; of a text the lines of its faults are told. */
export function readOne<S extends z.ZodType>(
  files: RegulationFiles,
  path: string,
  schema: S,
): One<z.infer<S>> {
  const content = files[path];
  const fault = (code: FaultCode, params: Params, line: number | null): Fault => ({
    file: path,
    line,
    code,
    params,
  });
  if (content === undefined) return { data: null, faults: [fault('fault.missing_file', {}, null)] };
  let plain: unknown = content;
  try {
    if (typeof content === 'string') plain = parse(content);
  } catch (error) {
    const said = String((error as Error).message).split('\n')[0] ?? '';
    const line =
      error instanceof YAMLParseError ? error.linePos?.[0].line : lineOfName(String(content), said);
    return { data: null, faults: [fault('fault.yaml', { said }, line ?? null)] };
  }
  if (!hasKeys(plain)) return { data: null, faults: [fault('fault.no_keys', {}, null)] };
  const result = schema.safeParse(plain);
  if (result.success) return { data: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) =>
    saidBy(issue, plain).map(({ code, params, at }) => fault(code, params, lineOf(content, at))),
  );
  return { data: null, faults };
}

const hasKeys = (plain: unknown): boolean =>
  typeof plain === 'object' && plain !== null && !Array.isArray(plain);

/** A name that stands for nothing (*abc) is found when the text is turned into data: told without a place. */
function lineOfName(text: string, said: string): number | null {
  const at = text.indexOf(`*${said.split(': ').at(-1)}`);
  return at < 0 ? null : text.slice(0, at).split('\n').length;
}

interface Said {
  code: FaultCode;
  params: Params;
  at: KeyPath;
}
type Issue = z.core.$ZodIssue;

function saidBy(issue: Issue, plain: unknown): Said[] {
  const at = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
  const key = String(at.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((one) => ({ code: 'fault.unknown_key', params: { key: one }, at: [...at, one] }));
  if (issue.message in faultMessages)
    return [
      {
        code: issue.message as FaultCode,
        params: ('params' in issue ? (issue.params ?? {}) : {}) as Params,
        at,
      },
    ];
  if (key === 'basis') return [{ code: 'fault.missing_basis', params: {}, at }];
  if (typeof issue.path.at(-1) === 'string' && valueAt(plain, at) === undefined)
    return [{ code: 'fault.missing_key', params: { key }, at }];
  return [{ code: 'fault.form', params: { key: at.join('.'), said: issue.message }, at }];
}

const valueAt = (plain: unknown, at: KeyPath): unknown =>
  at.reduce<unknown>((held, key) => (held as Record<string | number, unknown> | null)?.[key], plain);
