// What a person writes into a case, made whole as the acts of a dossier would give it: a paper and its day are one, a
// list of people has a number, a year is a day known in part.
import type { Question } from './case.ts';
import type { Facts, FactValue } from '../../rules/verdict.ts';
import type { KnownFact } from '../../acts/known.ts';

type Known = ReadonlyMap<string, KnownFact>;
type Whole = Record<string, FactValue>;

export function completeFacts(facts: Question['facts'], known: Known): Facts {
  const whole: Whole = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, asText(value, known.get(name)?.kind)]),
  );
  for (const [name, value] of Object.entries(whole)) {
    if (Array.isArray(value)) fill(whole, known, countsOf(name), value.length);
    fill(whole, known, twinsOf(name, known), value);
  }
  return whole;
}

/** `1990` and `12` are numbers in YAML; here they mean a year and the number of a paper. */
function asText(value: FactValue, kind: KnownFact['kind'] | undefined): FactValue {
  const year = kind === 'day' && Number.isInteger(value) && String(value).length === 4;
  return typeof value === 'number' && (year || kind === 'text') ? String(value) : value;
}

function fill(whole: Whole, known: Known, names: readonly string[], value: FactValue): void {
  for (const name of names) if (known.has(name) && !(name in whole)) whole[name] = value;
}

/** 'introduction.members' also gives 'introduction.count', as it does from an act. */
const countsOf = (name: string): string[] => [
  `${name}.count`,
  ...(name.includes('.') ? [`${name.slice(0, name.lastIndexOf('.'))}.count`] : []),
];

/** 'certificate' and 'certificate.on' are the day of the same paper. */
function twinsOf(name: string, known: Known): string[] {
  const twin = name.endsWith('.on') ? name.slice(0, -'.on'.length) : `${name}.on`;
  return known.get(name)?.kind === 'day' && known.get(twin)?.kind === 'day' ? [twin] : [];
}
