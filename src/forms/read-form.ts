// Reads a form from its text: a form with an unknown figure or breakdown, a name used twice or one that stands for nothing
// is refused whole, each fault by file and line.
import { bothLanguages, type Message, type Params } from '../platform/messages.ts';
import { type KeyPath, lineOf, reasonOf } from '../rules/reading/fault.ts';
import { readOne } from '../rules/reading/read.ts';
import { findEntry } from '../statistics/catalogue/catalogue.ts';
import { isDimension } from '../statistics/catalogue/dimension.ts';
import type { Entry } from '../statistics/catalogue/entry.ts';
import { valuesOf } from '../statistics/catalogue/labels.ts';
import { getSource } from '../statistics/catalogue/source.ts';
import { findFigure } from '../statistics/figure.ts';
import { findPart } from '../statistics/part.ts';
import { type Asks, askOf, type Form, formFile, type FormRow, type FormTable, termOf } from './form.ts';
import { formFaults } from './faults.ts';

export interface FormFault {
  file: string;
  line: number | null;
  reason: Message;
}
/** “reports/a.yaml:7: không có chỉ số …” */
export const sayFormFault = ({ file, line, reason }: FormFault): string =>
  `${file}${line === null ? '' : `:${line}`}: ${reason.vi} / ${reason.en}`;

export interface ReadForm {
  form: Form | null;
  faults: FormFault[];
}

interface Wrong {
  at: KeyPath;
  code: keyof typeof formFaults;
  params?: Params;
}

export function readForm(file: string, text: string): ReadForm {
  const read = readOne({ [file]: text }, file, formFile);
  if (!read.data)
    return {
      form: null,
      faults: read.faults.map((one) => ({ file, line: one.line, reason: reasonOf(one) })),
    };
  const wrong = wrongIn(read.data);
  const faults = wrong.map(({ at, code, params = {} }) => ({
    file,
    line: lineOf(text, at),
    reason: bothLanguages(formFaults[code], params),
  }));
  return { form: faults.length === 0 ? read.data : null, faults };
}

/** All forms of a folder; two of one name are both at fault. */
export function readForms(files: Readonly<Record<string, string>>): { forms: Form[]; faults: FormFault[] } {
  const read = Object.entries(files).map(([file, text]) => ({ file, ...readForm(file, text) }));
  const named = Map.groupBy(
    read.filter(({ form }) => form !== null),
    ({ form }) => form?.id ?? '',
  );
  const twice = [...named].flatMap(([id, all]) =>
    all.length < 2
      ? []
      : all.map(({ file }) => ({
          file,
          line: lineOf(files[file], ['id']),
          reason: bothLanguages(formFaults['form.twice'], { name: id }),
        })),
  );
  return {
    forms: read.flatMap(({ form }) => form ?? []),
    faults: [...read.flatMap(({ faults }) => faults), ...twice],
  };
}

function wrongIn(form: Form): Wrong[] {
  const tables = form.sections.flatMap((section, at) => (section.kind === 'table' ? [{ section, at }] : []));
  return [
    ...twiceIn(form.sections, ['sections']),
    ...twiceIn(form.checks, ['checks']),
    ...tables.flatMap(({ section, at }) => wrongInTable(section, ['sections', at])),
    ...form.checks.flatMap((check, at) => wrongInCheck(form, check, ['checks', at])),
  ];
}

const twiceIn = (named: readonly { id: string }[], at: KeyPath): Wrong[] =>
  named.flatMap(({ id }, index) =>
    named.findIndex((other) => other.id === id) === index
      ? []
      : [{ at: [...at, index, 'id'], code: 'form.twice', params: { name: id } }],
  );

function wrongInTable(table: FormTable, at: KeyPath): Wrong[] {
  const rows = new Set(table.rows.map(({ id }) => id));
  const columns = new Set(table.columns.map(({ id }) => id));
  const refers = (
    part: Pick<FormRow, 'sum' | 'share'>,
    own: ReadonlySet<string>,
    where: KeyPath,
  ): Wrong[] => [
    ...(part.sum ?? []).flatMap((word, index) =>
      own.has(termOf(word).id) ? [] : [unknown([...where, 'sum', index], word)],
    ),
    ...[part.share?.of, part.share?.by].flatMap((cell) => [
      ...(cell?.row && !rows.has(cell.row) ? [unknown([...where, 'share'], cell.row)] : []),
      ...(cell?.column && !columns.has(cell.column) ? [unknown([...where, 'share'], cell.column)] : []),
    ]),
  ];
  return [
    ...twiceIn(table.rows, [...at, 'rows']),
    ...twiceIn(table.columns, [...at, 'columns']),
    ...table.rows.flatMap((row, index) => refers(row, rows, [...at, 'rows', index])),
    ...table.columns.flatMap((column, index) => refers(column, columns, [...at, 'columns', index])),
    ...table.rows.flatMap((row, index) => wrongInRow(table, row, [...at, 'rows', index])),
  ];
}

