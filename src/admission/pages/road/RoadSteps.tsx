// Where on the road: the phases in words, the present one with its stage and since when.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { type Step, Stepper } from '../../../ui/show/Stepper.tsx';
import { type DossierView, type Phase, phases } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { words } from '../words.ts';
import { hasLeft, stateOf, type Where } from './phase.ts';
import css from './road.module.css';

export function RoadSteps({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  // An official member is one since the anniversary of the ceremony, whenever it was decided.
  const day = dossier.facts.recognisedOn ?? dossier.stageOn;
  const since = day ? ` ${t('list.since', { day: formatDay(day) })}` : '';
  const second = {
    here: `${tell(book.stageLabel(dossier.stage))}${since}`,
    ahead: (phase: Phase) => t(`phase.${phase}_long`),
  };
  const steps = phases.map((phase): Step => {
    const state = stateOf(phase, dossier);
    const label = t(phase === 'done' && !hasLeft(dossier) ? 'phase.done_long' : `phase.${phase}`);
    return { id: phase, label, state, second: secondOf(phase, dossier, second) };
  });
  return (
    <div className={css.steps}>
      <Stepper name={t('page.road')} steps={steps} />
    </div>
  );
}

/** The present phase says its stage, those ahead what they are about; nothing where there is nothing to say. */
function secondOf(
  phase: Phase,
  dossier: Where,
  words: { here: string; ahead: (phase: Phase) => string },
): string | null {
  if (phase === dossier.phase) return words.here;
  const state = stateOf(phase, dossier);
  if (state === 'done') return null;
  return state === 'skipped' || phase === 'done' ? ' ' : words.ahead(phase);
}
