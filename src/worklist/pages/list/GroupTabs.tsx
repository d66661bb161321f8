// The groups in words, each with its true count; the chosen one is kept in the address. What needs no eye today stands
// quietly at the foot.
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useLanguage, useWords } from '../../../ui/i18n.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import type { Counts, Group } from '../../view.ts';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { mainGroups, quietGroups, useFollows } from './asked.ts';

interface GroupTabsProps {
  counts: Counts | null;
  open: Group | null;
}

export function GroupTabs({ counts, open }: GroupTabsProps) {
  const t = useWords(words);
  const due = counts && counts.overdue + counts.week + counts.month;
  const follows = useFollows();
  const shown = mainGroups.filter((group) => group !== 'others' || !follows);
  const quiet = quietGroups.filter((group) => group === open);
  return (
    <nav aria-label={t('group.name')} className={`${css.tabs} no-print`}>
      <GroupLink group={null} count={due} open={open} className={css.tab} />
      {[...shown, ...quiet].map((group) => (
        <GroupLink
          key={group}
          group={group}
          count={counts && counts[group]}
          open={open}
          className={css.tab}
        />
      ))}
    </nav>
  );
}

export function QuietGroups({ counts, open }: GroupTabsProps) {
  const t = useWords(words);
  return (
    <nav aria-label={t('group.rest')} className={`${css.quietTabs} no-print`}>
      {quietGroups
        .filter((group) => group !== open)
        .map((group) => (
          <GroupLink
            key={group}
            group={group}
            count={counts && counts[group]}
            open={open}
            className={css.quietTab}
          />
        ))}
    </nav>
  );
}

interface GroupLinkProps {
  /** null: everything that is to be done */
  group: Group | null;
  count: number | null;
  open: Group | null;
  className: string | undefined;
}

function GroupLink({ group, count, open, className }: GroupLinkProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const { path, words: address } = useAddress();
  const follows = useFollows();
  return (
    <To
      className={className}
      href={hrefOf(path, { ...address, group, view: null, day: null, month: null })}
      aria-current={group === open ? 'true' : undefined}
      data-late={(group === 'overdue' && (count ?? 0) > 0) || undefined}
    >
      {t(group === null && follows ? 'group.follow' : `group.${group ?? 'all'}`)}
      {count !== null && <span className={css.count}>{formatNumber(count, language)}</span>}
    </To>
  );
}
