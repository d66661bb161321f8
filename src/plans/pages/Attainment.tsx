// How far a unit has come: a bar with the marks of target and pace, and the same in words.
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { isKnown } from '../amount.ts';
import type { AttainmentView } from '../view.ts';
import css from './plans.module.css';
import { standingOf } from '../attainment.ts';
import { type Attained, sayPace, sayProgress, tones } from './said.ts';
import { words } from './words.ts';

export function AttainmentBar({ of, large = false }: { of: Attained; large?: boolean }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const pace = sayPace(of.attainment, t, language);
  return (
    <div className={css.attained} data-large={large || undefined}>
      <Bar of={of} />
      <p className={css.said}>
        {sayProgress(of, t, language)}
        {pace && (
          <>
            {' · '}
            <span data-status={of.attainment.status}>{pace}</span>
          </>
        )}
      </p>
    </div>
  );
}

/** Drawn for the eye only: the words under it say the same. */
function Bar({ of: { done, assigned, attainment } }: { of: Attained }) {
  const target = assigned && isKnown(assigned) ? assigned : null;
  const full = Math.max(target?.maximum ?? 0, done.value, 1);
  const at = (count: number) => `${(100 * count) / full}%`;
  const reached = standingOf(attainment) === 'met' || attainment.status === 'exceeded';
  return (
    <div className={css.bar} aria-hidden data-none={target === null || undefined}>
      <span className={css.fill} data-reached={reached} style={{ width: at(done.value) }} />
      {ends(target).map((end) => (
        <span key={end} className={css.target} style={{ insetInlineStart: at(end) }} />
      ))}
      {!reached &&
        ends(attainment.expected).map((end) => (
          <span key={end} className={css.pace} style={{ insetInlineStart: at(end) }} />
        ))}
    </div>
  );
}

const ends = (span: { minimum: number; maximum: number } | null): number[] =>
  span ? [...new Set([span.minimum, span.maximum])] : [];

export function StatusWord({ of }: { of: AttainmentView }) {
  const t = useWords(words);
  const standing = standingOf(of);
  return <StatusMark tone={tones[standing]}>{t(`status.${standing}`)}</StatusMark>;
}
