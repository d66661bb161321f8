// The regulations as the browser reads them, and a quantity's value in words.
import { useMemo } from 'react';
import type { Language, Message } from '../platform/messages.ts';
import { say } from '../platform/messages.ts';
import { load, type Parameter, type RegulationFiles, type Regulations } from '../rules/index.ts';
import { useRead } from '../ui/query.tsx';
import { messages } from './regulations.messages.ts';

type Key = keyof typeof messages;
type Entry = Parameter['values'][number];

export function useRegulations() {
  const query = useRead<{ files: RegulationFiles }>('/regulations', { staleTime: Number.POSITIVE_INFINITY });
  const regulations = useMemo<Regulations | undefined>(
    () => query.data && load(query.data.files),
    [query.data],
  );
  return { query, regulations };
}

export interface QuantityLine {
  id: string;
  label: Message;
  from: string;
  value: string;
  clause: string;
  confidence: Entry['confidence'];
}

/** The quantities that rest on a document, newest value first, in words. */
export function quantitiesOf(regulations: Regulations, document: string, language: Language): QuantityLine[] {
  return regulations.parameters.flatMap((parameter) =>
    parameter.values
      .filter(({ basis }) => basis.some((one) => one.document === document))
      .map((entry) => ({
        id: `${parameter.id}@${entry.from}`,
        label: parameter.label,
        from: entry.from,
        value: entryWords(parameter, entry, language),
        clause: entry.basis
          .filter((one) => one.document === document)
          .map((one) => one.clause)
          .join('; '),
        confidence: entry.confidence,
      })),
  );
}

function entryWords(parameter: Parameter, entry: Entry, language: Language): string {
  if (entry.value !== null) return valueWords(parameter, entry.value, language);
  const readings = (entry.readings ?? []).map(({ label }) => label[language]).join(' · ');
  return readings
    ? say(messages['reg.readings'], { readings }, language)
    : messages['reg.unknown_value'][language];
}

type Wording = (parameter: Parameter, value: unknown, language: Language) => string;

const wordings: Record<Parameter['kind'], Wording> = {
  number: ({ unit }, value, language) => countWords(unit, value as number, language),
  flag: (_, value, language) => messages[value ? 'reg.yes' : 'reg.no'][language],
  choice: (_, value, language) => codeWords(String(value), language),
  list: (_, value, language) => (value as string[]).map((code) => codeWords(code, language)).join('; '),
  by_code: ({ unit }, value, language) =>
    Object.entries(value as Record<string, number>)
      .map(([code, count]) => `${codeWords(code, language)}: ${countWords(unit, count, language)}`)
      .join('; '),
  share: (_, value, language) => {
    const { numerator, denominator, more_than } = value as {
      numerator: number;
      denominator: number;
      more_than: boolean;
    };
    return say(
      messages[more_than ? 'reg.more_than' : 'reg.at_least'],
      { share: `${numerator}/${denominator}` },
      language,
    );
  },
  delay: (_, value, language) => {
    const { months, after_day } = value as { months: number; after_day: boolean };
    const key = months === 0 ? 'reg.at_once' : after_day ? 'reg.after_months_day' : 'reg.after_months';
    return say(messages[key], { count: months }, language);
  },
  table: (_, value, language) => say(messages['reg.rows'], { count: (value as unknown[]).length }, language),
};

export const valueWords: Wording = (parameter, value, language) =>
  wordings[parameter.kind](parameter, value, language);

function countWords(unit: string | null, count: number, language: Language): string {
  const key = `reg.unit.${unit}`;
  return say(messages[key in messages ? (key as Key) : 'reg.unit.plain'], { count }, language);
}

function codeWords(code: string, language: Language): string {
  const key = `reg.code.${code}`;
  return key in messages ? messages[key as Key][language] : code;
}

export const confidenceKey = (confidence: string) =>
  confidence === 'S'
    ? ('reg.sure' as const)
    : confidence === '?'
      ? ('reg.unread' as const)
      : ('reg.second' as const);
