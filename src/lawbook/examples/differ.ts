// What a case expects against what the rules answer: each thing that differs, none when they agree.
import type { Language } from '../../platform/messages.ts';
import type { Expected, Question } from './case.ts';
import type { Resolved } from '../../rules/parameter.ts';
import type { Effect } from '../../rules/ruleset.ts';
import type { Answer, AnsweredClock, AnsweredReason } from './judge.ts';

export interface Difference {
  what: string;
  wanted: unknown;
  got: unknown;
}

const said = {
  vi: { wanted: 'mong đợi', got: 'nhưng là' },
  en: { wanted: 'expected', got: 'got' },
} as const;

export function sayDifference({ what, wanted, got }: Difference, language: Language): string {
  const words = said[language];
  return `${what}: ${words.wanted} ${JSON.stringify(wanted)}, ${words.got} ${JSON.stringify(got)}`;
}

export function differencesOf({ expect = {}, cites }: Question, answer: Answer): Difference[] {
  return [
    ...differ('outcome', expect.outcome, answer.outcome),
    ...differ('passed', expect.passed, answer.passed),
    ...differ('leads_to', expect.leads_to, answer.leadsTo),
    ...differFault(expect, answer),
    ...differReason(expect.reason, answer, cites),
    ...differClocks(expect, answer.clocks),
    ...(expect.effect ? differ('effect', expect.effect, shownEffect(answer.effect)) : []),
    ...(expect.value && answer.value ? differValue(expect.value, answer.value) : []),
  ];
}

const differ = (what: string, wanted: unknown, got: unknown): Difference[] =>
  wanted === undefined || JSON.stringify(wanted) === JSON.stringify(got) ? [] : [{ what, wanted, got }];

/** Impossible facts that nobody expected are told with their reason, whatever else was asked. */
function differFault({ outcome, fault }: Expected, { faults }: Answer): Difference[] {
  const codes = faults.map((one) => one.code);
  const other =
    fault === undefined || codes.some((code) => code === fault) ? [] : differ('fault', fault, codes);
  return [...other, ...(outcome === 'invalid' ? [] : differ('facts', [], codes))];
}

/** A started clock before an ended one of the same name. */
function differClocks(expect: Expected, clocks: readonly AnsweredClock[]): Difference[] {
  const wanted = expect.clock;
  const unwanted = clocks.some(({ id, role }) => id === expect.no_clock && role === 'starts');
  const found = clocks.find((clock) => clock.id === wanted?.id);
  if (wanted && !found) return differ('clock', wanted.id, null);
  return [
    ...(wanted && found ? differClock(wanted, found) : []),
    ...(unwanted ? differ('no_clock', null, expect.no_clock) : []),
  ];
}

const otherwiseOf = ({ reading, dueOn }: NonNullable<AnsweredClock['otherwise']>) => ({
  reading,
  due_on: dueOn,
});
const differClock = (wanted: NonNullable<Expected['clock']>, found: AnsweredClock): Difference[] => [
  ...differ('clock starts_on', wanted.starts_on, found.startsOn),
  ...differ('clock due_on', wanted.due_on, found.dueOn),
  ...differ('clock extends_to', wanted.extends_to, found.extendsTo),
  ...differ('clock extended', wanted.extended, found.extended),
  ...differ('clock confidence', wanted.confidence, found.confidence),
  ...differ('clock otherwise', wanted.otherwise, found.otherwise && otherwiseOf(found.otherwise)),
  ...differ('clock by', wanted.by, found.by),
  ...differ('clock verdict', wanted.verdict, found.verdict),
];

const differValue = (wanted: NonNullable<Expected['value']>, got: Resolved): Difference[] => [
  ...differ('value', wanted.is, got.value),
  ...differ('confidence', wanted.confidence, got.confidence),
];

const shownEffect = (effect: Effect | null) =>
  effect && { status: effect.status, on: effect.on, seniority_from: effect.seniorityFrom };

function differReason(wanted: Expected['reason'], answer: Answer, cites: Question['cites']): Difference[] {
  if (!wanted) return [];
  const { guard, parameter } = wanted;
  const found = answer.reasons.find(
    (reason) => reason.guard === guard && (!parameter || reason.parameters.includes(parameter)),
  );
  if (!found) return differ('reason', [guard, parameter].filter(Boolean).join(' '), null);
  return [...differFound(wanted, found), ...(cites ? differCitation(found, cites) : [])];
}

function differFound(wanted: NonNullable<Expected['reason']>, found: AnsweredReason): Difference[] {
  const threshold = found.threshold as { needed?: number } | null;
  return [
    ...differ('reason outcome', wanted.outcome, found.outcome),
    ...differ('votes needed', wanted.needed, threshold?.needed),
    ...differ('earliest day', wanted.earliest_on, found.wayOut?.earliestOn ?? null),
    ...differ('way out', wanted.way_out, found.wayOut?.code),
    ...differ('missing', wanted.missing, found.missing),
    ...differ(
      'readings',
      wanted.readings,
      found.readings.map(({ label, outcome: is }) => ({ label, outcome: is })),
    ),
  ];
}

/** The article named by the case is among those the reason cites. */
function differCitation(found: AnsweredReason, cites: NonNullable<Question['cites']>): Difference[] {
  const all = found.citations.map(({ document, clause }) => `${document} ${clause}`);
  const wanted = `${cites.document} ${cites.clause}`;
  return all.includes(wanted) ? [] : differ('cites', wanted, all);
}
