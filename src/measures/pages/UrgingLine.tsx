// One urging: who wrote what to whom, who opened it and when, and what each unit answered.
import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useAct } from '../../ui/act.ts';
import { To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { UrgedView, UrgingView } from '../view.ts';
import { sayPeriod } from '../../plans/pages/said.ts';
import { words as planWords } from '../../plans/pages/words.ts';
import { ActError } from './ActError.tsx';
import { AnswerForm, TakeBackForm } from './AnswerForm.tsx';
import { useFigureName } from './figures.ts';
import css from './measure.module.css';
import { words } from './words.ts';

export function UrgingLine({ item, quiet = false }: { item: UrgingView; quiet?: boolean }) {
  const t = useWords(words);
  return (
    <li className={css.line}>
      <div className={css.body}>
        <Head item={item} />
        {item.words === null ? (
          <p className={css.second}>{t('urge.closed')}</p>
        ) : (
          <blockquote className={css.words}>{item.words}</blockquote>
        )}
        {item.document && <To href={`/documents/${item.document.id}`}>{item.document.label}</To>}
        {item.withdrawn && (
          <StatusMark tone="ended">
            {t('urge.taken_back', { day: formatDay(item.withdrawn.on), why: item.withdrawn.ground })}
          </StatusMark>
        )}
        <ul className={css.units}>
          {item.units.map((unit) => (
            <Urged key={unit.unitId} unit={unit} item={item} quiet={quiet} />
          ))}
        </ul>
      </div>
      {!quiet && item.can.includes('take_back') && <TakeBack item={item} />}
    </li>
  );
}

function Head({ item }: { item: UrgingView }) {
  const t = useWords(words);
  const say = useWords(planWords);
  const tell = useTell();
  const name = useFigureName();
  const { from, fromOffice, fromUnit, sentOn, answerBy, period, figure } = item;
  const who = fromOffice
    ? t('urge.from', { who: from, office: tell(fromOffice), unit: fromUnit })
    : t('urge.from_short', { who: from, unit: fromUnit });
  const about = [figure && name(figure), sayPeriod(period, say)].filter(Boolean).join(' · ');
  return (
    <>
      <p className={css.what}>{who}</p>
      <p className={`${css.facts} ${css.second}`}>
        <span>{t('urge.sent', { day: formatDay(sentOn) })}</span>
        <span>{about}</span>
        {answerBy && <span>{t('urge.answer_by', { day: formatDay(answerBy) })}</span>}
      </p>
    </>
  );
}

interface UrgedProps {
  unit: UrgedView;
  item: UrgingView;
  quiet: boolean;
}

function Urged({ unit, item, quiet }: UrgedProps) {
  const t = useWords(words);
  return (
    <li>
      <div className={css.facts}>
        <To href={`/plans/${unit.unitId}?period=${encodeURIComponent(item.period)}`}>{unit.unitName}</To>
        <Receipts unit={unit} />
        {unit.endedOn && (
          <StatusMark tone="ended">{t('urge.unit_ended', { day: formatDay(unit.endedOn) })}</StatusMark>
        )}
        {!item.withdrawn && <AnswerState unit={unit} />}
      </div>
      {unit.answer && (
        <>
          <p className={css.words}>{unit.answer.words}</p>
          <p className={css.second}>
            {t('urge.answered', { who: unit.answer.by, day: formatDay(unit.answer.on) })}
          </p>
        </>
      )}
      {!quiet && <UrgedActs unit={unit} item={item} />}
    </li>
  );
}

function Receipts({ unit: { receipts, nobody, endedOn } }: { unit: UrgedView }) {
  const t = useWords(words);
  const tell = useTell();
  if (receipts.length === 0 && nobody && !endedOn)
    return <StatusMark tone="unsure">{t('urge.nobody')}</StatusMark>;
  if (receipts.length === 0) return <StatusMark tone="wait">{t('urge.unread')}</StatusMark>;
  return receipts.map(({ office, by, at }) => (
    <StatusMark key={at} tone="done">
      {t('urge.read_by', { who: by, office: tell(office), at: formatInstant(at) })}
    </StatusMark>
  ));
}

function AnswerState({ unit: { answer, late, endedOn } }: { unit: UrgedView }) {
  const t = useWords(words);
  if (answer || endedOn) return null;
  return <StatusMark tone={late ? 'act' : 'wait'}>{t(late ? 'urge.late' : 'urge.no_answer')}</StatusMark>;
}

function UrgedActs({ unit, item }: Omit<UrgedProps, 'quiet'>) {
  const t = useWords(words);
  const [answering, setAnswering] = useState(false);
  const open = useAct({ to: `/urgings/${item.id}/read`, refresh: ['/urgings'] });
  const named = { unit: item.fromUnit, day: formatDay(item.sentOn) };
  return (
    <div className={`${css.acts} no-print`}>
      {unit.can.includes('read') && (
        <Button loading={open.busy} aria-label={t('urge.open_named', named)} onClick={() => open.run()}>
          {t('urge.open')}
        </Button>
      )}
      {unit.can.includes('answer') && (
        <Button
          variant={unit.answer ? 'default' : 'filled'}
          aria-label={t('urge.answer_named', named)}
          onClick={() => setAnswering(true)}
        >
          {t(unit.answer ? 'urge.answer_again' : 'urge.answer')}
        </Button>
      )}
      {open.error && <ActError error={open.error} />}
      {answering && <AnswerForm item={item} unit={unit} close={() => setAnswering(false)} />}
    </div>
  );
}

function TakeBack({ item }: { item: UrgingView }) {
  const t = useWords(words);
  const [asking, setAsking] = useState(false);
  return (
    <div className="no-print">
      <UnstyledButton
        className={css.quiet}
        aria-label={t('urge.take_back_named', { day: formatDay(item.sentOn) })}
        onClick={() => setAsking(true)}
      >
        {t('urge.take_back')}
      </UnstyledButton>
      {asking && <TakeBackForm item={item} close={() => setAsking(false)} />}
    </div>
  );
}
