// A worked case in words: what is given, what is expected. What has no name of its own is left out, never shown as a code.
import { formatDay, isPartialDay } from '../../../platform/day.ts';
import { type Language, type Message, say, type Params } from '../../../platform/messages.ts';
import { type Input, type Regulations } from '../../../rules/index.ts';
import { wordsOf } from '../../../wording/explain.ts';
import { allSteps } from '../../../acts/known.ts';
import type { Expected } from '../../examples/case.ts';
import { messages as ruled } from '../../../wording/messages.ts';
import type { Sayer } from '../../saying/value.ts';
import { caseWords } from '../words/case-words.ts';

export interface Line {
  label: string;
  value: string;
}
export interface Speech {
  law: Regulations;
  sayer: Sayer;
  language: Language;
}

type Key = keyof typeof caseWords;
const told = (key: Key, language: Language, params?: Params): string => say(caseWords[key], params, language);
const keyOf = (text: string): Key | null => (text in caseWords ? (text as Key) : null);

export function factLines(facts: Readonly<Record<string, unknown>>, speech: Speech): Line[] {
  return Object.entries(facts)
    .map(([id, value]) => ({ label: factLabel(id, speech), value: factValue(id, value, speech) }))
    .filter(({ label, value }) => label !== '' && value !== '');
}

/** “Kết quả biểu quyết: phiếu tán thành” */
function factLabel(id: string, { law, language }: Speech): string {
  const label = wordsOf(law).fact(id)?.[language];
  const part = keyOf(`part.${id.split('.').at(-1)}`);
  const whole = factsWhole(law, id);
  if (!label) return '';
  return part && !whole ? `${label}: ${told(part, language)}` : label;
}

/** Is the fact a question or a declared fact itself, rather than a part of one? */
const factsWhole = (law: Regulations, id: string): boolean =>
  law.declared.some((one) => one.id === id) || inputOf(law, id) !== undefined;

const inputsOf = new WeakMap<Regulations, Map<string, Input>>();

/** The question of a step that this fact answers. */
function inputOf(law: Regulations, fact: string): Input | undefined {
  const known = inputsOf.get(law);
  if (known) return known.get(fact);
  const named = allSteps(law).flatMap((step) =>
    step.inputs.map((input) => [input.fact ?? `${step.id}.${input.id}`, input] as const),
  );
  inputsOf.set(law, new Map(named));
  return inputOf(law, fact);
}

function factValue(id: string, value: unknown, speech: Speech): string {
  const { sayer } = speech;
  if (typeof value === 'boolean') return sayer.words(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return sayer.words('unit.plain', { count: value });
  if (Array.isArray(value))
    return value
      .map((one) => codeText(id, String(one), speech))
      .filter(Boolean)
      .join('; ');
  if (isPartialDay(value)) return formatDay(value);
  return typeof value === 'string' ? codeText(id, value, speech) : '';
}

function codeText(fact: string, code: string, { law, language }: Speech): string {
  const kinds = [...law.organisation.unit_kinds, ...law.stages].map(({ id, label }) => ({ code: id, label }));
  const found = [...choicesFor(law, fact), ...kinds].find((one) => one.code === code)?.label;
  const label = found ?? ruleWords[`rules.code.${fact}.${code}`] ?? ruleWords[`rules.code.${code}`];
  return label?.[language] ?? '';
}

const ruleWords: Readonly<Record<string, Message>> = ruled;

function choicesFor(law: Regulations, fact: string): readonly { code: string; label: Message }[] {
  const input = inputOf(law, fact);
  if (input?.choices) return input.choices;
  const catalogue = input?.catalogue ?? law.declared.find(({ id }) => id === fact)?.catalogue;
  return law.catalogues.find(({ id }) => id === catalogue)?.items ?? [];
}

/** Each thing that the case expects, one sentence. */
export function expectedLines(expect: Expected, step: string, speech: Speech): string[] {
  const { language } = speech;
  const outcome = expect.outcome && keyOf(`outcome.${expect.outcome}`);
  const lines = [
    outcome ? told(outcome, language) : '',
    typeof expect.passed === 'boolean'
      ? told(expect.passed ? 'case.carried' : 'case.not_carried', language)
      : '',
    ...reasonLines(expect.reason, speech),
    ...clockLines(expect, step, speech),
    effectLine(expect.effect, language),
    valueLine(expect.value, speech),
  ];
  return [...new Set(lines.filter(Boolean))];
}

function reasonLines(reason: Expected['reason'], { law, language }: Speech): string[] {
  if (!reason) return [];
  const label = law.parameters.find(({ id }) => id === reason.parameter)?.label[language];
  const key = keyOf(`outcome.${reason.outcome}`);
  const outcome = key ? told(key, language) : '';
  return [
    label ? told('case.about', language, { rule: label, outcome }) : outcome,
    reason.needed === undefined ? '' : told('case.needed', language, { count: reason.needed }),
    reason.earliest_on ? told('case.earliest', language, { day: formatDay(reason.earliest_on) }) : '',
    ...(reason.readings ?? []).map((one) =>
      told(`case.reading_${one.outcome}`, language, {
        reading: ruleWords[`rules.${one.label}`]?.[language] ?? one.label,
      }),
    ),
  ];
}

function clockLines({ clock, no_clock }: Expected, step: string, speech: Speech): string[] {
  const { language } = speech;
  const lines = [];
  if (no_clock) lines.push(told('case.no_clock', language, { clock: clockLabel(no_clock, step, speech) }));
  if (clock) {
    const label = clockLabel(clock.id, step, speech);
    const due = clock.due_on ? formatDay(clock.due_on) : '';
    if (due) lines.push(told('case.due', language, { clock: label, day: due }));
    else if (clock.due_on === null) lines.push(told('case.no_due', language, { clock: label }));
    if (clock.extends_to) lines.push(told('case.extends', language, { day: formatDay(clock.extends_to) }));
    if (clock.verdict) lines.push(told(`case.${clock.verdict}`, language, { day: formatDay(clock.by) }));
  }
  return lines;
}

function clockLabel(id: string, step: string, { law, language }: Speech): string {
  const steps = allSteps(law);
  const near = [...steps.filter((one) => one.id === step), ...steps].flatMap(({ due }) => due);
  return near.find((one) => one.id === id)?.label[language] ?? '';
}

function effectLine(effect: Expected['effect'], language: Language): string {
  const key = effect && keyOf(`status.${effect.status}`);
  if (!effect || !key) return '';
  return told('case.effect', language, { status: told(key, language), day: formatDay(effect.on) });
}

function valueLine(value: Expected['value'], { law, sayer, language }: Speech): string {
  const parameter = law.parameters.find(({ id }) => id === value?.parameter);
  if (!value || !parameter) return '';
  const text = sayer.value(parameter, value.is) || sayer.words('value.unknown');
  return told('case.value', language, { rule: parameter.label[language], value: text });
}
