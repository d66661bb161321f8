// One difficulty: what it is, where it lies, the way it went, the answer.
import { formatDay } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Tone } from '../../../ui/show/Shape.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { TimeLine } from '../../../ui/show/TimeLine.tsx';
import type { DifficultyState, DifficultyView } from '../../view.ts';
import css from '../reports.module.css';
import { DifficultyActs } from './DifficultyActs.tsx';
import { words } from './words.ts';

const tones: Record<DifficultyState, Tone> = {
  waiting: 'wait',
  taken_up: 'plain',
  answered: 'done',
  withdrawn: 'ended',
};

export function Difficulty({ item }: { item: DifficultyView }) {
  const t = useWords(words);
  const tell = useTell();
  const { id, unitName, topicLabel, raisedOn, state, stateLabel, reportId } = item;
  return (
    <li id={id} className={css.line}>
      <div className={css.body}>
        <p className={css.what}>{tell(topicLabel)}</p>
        <p className={`${css.facts} ${css.second}`}>
          <span>{t('diff.raised', { unit: unitName, day: formatDay(raisedOn) })}</span>
          {reportId && (
            <To href={`/reports/${reportId}`} aria-label={t('diff.with_report_named', { unit: unitName })}>
              {t('diff.with_report')}
            </To>
          )}
        </p>
        <blockquote className={css.quote}>{item.words}</blockquote>
        <p className={css.facts}>
          <StatusMark tone={tones[state]}>{tell(stateLabel)}</StatusMark>
          <Where item={item} />
        </p>
        <Answer item={item} />
        <Way item={item} />
      </div>
      <DifficultyActs item={item} />
    </li>
  );
}

function Where({ item: { state, at, outside } }: { item: DifficultyView }) {
  const t = useWords(words);
  if (state === 'answered' || state === 'withdrawn') return null;
  if (outside) return <span>{t('diff.outside')}</span>;
  return at ? <span>{t('diff.at', { unit: at.name })}</span> : null;
}

function Answer({ item: { answer } }: { item: DifficultyView }) {
  const t = useWords(words);
  if (!answer) return null;
  const { words: said, on, unitName, by } = answer;
  return (
    <>
      <blockquote className={css.quote}>{said}</blockquote>
      <p className={css.second}>{t('diff.answer_by', { unit: unitName, day: formatDay(on), who: by })}</p>
    </>
  );
}

function Way({ item: { steps } }: { item: DifficultyView }) {
  const t = useWords(words);
  const tell = useTell();
  if (steps.length < 2) return null;
  return (
    <details className={css.steps}>
      <summary>{t('diff.way', { count: steps.length })}</summary>
      <TimeLine
        name={t('diff.way', { count: steps.length })}
        items={steps.map(({ step, label, on, unitName, to, by, words: said }, at) => ({
          id: `${at} ${step}`,
          on: formatDay(on),
          title: tell(label),
          second: to
            ? t('diff.step_to', { unit: unitName, who: by, to })
            : t('diff.step', { unit: unitName, who: by }),
          body: step !== 'raised' && said && <p className={css.quote}>{said}</p>,
        }))}
      />
    </details>
  );
}
