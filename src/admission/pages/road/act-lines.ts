// What was entered in an act, as label and text, by the kind of each input.
import { formatDay } from '../../../platform/day.ts';
import type { Params } from '../../../platform/messages.ts';
import type { Input } from '../../../rules/index.ts';
import type { ActView } from '../../../road/view.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { verdictWords } from '../../../road/pages/verdict/words.ts';
import { words } from '../words.ts';

export interface ActLine {
  label: string;
  value: string;
}
type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const countOf = (value: unknown) => (typeof value === 'number' ? value : null);

type Reader = (value: unknown, input: Input, speech: Speech) => string;

const readers: Partial<Record<Input['kind'], Reader>> = {
  day: (value) => formatDay(textOf(value)),
  month_day: (value) => formatDay(textOf(value)),
  number: numberWord,
  flag: (value, _, { tell }) => tell(verdictWords[value === true ? 'code.yes' : 'code.no']),
  choice: choiceWord,
  choices: (value, input, speech) =>
    (Array.isArray(value) ? value : [])
      .map((code) => choiceWord(code, input, speech))
      .filter(Boolean)
      .join('; '),
  earlier: () => '',
  document: (value, _, { tell }) => documentWords(fieldsOf(value), tell),
  person: (value) => textOf(fieldsOf(value).name),
  people: (value) => (Array.isArray(value) ? value.map((one) => textOf(fieldsOf(one).name)).join(', ') : ''),
  ballot: (value, _, { tell }) => ballotWords(fieldsOf(value), tell),
  papers: (value, _, { tell }) => papersWords(value, tell),
};

/** Of a year the figures as they are, of a count with its separators. */
function numberWord(value: unknown, { min }: Input, { tell }: Speech): string {
  const isYear = (min ?? 0) >= firstYear;
  return tell({ vi: '{value}', en: '{value}' }, { value: isYear ? String(value) : countOf(value) });
}
const firstYear = 1900;

function choiceWord(value: unknown, input: Input, { book, tell }: Speech): string {
  const choices = input.choices ?? (input.catalogue ? book.catalogue(input.catalogue) : []);
  const label = choices.find(({ code }) => code === value)?.label;
  return label ? tell(label) : '';
}

function documentWords({ number, on, by }: Fields, tell: Speech['tell']): string {
  const params: Params = { number: textOf(number) || '…', day: formatDay(textOf(on)) || '…', by: textOf(by) };
  return tell(words[by ? 'acts.document_by' : 'acts.document'], params);
}

const ballotWords = ({ yes, base, no, blank }: Fields, tell: Speech['tell']): string =>
  tell(words[countOf(blank) ? 'acts.vote_blank' : 'acts.vote'], {
    yes: countOf(yes),
    base: countOf(base),
    no: countOf(no) ?? 0,
    blank: countOf(blank),
  });

function papersWords(value: unknown, tell: Speech['tell']): string {
  const states = Array.isArray(value) ? value.map((one) => fieldsOf(one).state) : [];
  const count = (state: string) => states.filter((one) => one === state).length;
  return tell(words['papers.second'], { have: count('have'), missing: count('missing') });
}

/** Only what was answered; a text sealed for this reader says that it was recorded. */
export function actLines(act: ActView, speech: Speech): ActLine[] {
  const { book, tell } = speech;
  const inputs = book.stepOf(act.step)?.inputs ?? [];
  return inputs
    .filter((input) => Object.hasOwn(act.inputs, input.id) && input.kind !== 'note')
    .map((input) => {
      const value = act.inputs[input.id];
      const text =
        value === null ? tell(words['acts.sealed']) : (readers[input.kind] ?? textOf)(value, input, speech);
      return { label: tell(input.label), value: text };
    })
    .filter(({ value }) => value !== '');
}
