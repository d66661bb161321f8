// The yearly rating recorded on a result: level, paper, and the numbers as they stood; recording it types no number.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type DocumentChoice, DocumentField } from '../../documents/pages/DocumentField.tsx';
import { formatDay } from '../../platform/day.ts';
import { useAct } from '../../ui/act.ts';
import { To } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { useConfirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { useToast } from '../../ui/toast.tsx';
import { sayCount } from '../../plans/amount.ts';
import { levelLabels, levels } from '../rating.ts';
import type { ResultView } from '../view.ts';
import { sayMaybe } from '../../plans/pages/said.ts';
import { ActError } from './ActError.tsx';
import { useFigureName } from './figures.ts';
import css from './measure.module.css';
import { words } from './words.ts';

type Rating = NonNullable<ResultView['rating']>;

export function RatingPart({ result }: { result: ResultView }) {
  const t = useWords(words);
  const [rating, setRating] = useState(false);
  const year = String(result.year);
  const rate = result.can.includes('rate') && (
    <Button variant="default" onClick={() => setRating(true)}>
      {t(result.rating ? 'result.rate_again' : 'result.rate')}
    </Button>
  );
  return (
    <Panel title={t('result.rating', { year })} action={rate}>
      {result.rating ? (
        <Recorded rating={result.rating} result={result} />
      ) : (
        <p className={css.nothing}>{t('result.not_rated')}</p>
      )}
      {rating && <RateForm result={result} close={() => setRating(false)} />}
    </Panel>
  );
}

function Recorded({ rating, result }: { rating: Rating; result: ResultView }) {
  const t = useWords(words);
  const tell = useTell();
  const { language } = useLanguage();
  const name = useFigureName();
  const { decision, document } = rating;
  const paper = [decision.number, decision.on && formatDay(decision.on), decision.by]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      {rating.differs && <Notice tone="act">{t('result.differs')}</Notice>}
      <KeyValue
        items={[
          { label: t('result.level'), value: tell(levelLabels[rating.level]) },
          { label: t('result.on'), value: formatDay(rating.ratedOn) },
          ...(paper ? [{ label: t('result.decision'), value: paper }] : []),
          ...(document
            ? [
                {
                  label: t('page.paper'),
                  value: <To href={`/documents/${document.id}`}>{document.label}</To>,
                },
              ]
            : []),
          ...rating.lines.map((line) => ({
            label: t('result.frozen', { day: formatDay(rating.asOf) }),
            value: t('result.frozen_line', {
              figure: name(line.figure),
              done: sayCount(line.done, language),
              target: sayMaybe(line.assigned, language),
              registered: sayMaybe(line.registered, language),
            }),
          })),
        ]}
      />
      {rating.can.includes('withdraw') && <Withdraw rating={rating} result={result} />}
    </>
  );
}

function Withdraw({ rating, result }: { rating: Rating; result: ResultView }) {
  const t = useWords(words);
  const confirm = useConfirm();
  const toast = useToast();
  const act = useAct({
    to: `/plans/${result.unitId}/result/withdraw`,
    body: () => ({ year: result.year, entry: rating.entry }),
    refresh: [`/plans/${result.unitId}/result`, '/commendations'],
    done: () => toast(t('result.withdrawn')),
  });
  const ask = async () => {
    const title = t('result.rating', { year: String(result.year) });
    if (await confirm({ title, text: t('result.withdraw_ask'), yes: t('result.withdraw') })) act.run();
  };
  return (
    <div className="no-print">
      <Button variant="default" loading={act.busy} onClick={() => void ask()}>
        {t('result.withdraw')}
      </Button>
      {act.error && <ActError error={act.error} />}
    </div>
  );
}

interface Typed {
  level: string;
  happenedOn: string;
  number: string;
  on: string;
  by: string;
  document: DocumentChoice | null;
}

function useRating({ result, close }: { result: ResultView; close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  return useForm<Typed>({
    initial: { level: '', happenedOn: today, number: '', on: '', by: '', document: null },
    draft: `rating.${result.unitId}.${result.year}`,
    send: ({ level, happenedOn, number, on, by, document }, clientId) =>
      send('POST', `/plans/${result.unitId}/result`, {
        clientId,
        year: result.year,
        level,
        happenedOn,
        decision: { number: number.trim() || null, on: on || null, by: by.trim() || null },
        documentId: document?.id ?? null,
        over: result.rating?.entry ?? null,
        seen: result.seen,
      }),
    refresh: [`/plans/${result.unitId}/result`, '/commendations'],
    done: () => {
      toast(t('result.recorded'));
      close();
    },
  });
}

function RateForm(props: { result: ResultView; close: () => void }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const form = useRating(props);
  const { result, close } = props;
  const choices = levels.map((level) => ({ value: level as string, label: tell(levelLabels[level]) }));
  return (
    <Dialog onClose={close} title={t('result.rating', { year: String(result.year) })} size="lg">
      <FormFrame form={form} submit={t('result.rate')} cancel={close}>
        <Notice>{t('result.facts')}</Notice>
        <NativeSelect
          label={t('result.level')}
          required
          data={[{ value: '', label: t('result.level_pick') }, ...choices]}
          {...form.text('level')}
        />
        <DayField
          label={t('result.on')}
          required
          min={`${result.year}-01-01`}
          max={today}
          {...form.field('happenedOn')}
        />
        <TextInput label={t('result.number')} maxLength={60} autoComplete="off" {...form.text('number')} />
        <TextInput label={t('result.by')} maxLength={200} {...form.text('by')} />
        <DocumentField {...form.field('document')} />
      </FormFrame>
    </Dialog>
  );
}
