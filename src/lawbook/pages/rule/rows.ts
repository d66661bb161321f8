// Every rule as one line: what it is called, what holds on a day at a place, by which article, how sure that is.
import type { Day } from '../../../platform/day.ts';
import type { Language, Message } from '../../../platform/messages.ts';
import { fold } from '../../../platform/text.ts';
import type { Laid, Parameter, Regulations, Resolved } from '../../../rules/index.ts';
import { groupOf } from '../../saying/groups.ts';
import { type Knowing, knowingOf } from '../../saying/known.ts';
import { type Sayer, sayerOf } from '../../saying/value.ts';

export interface RuleRow {
  id: string;
  label: Message;
  group: string;
  value: string;
  /** where the value is not known or two texts differ: what it may be, each with its text */
  readings: string[];
  article: string;
  knowing: Knowing;
  /** how a committee touched it */
  laid: Laid['kind'] | null;
}

export interface Asked {
  on: Day;
  path: string;
  language: Language;
}

export function rowsOf(law: Regulations, { on, path, language }: Asked): RuleRow[] {
  const sayer = sayerOf(law, language);
  const rules = law.inForce(on, { path });
  return law.parameters.map((parameter) => {
    const resolved = rules.value(parameter.id);
    return {
      id: parameter.id,
      label: parameter.label,
      group: groupOf(parameter.id),
      value: sayer.value(parameter, resolved.value),
      readings: readingsOf(parameter, resolved, sayer),
      article: articleOf(resolved),
      knowing: knowingOf(resolved),
      laid: weightiest(resolved.laid),
    };
  });
}

/** How committees touched a value: the weightiest of what they laid. */
export const weightiest = (laid: readonly Laid[]): Laid['kind'] | null =>
  (['stricter', 'fill', 'confirm'] as const).find((kind) => laid.some((one) => one.kind === kind)) ?? null;

/** Where the value is not known: what it may be, each after the text or the reading it comes from. */
export const readingsOf = (parameter: Parameter, { value, readings }: Resolved, sayer: Sayer): string[] =>
  value === null ? readings.map((one) => readingText(one.label, sayer.value(parameter, one.value))) : [];

/** A reading that is called like its value is said once. */
export const readingText = (label: string, value: string): string =>
  fold(label) === fold(value) || value === '' ? label : `${label}: ${value}`;

export const articleOf = ({ citations }: Pick<Resolved, 'citations'>): string => {
  const first = citations[0];
  return first ? `${first.document}, ${first.clause}` : '';
};

export interface Wanted {
  q?: string | undefined;
  known?: string | undefined;
  local?: string | undefined;
  group?: string | undefined;
}

const isKnown: Record<string, (knowing: Knowing) => boolean> = {
  sure: (knowing) => knowing === 'sure',
  unsure: (knowing) => knowing === 'unsure' || knowing === 'assumed' || knowing === 'two',
  unknown: (knowing) => knowing === 'unknown' || knowing === 'unsaid',
};

/** Rows that hold every word typed (with or without marks) and pass the filters. */
export function matching(rows: readonly RuleRow[], { q = '', known, local, group }: Wanted): RuleRow[] {
  const words = fold(q).split(' ').filter(Boolean);
  return rows.filter((row) => {
    const text = fold(
      `${row.label.vi} ${row.label.en} ${row.value} ${row.article} ${row.readings.join(' ')}`,
    );
    return (
      words.every((word) => text.includes(word)) &&
      (!known || (isKnown[known]?.(row.knowing) ?? true)) &&
      (!local || (row.laid !== null) === (local === 'own')) &&
      (!group || row.group === group)
    );
  });
}

export const countsOf = (rows: readonly RuleRow[]) => {
  const count = (known: string) => rows.filter((row) => isKnown[known]?.(row.knowing)).length;
  return { all: rows.length, sure: count('sure'), unsure: count('unsure'), unknown: count('unknown') };
};
