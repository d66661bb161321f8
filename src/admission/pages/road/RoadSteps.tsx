// Where on the road: the phases in words, the present one with its stage and since when.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { type Step, Stepper } from '../../../ui/show/Stepper.tsx';
import { type DossierView, phases } from '../../view.ts';
import type { Book } from '../book.ts';
import { words } from '../words.ts';
import css from './road.module.css';

export function RoadSteps({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  const at = phases.indexOf(dossier.phase);
  const left = dossier.closedAs !== null && dossier.closedAs !== 'recognised';
  const finished = dossier.closedAs === 'recognised';
  const since = dossier.stageOn ? ` ${t('list.since', { day: formatDay(dossier.stageOn) })}` : '';
  const steps = phases.map((phase, index): Step => {
    const label = t(left || phase !== 'done' ? `phase.${phase}` : 'phase.done_long');
    if (index === at) {
      const state = left ? 'stopped' : finished ? 'done' : 'now';
      return { id: phase, label, state, second: `${tell(book.stageLabel(dossier.stage))}${since}` };
    }
    if (index < at && !left) return { id: phase, label, state: 'done' };
    return {
      id: phase,
      label,
      state: left ? 'skipped' : 'next',
      second: left ? ' ' : t(`phase.${phase}_long`),
    };
  });
  return (
    <div className={css.steps}>
      <Stepper name={t('page.road')} steps={steps} />
    </div>
  );
}
