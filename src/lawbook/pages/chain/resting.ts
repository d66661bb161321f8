// What rests on a document: the rules with the values taken from it, and the steps that cite it.
import type { Language, Message } from '../../../platform/messages.ts';
import type { Regulations } from '../../../rules/index.ts';
import { type Knowing, knowingOf } from '../../saying/known.ts';
import { sayerOf } from '../../saying/value.ts';

export interface RuleLine {
  key: string;
  id: string;
  label: Message;
  from: string;
  value: string;
  clause: string;
  knowing: Knowing;
}

export function rulesOn(law: Regulations, document: string, language: Language): RuleLine[] {
  const sayer = sayerOf(law, language);
  return law.parameters.flatMap((parameter) =>
    parameter.values
      .filter(({ basis }) => basis.some((one) => one.document === document))
      .map((entry) => {
        const { value } = entry;
        const readings = entry.readings ?? [];
        return {
          key: `${parameter.id} ${entry.from}`,
          id: parameter.id,
          label: parameter.label,
          from: entry.from,
          value:
            value === null
              ? readings.map(({ label }) => label[language]).join(' · ')
              : sayer.value(parameter, value),
          clause: clausesOf(entry.basis, document),
          knowing: knowingOf({
            value: value as never,
            readings: readings as never,
            confidence: entry.confidence,
            assumed: entry.assumed_continued,
            gap: entry.neighbours,
          }),
        };
      }),
  );
}

const clausesOf = (basis: readonly { document: string; clause: string }[], document: string): string =>
  [...new Set(basis.filter((one) => one.document === document).map(({ clause }) => clause))].join('; ');

export interface StepLine {
  id: string;
  label: Message;
  procedure: Message;
  clause: string;
}

export function stepsOn(law: Regulations, document: string): StepLine[] {
  return law.procedures.flatMap(({ label: procedure, versions }) => {
    const steps = new Map(versions.flatMap(({ steps }) => steps.map((step) => [step.id, step] as const)));
    return [...steps.values()]
      .filter(({ basis }) => basis.some((one) => one.document === document))
      .map(({ id, label, basis }) => ({ id, label, procedure, clause: clausesOf(basis, document) }));
  });
}
