// What a dossier’s time line is made of: acts in their order, clocks that run, the way ahead day by day, and the rules
// that came into force in between.
import { type Day, earliest } from '../../../platform/day.ts';
import type { Document } from '../../../rules/documents.ts';
import type { ActView, AheadView, ClockView, DossierView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { isNote } from '../follow/notes.ts';
import { type Scale, scaleOf } from './scale.ts';

export interface DatedAct extends ActView {
  happenedOn: Day;
}
export type AheadStep = AheadView['steps'][number];

/** Steps that can all be taken on the same first day. */
export interface AheadGroup {
  on: Day;
  steps: AheadStep[];
  /** what the first of them waits for */
  waitsFor: AheadStep['waitsFor'];
}

export interface TimeParts {
  /** the day up to which the case runs: today, or the day it ended */
  now: Day;
  /** false once the case is over */
  open: boolean;
  acts: DatedAct[];
  running: ClockView[];
  ended: ClockView[];
  ahead: AheadGroup[];
  laws: Document[];
  scale: Scale;
}

/** The steps of the road; notes of somebody who is followed have a place of their own. */
const isDated = (act: ActView): act is DatedAct =>
  act.happenedOn !== null && act.state === 'standing' && !isNote(act);

export function partsOf(dossier: DossierView, book: Pick<Book, 'regulations'>): TimeParts {
  const open = dossier.closedAs === null;
  const now = open ? dossier.today : earliest(dossier.closedOn ?? dossier.today);
  const acts = dossier.acts.filter(isDated);
  const running = dossier.clocks.filter(({ endedOn }) => endedOn === null).toSorted(byDue);
  const ahead = groupsOf(dossier.ahead?.steps ?? []);
  const scale = scaleOf({
    past: acts.map(({ happenedOn }) => earliest(happenedOn)),
    ends: [...running.flatMap(endsOf), ...ahead.flatMap(daysOf)],
    now,
  });
  return {
    now,
    open,
    acts,
    running,
    ended: dossier.clocks.filter(({ endedOn }) => endedOn !== null),
    ahead,
    laws: lawsIn(book, scale),
    scale,
  };
}

const never = '9999-12-31';
const byDue = (a: ClockView, b: ClockView): number => ((a.dueOn ?? never) < (b.dueOn ?? never) ? -1 : 1);

/** A duty is drawn whole; a term of years runs out of the picture. */
const endsOf = ({ duty, startsOn, dueOn, extendsTo }: ClockView): Day[] =>
  duty ? [startsOn, dueOn, extendsTo].filter((day) => day !== null) : [];
const daysOf = ({ on, steps }: AheadGroup): Day[] => [
  on,
  ...steps.map(({ latestOn }) => latestOn).filter((day) => day !== null),
];

export function groupsOf(steps: readonly AheadStep[]): AheadGroup[] {
  return [...Map.groupBy(steps, ({ earliestOn }) => earliestOn)].map(([on, own]) => ({
    on,
    steps: own,
    waitsFor: own.find(({ waitsFor }) => waitsFor !== null)?.waitsFor ?? null,
  }));
}

/** The sets of rules of the stretch that is drawn, oldest first. */
const lawsIn = ({ regulations }: Pick<Book, 'regulations'>, { from, until }: Scale): Document[] =>
  regulations.documents
    .filter(({ kind }) => kind === 'rule_set')
    .filter((one) => one.in_force_from <= until && (one.in_force_until ?? never) >= from)
    .toSorted((a, b) => (a.in_force_from < b.in_force_from ? -1 : 1));
