// A dossier as one reader may see it: state, acts, clocks, and the steps that may be taken next by this very reader.
import { aheadOf } from '../../road/ahead.ts';
import { beforeDay, nextSteps, type OpenStep } from '../../road/judge.ts';
import { actViews } from './acts.ts';
import {
  clocksOf,
  datesOf,
  helpersOf,
  informedOf,
  introducersOf,
  papersOf,
  proposerOf,
  verificationsOf,
} from './parts.ts';
import { followedOf } from './followed.ts';
import { nameOf, type PageData } from './page.ts';
import { wayOf } from '../../road/prepare.ts';
import { tellingStep } from '../../road/road.ts';
import { phaseOfStage } from '../../road/standing.ts';
import type { DossierView, NextView } from '../../road/view.ts';

export function dossierViewOf(page: PageData): DossierView {
  const { dossier, standing } = page;
  const next = nextViews(page);
  const helpers = helpersOf(page);
  const onProbation = page.law.order(standing.stage) >= page.law.order('admitted');
  return {
    id: dossier.id,
    version: dossier.version,
    person: personOf(page),
    unit: page.unit,
    procedure:
      onProbation && standing.facts['ceremony.on'] !== undefined ? 'recognition' : dossierProcedure(page),
    stage: standing.stage,
    stageOn: standing.stageOn,
    phase: phaseOfStage(standing.stage),
    openedOn: openedOn(page),
    takenOver: takenOverOf(page),
    closedAs: standing.closedAs,
    closedOn: standing.closedOn,
    informed: informedOf(page),
    proposer: proposerOf(page),
    helper: page.reader.wide ? (helpers.at(-1) ?? null) : null,
    helpers: page.reader.wide ? helpers : [],
    introducers: page.reader.wide ? introducersOf(page) : [],
    ...followedOf(page),
    papers: papersOf(page),
    verifications: verificationsOf(page),
    facts: datesOf(page),
    held: heldToday(page),
    acts: actViews(page),
    clocks: clocksOf(page),
    ahead: aheadView(page),
    next: next.filter(({ aside }) => aside === null),
    asides: next.filter(({ aside }) => aside !== null),
    can: page.reader.can,
    profile: page.profile,
    today: page.today,
  };
}

const dossierProcedure = ({ dossier }: PageData): DossierView['procedure'] =>
  dossier.procedure === 'recognition' ? 'recognition' : 'admission';

const personOf = ({ person, reader }: PageData): DossierView['person'] => ({
  id: person.id,
  fullName: person.fullName,
  bornOn: person.bornOn,
  sex: person.sex,
  education: reader.wide ? person.education : null,
  status: person.status,
});

function openedOn({ standing, dossier }: PageData): string | null {
  const days = standing.acts.map(({ act }) => act.on).filter((day) => day !== null);
  return days.reduce<string | null>((a, b) => (a !== null && a < b ? a : b), dossier.takenOver?.on ?? null);
}

function takenOverOf(page: PageData): DossierView['takenOver'] {
  const { takenOver } = page.dossier;
  if (!takenOver) return null;
  const voucher = nameOf(page, takenOver.voucherId) ?? page.accounts.get(takenOver.recordedBy) ?? '';
  return { on: takenOver.on, stage: takenOver.stage, voucher };
}

function heldToday(page: PageData): DossierView['held'] {
  if (!page.reader.wide) return {};
  const held = page.heldOn(page.today, page.standing.facts);
  return Object.fromEntries(
    Object.entries(held).filter(([, value]) => value !== undefined),
  ) as DossierView['held'];
}

/** From today on, with the clocks that run today. */
function aheadView(page: PageData): DossierView['ahead'] {
  const { reader, law, today, heldOn, standing } = page;
  if (!reader.wide) return null;
  const clocks = standing.clocks.filter(({ endedOn }) => endedOn === null);
  const ahead = aheadOf(law, beforeDay(page, today), { today, heldOn, clocks });
  return ahead && { ...ahead, steps: ahead.steps.map((step) => ({ ...step, actor: [...step.actor] })) };
}

function nextViews(page: PageData): NextView[] {
  const before = beforeDay(page, page.today);
  const held = page.heldOn(page.today, page.standing.facts);
  return nextSteps(page.law, before, page.today, held)
    .filter(({ step }) => !isSaid(page, step.id))
    .map((open) => nextView(page, open))
    .filter(({ mine }) => page.reader.wide || mine);
}

/** Once told and agreed there is nothing more to record of it. */
const isSaid = ({ standing }: PageData, step: string): boolean =>
  step === tellingStep && standing.facts['consent.agreed'] === true;

function nextView({ reader }: PageData, { step, verdict, earliestOn, aside }: OpenStep): NextView {
  const way = wayOf(step, reader.authority(step.action));
  return {
    step: step.id,
    label: step.label,
    actor: step.actor,
    mine: way === 'own',
    onBehalf: way === 'on_behalf',
    verdict,
    earliestOn,
    aside,
  };
}
