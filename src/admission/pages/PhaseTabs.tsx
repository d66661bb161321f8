// The phases of the road in words, each with its true count; the chosen one is kept in the address.
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { stagesOfPhase } from '../../road/standing.ts';
import { phases } from '../../road/view.ts';
import css from './dossiers.module.css';
import { words } from './words.ts';

interface PhaseTabsProps {
  counts: Record<string, number>;
  ready: boolean;
}

export function PhaseTabs({ counts, ready }: PhaseTabsProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const { path, words: address } = useAddress();
  const sum = (stages: string[]) => stages.reduce((all, stage) => all + (counts[stage] ?? 0), 0);
  const tabs = [
    { id: null, label: t('list.all'), count: sum(Object.keys(counts)) },
    ...phases.map((phase) => ({ id: phase, label: t(`phase.${phase}`), count: sum(stagesOfPhase(phase)) })),
  ];
  return (
    <nav aria-label={t('list.phases')} className={`${css.phases} no-print`}>
      {tabs.map(({ id, label, count }) => (
        <To
          key={label}
          className={css.phase}
          aria-current={(address.phase ?? null) === id ? 'true' : undefined}
          href={hrefOf(path, { ...address, phase: id, stage: null })}
        >
          {label}
          {ready && <span className={css.count}>{formatNumber(count, language)}</span>}
        </To>
      ))}
    </nav>
  );
}
