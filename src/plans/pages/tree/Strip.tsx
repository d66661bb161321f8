// The units below by status, as one bar and as words that filter the table.
import { Button, UnstyledButton } from '@mantine/core';
import { useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Line, Status } from '../../view.ts';
import { standingOf } from '../../attainment.ts';
import { tones } from '../said.ts';
import { words } from '../words.ts';
import { differs, type Filter, lost } from './need.ts';
import type { QualityOf } from './quality.ts';
import css from './tree.module.css';

interface StripProps {
  lines: readonly Line[];
  qualityOf: QualityOf;
  filter: Filter | null;
}

/** From what is reached to what is not there yet. */
const order = [
  'exceeded',
  'met',
  'not_begun',
  'on_pace',
  'behind',
  'missed',
  'unknown',
  'zero',
  'none',
] as const;

export function Strip({ lines, qualityOf, filter }: StripProps) {
  const t = useWords(words);
  const counts = Map.groupBy(lines, ({ attainment }) => standingOf(attainment));
  const found = order.filter((status) => counts.has(status));
  const count = (status: Status | 'zero') => counts.get(status)?.length ?? 0;
  const differing = lines.filter(differs).length;
  const looked = lines.filter(({ unitId }) => lost(qualityOf(unitId)) > 0).length;
  return (
    <div className={css.strip}>
      <p>{t('strip.title', { count: lines.length })}</p>
      <div className={css.stripBar} aria-hidden>
        {found.map((status) => (
          <span key={status} data-tone={tones[status]} style={{ flexGrow: count(status) }} />
        ))}
      </div>
      <div className={css.words}>
        {found.map((status) => (
          <Word key={status} id={status} filter={filter}>
            <StatusMark tone={tones[status]}>
              {t('strip.some', { word: t(`status.${status}`), count: count(status) })}
            </StatusMark>
          </Word>
        ))}
        {differing > 0 && (
          <Word id="difference" filter={filter}>
            <StatusMark tone="wait">{t('strip.difference', { count: differing })}</StatusMark>
          </Word>
        )}
        {looked > 0 && (
          <Word id="quality" filter={filter}>
            <StatusMark tone="act">{t('strip.quality', { count: looked })}</StatusMark>
          </Word>
        )}
        <Drop filter={filter} />
      </div>
    </div>
  );
}

function Word({ id, filter, children }: { id: Filter; filter: Filter | null; children: React.ReactNode }) {
  const { set } = useAddress();
  const pressed = filter === id;
  return (
    <UnstyledButton
      className={css.word}
      aria-pressed={pressed}
      onClick={() => set({ show: pressed ? null : id })}
    >
      {children}
    </UnstyledButton>
  );
}

function Drop({ filter }: { filter: Filter | null }) {
  const t = useWords(words);
  const { set } = useAddress();
  if (filter === null) return null;
  return (
    <Button variant="default" className="no-print" onClick={() => set({ show: null })}>
      {t('strip.drop')}
    </Button>
  );
}
