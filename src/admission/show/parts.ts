// The parts of a dossier's page that are read out of its acts: papers, verifications, helpers, dates, clocks.
import { compareDays, daysBetween } from '../../platform/day.ts';
import { holds } from '../../rules/conditions.ts';
import type { Step } from '../../rules/procedure.ts';
import type { FactValue } from '../../rules/verdict.ts';
import type { DocumentData } from '../../road/dossier.ts';
import type { Act } from '../../road/fold.ts';
import { nameOf, type PageData } from './page.ts';
import { inquiriesOf, placeOf } from '../../road/inquiries.ts';
import { firstStep, sendingStep } from '../../road/road.ts';
import { isDuty } from '../../road/row.ts';
import type { RunningClock } from '../../road/standing.ts';
import type { ClockView, DossierView, PaperView, VerificationView } from '../../road/view.ts';

const actsOf = (page: PageData): Act[] => page.standing.acts.map(({ act }) => act);
const text = (value: FactValue | undefined): string | null => (typeof value === 'string' ? value : null);

export function papersOf(page: PageData): PaperView[] {
  if (!page.reader.wide) return [];
  const onProbation = page.law.order(page.standing.stage) >= page.law.order('admitted');
  const declared = ['admission', ...(onProbation ? ['recognition'] : [])].flatMap((id) =>
    page.law.papersOf(id),
  );
  const held = page.law.papersAfter(actsOf(page));
  const { facts } = page.standing;
  // What only a special case asks for appears with that case.
  const asked = declared.filter(
    ({ id, when }) => !when || holds(when, facts) === true || held.some((paper) => paper.id === id),
  );
  return asked.map(({ id, form, label, needed }) => {
    const told = held.find((paper) => paper.id === id);
    const { state = 'unknown', on = null, keptAt = null } = told ?? {};
    return { id, form, label, needed, state, on, keptAt };
  });
}

/** One line a place: when asked, when answered, by when the answer is due. */
export function verificationsOf({ standing, law, reader }: PageData): VerificationView[] {
  if (!reader.wide) return [];
  return inquiriesOf(standing, law).map(({ place, persons, sentOn, sent, reply, awaited }) => {
    const clock = standing.clocks.find((one) => one.step === sendingStep && one.place === placeOf(sent));
    return {
      place,
      persons,
      sentOn,
      receivedOn: text(sent.inputs.receivedOn as FactValue | undefined),
      repliedOn: reply?.on ?? null,
      result: text(reply?.inputs.result as FactValue | undefined),
      letter: (sent.inputs.letter as DocumentData | undefined) ?? null,
      awaited,
      dueOn: clock?.endedOn === null ? clock.dueOn : null,
    };
  });
}

/** Everybody who was the helper, in turn. */
export function helpersOf(page: PageData): DossierView['helpers'] {
  const named = actsOf(page).flatMap((act) => {
    const input = helperInput(page.law.findStep(act.step)?.step);
    const personId = input && act.inputs[input.id];
    return typeof personId === 'string' ? [{ personId, fromOn: act.on }] : [];
  });
  const turns = named.filter((turn, index) => turn.personId !== named[index - 1]?.personId);
  return turns.map((turn, index) => ({
    ...turn,
    name: nameOf(page, turn.personId),
    toOn: turns[index + 1]?.fromOn ?? null,
  }));
}

const helperInput = (step: Step | undefined) =>
  step?.inputs.find((input) => input.kind === 'person' && input.fact === 'helper');

export function introducersOf(page: PageData): DossierView['introducers'] {
  const ids = page.standing.facts['introduction.members'];
  return Array.isArray(ids) ? ids.map((personId) => ({ personId, name: nameOf(page, personId) })) : [];
}

export function informedOf(page: PageData): DossierView['informed'] {
  const { facts } = page.standing;
  const on = text(facts['consent.informedOn']);
  if (on === null) return null;
  return { on, by: nameOf(page, facts['consent.informedBy']), agreed: facts['consent.agreed'] === true };
}

export function proposerOf(page: PageData): DossierView['proposer'] {
  const act = actsOf(page).find(({ step }) => step === firstStep);
  const { proposerUnitId } = page.dossier;
  if (!act && proposerUnitId === null) return null;
  const kind = text(act?.inputs.proposerKind as FactValue | undefined);
  return { kind, name: nameOf(page, act?.inputs.proposer), unitId: proposerUnitId };
}

export function datesOf(page: PageData): DossierView['facts'] {
  const { facts, clocks, acts } = page.standing;
  const until = (id: string) => clocks.findLast((clock) => clock.id === id)?.dueOn ?? null;
  const official = acts.findLast(({ effect }) => effect?.status === 'official')?.effect?.on;
  return {
    ceremonyOn: text(facts['ceremony.on']),
    decidedOn: text(facts['decide.decision.on']) ?? text(facts['decide.on']),
    certificateOn: text(facts['certificate.on']),
    certificateUntil: until('certificate_valid'),
    probationEndsOn: until('probation_ends'),
    recognisedOn: official ?? page.person.officialOn,
  };
}

export function clocksOf(page: PageData): ClockView[] {
  const shown = page.reader.wide ? page.standing.clocks : [];
  return shown.map((clock) => ({
    id: clock.id,
    label: clock.label,
    place: clock.place,
    startsOn: clock.startsOn,
    dueOn: clock.dueOn,
    limit: clock.limit,
    unit: clock.unit,
    extendsWith: clock.extendsWith,
    extendsTo: clock.extendsTo,
    extended: clock.extended,
    stoppedOn: clock.stoppedOn,
    answers: clock.answers,
    consequence: clock.consequence,
    otherwise: clock.otherwise && { reading: clock.otherwise.reading, dueOn: clock.otherwise.dueOn },
    duty: isDuty(clock),
    lateDays: lateDays(clock, page.today),
    confidence: clock.confidence,
    citations: clock.citations,
    endedOn: clock.endedOn,
  }));
}

/** Days by which a duty is behind: a term only ends, and what follows from that the guards say. */
export function lateDays(clock: RunningClock, today: string): number | null {
  if (clock.endedOn !== null || clock.dueOn === null || !isDuty(clock)) return null;
  return compareDays(today, clock.dueOn) > 0 ? daysBetween(clock.dueOn, today) : null;
}
