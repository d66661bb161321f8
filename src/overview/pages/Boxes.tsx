// The four answers of a glance: how many members, how far the target, how rich the source, what is due.
import type { ReactNode } from 'react';
import { hrefOf, To } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { AttainmentBar } from '../../plans/pages/Attainment.tsx';
import { OutlookCell } from '../../plans/pages/outlook/OutlookCell.tsx';
import { parts } from '../../pool/pool.ts';
import type { Worklist } from '../../worklist/view.ts';
import type { OverviewView } from '../view.ts';
import { words } from '../words.ts';
import { OpenNumber } from './OpenNumber.tsx';
import css from './overview.module.css';

export function Boxes({ view }: { view: OverviewView }) {
  const t = useWords(words);
  const present = useToday() === view.on;
  const unit = view.unit && String(view.unit.id);
  return (
    <section className={css.boxes} aria-label={t('over.title')} data-cell={view.unit?.cell || undefined}>
      <Members view={view} />
      <Target view={view} present={present} />
      <Source view={view} />
      {present && <Due unit={unit} />}
    </section>
  );
}

function Target({ view: { unit, on, year, target }, present }: { view: OverviewView; present: boolean }) {
  const t = useWords(words);
  const href = hrefOf(unit ? `/plans/${unit.id}` : '/plans', { on: present ? null : on });
  const foretold = present && (target.assigned?.minimum ?? 0) > 0;
  return (
    <Box label={t('box.target', { year: String(year) })} wide foot={<To href={href}>{t('box.plan')}</To>}>
      <AttainmentBar of={target} large />
      {unit && foretold && (
        <p>
          {t('box.outlook')}: <OutlookCell unitId={unit.id} period={String(year)} />
        </p>
      )}
    </Box>
  );
}

interface BoxProps {
  label: string;
  big?: ReactNode;
  wide?: boolean;
  foot?: ReactNode;
  children?: ReactNode;
}

function Box({ label, big, wide = false, foot, children }: BoxProps) {
  return (
    <div className={css.box} data-wide={wide || undefined}>
      <h2 className={css.label}>{label}</h2>
      {big !== undefined && <p className={css.big}>{big}</p>}
      <div className={css.lines}>{children}</div>
      {foot && <p className={`${css.foot} no-print`}>{foot}</p>}
    </div>
  );
}

function Members({ view: { people, cells, unit } }: { view: OverviewView }) {
  const t = useWords(words);
  const kinds = [
    { ...people.official, word: t('box.official') },
    { ...people.probationary, word: t('box.probationary') },
  ];
  return (
    <Box label={t('box.members')} big={<OpenNumber of={people.total} what={t('box.members')} />}>
      {kinds.map(({ word, ...of }) => (
        <p key={word}>
          <OpenNumber of={of} what={`${t('box.members')} ${word}`} /> {word}
        </p>
      ))}
      {!unit?.cell && <p>{t('box.cells', { cells })}</p>}
    </Box>
  );
}

function Source({ view: { source } }: { view: OverviewView }) {
  const t = useWords(words);
  const { total, paused } = source;
  const named = parts.filter((part) => source.parts[part] > 0);
  return (
    <Box label={t('box.source')} big={<OpenNumber of={total} what={t('box.source')} />}>
      {total.count === 0 && <p>{t('box.nobody')}</p>}
      {named.map((part) => (
        <p key={part}>{t(`box.${part}`, { count: source.parts[part] })}</p>
      ))}
      {paused !== null && paused > 0 && <p>{t('box.paused', { count: paused })}</p>}
    </Box>
  );
}

/** Asked by itself: the work list counts for this reader, and nothing else waits for it. */
function Due({ unit }: { unit: string | null }) {
  const t = useWords(words);
  const can = useCan('worklist.read');
  const { data } = useRead<Worklist>('/worklist', { params: { unit, limit: 1 }, enabled: can });
  if (!can || !data) return null;
  const { overdue, week, month } = data.counts;
  const all = overdue + week + month;
  const line = (group: 'overdue' | 'week' | 'month', count: number) =>
    count > 0 && (
      <p key={group} data-late={group === 'overdue' || undefined}>
        <To href={hrefOf('/worklist', { unit, group })}>{t(`box.${group}`, { count })}</To>
      </p>
    );
  return (
    <Box
      label={t('box.due')}
      big={formatNumber(all)}
      foot={<To href={hrefOf('/worklist', { unit })}>{t('box.work')}</To>}
    >
      {all === 0 && <p>{t('box.nothing_due')}</p>}
      {[line('overdue', overdue), line('week', week), line('month', month)]}
    </Box>
  );
}