const unknown = (at: KeyPath, name: string): Wrong => ({ at, code: 'form.no_name', params: { name } });

function wrongInRow(table: FormTable, row: FormRow, at: KeyPath): Wrong[] {
  if (row.heading) return row.label ? [] : [{ at, code: 'form.no_label', params: { name: row.id } }];
  const label: Wrong[] =
    row.label || row.each ? [] : [{ at, code: 'form.no_label', params: { name: row.id } }];
  if (row.sum || row.share) return label;
  const asked = table.columns.filter((column) => !column.sum && !column.share);
  const cells = asked.flatMap((column) => {
    const ask = askOf(row, column);
    return ask ? wrongInAsk(ask, row, at) : [{ at, code: 'form.empty' as const, params: { name: row.id } }];
  });
  // What is wrong with the row is wrong in each of its columns: told once.
  const seen = new Set<string>();
  const once = cells.filter((wrong) => {
    const key = JSON.stringify(wrong);
    return !seen.has(key) && seen.add(key);
  });
  return [...label, ...once];
}

function wrongInAsk(ask: Asks, row: FormRow, at: KeyPath): Wrong[] {
  const place = row.of ? [...at, 'of'] : at;
  const { figure: name = '', goal } = ask;
  if (goal) return findFigure(name)?.target ? [] : [{ at: place, code: 'form.no_target', params: { name } }];
  const entry = findEntry(name);
  if (!entry || entry.identity)
    return [{ at: [...place, 'figure'], code: 'form.no_figure', params: { name } }];
  return [...wrongWhen(entry, ask, place), ...wrongOnly(entry, ask, place), ...wrongEach(entry, row, at)];
}

function wrongWhen(entry: Entry, { when, net, show }: Asks, at: KeyPath): Wrong[] {
  const stock = getSource(entry.source).nature === 'stock';
  const flowDays = ['period', 'year', 'before', 'year_before'];
  const fits =
    when === undefined ||
    (stock ? !['period', 'year', 'year_before'].includes(when) : flowDays.includes(when));
  const shifts = when !== 'shift' || entry.id === 'members';
  return [
    ...(fits && shifts
      ? []
      : [{ at, code: 'form.when', params: { name: entry.id, when: when ?? '' } } as const]),
    ...(net && entry.source !== 'movement'
      ? [{ at, code: 'form.net', params: { name: entry.id } } as const]
      : []),
    ...((show !== undefined) === (entry.ages === true)
      ? []
      : [{ at, code: 'form.show', params: { name: entry.id } } as const]),
  ];
}

function wrongOnly(entry: Entry, { only }: Asks, at: KeyPath): Wrong[] {
  const path = [...at, 'only'];
  return (only?.split(',') ?? []).flatMap((one): Wrong[] => {
    const [by = '', value = ''] = one.split(':');
    if (!isBy(entry, by)) return [{ at: path, code: 'form.no_dimension', params: { name: entry.id, by } }];
    return hasValue(by, value) ? [] : [{ at: path, code: 'form.no_value', params: { by, value } }];
  });
}

const isBy = (entry: Entry, by: string): boolean =>
  by === 'part' ? entry.parts === true : isDimension(by) && entry.by.includes(by);

/** '' = not known: every breakdown has it. */
function hasValue(by: string, value: string): boolean {
  if (by === 'part') return findPart(value)?.counted === true;
  return value === '' || (isDimension(by) && valuesOf(by).some(({ code }) => code === value));
}

function wrongEach(entry: Entry, { each }: FormRow, at: KeyPath): Wrong[] {
  if (each === undefined || each === 'child') return [];
  return isDimension(each) && entry.by.includes(each)
    ? []
    : [{ at: [...at, 'each'], code: 'form.no_dimension', params: { name: entry.id, by: each } }];
}

function wrongInCheck(form: Form, check: Form['checks'][number], at: KeyPath): Wrong[] {
  const section = form.sections.find(({ id }) => id === check.section);
  if (section?.kind !== 'table') return [unknown([...at, 'section'], check.section)];
  const rows = new Set(section.rows.map(({ id }) => id));
  const columns = new Set(section.columns.map(({ id }) => id));
  return [
    ...check.columns.flatMap((id, index) =>
      columns.has(id) ? [] : [unknown([...at, 'columns', index], id)],
    ),
    ...(['left', 'right'] as const).flatMap((side) =>
      check[side].flatMap((word, index) =>
        rows.has(termOf(word).id) ? [] : [unknown([...at, side, index], word)],
      ),
    ),
  ];
}
