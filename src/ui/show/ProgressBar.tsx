// How far towards a target: a bar with target and pace marks, and the same in words –
// “8/13 · 61,5% · nhanh hơn tiến độ 1,2”.
import { useLanguage, useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { formatNumber, formatRatio } from '../numbers.ts';
import css from './ProgressBar.module.css';

interface ProgressBarProps {
  name: string;
  value: number;
  target: number;
  /** Where the count should stand today to reach the target in time. */
  pace?: number;
}

export function ProgressBar({ name, value, target, pace }: ProgressBarProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const full = Math.max(target, value, pace ?? 0, 1);
  const at = (count: number) => `${(100 * count) / full}%`;
  const pacing = paceOf(value, target, pace);
  const by = pacing ? formatNumber(pacing.by, language, 1) : '';
  const words = [formatRatio(value, target, language), pacing && t(pacing.key, { by })]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className={css.progress}>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={full}
        aria-valuenow={value}
        aria-valuetext={words}
      >
        <span className={css.fill} data-full={value >= target} style={{ width: at(value) }} />
        {pace !== undefined && <span className={css.pace} style={{ insetInlineStart: at(pace) }} />}
        <span className={css.target} style={{ insetInlineStart: at(target) }} />
      </div>
      <p className={css.words} data-behind={pacing?.key === 'ui.pace_behind'} aria-hidden="true">
        {words}
      </p>
    </div>
  );
}

type PaceKey = 'ui.target_reached' | 'ui.pace_ahead' | 'ui.pace_behind' | 'ui.pace_even';

export function paceOf(value: number, target: number, pace?: number): { key: PaceKey; by: number } | null {
  if (target > 0 && value >= target) return { key: 'ui.target_reached', by: 0 };
  if (pace === undefined) return null;
  const by = Math.round((value - pace) * 10) / 10;
  if (by === 0) return { key: 'ui.pace_even', by };
  return by > 0 ? { key: 'ui.pace_ahead', by } : { key: 'ui.pace_behind', by: -by };
}
