// The result of a year of one unit: registered against done, the rating recorded on it, and – for a committee – the units
// below of which a commendation may be considered.
import { NativeSelect } from '@mantine/core';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, To, useAddress, useParam } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { ResultView } from '../view.ts';
import { CommendPart } from './CommendPart.tsx';
import css from './measure.module.css';
import { RatingPart } from './RatingPart.tsx';
import { ResultTable } from './ResultTable.tsx';
import { words } from './words.ts';

export function ResultPage() {
  const id = useParam('unit');
  const today = useToday();
  const { words: address } = useAddress();
  const year = Number(address.year) || Number(today.slice(0, 4));
  const query = useRead<ResultView>(`/plans/${id}/result`, { params: { year }, keep: true });
  return (
    <Loaded of={query} rows={10} page>
      {(result) => <Result key={`${result.unitId} ${result.year}`} result={result} />}
    </Loaded>
  );
}

function Result({ result }: { result: ResultView }) {
  const t = useWords(words);
  const year = String(result.year);
  const day = formatDay(result.asOf);
  return (
    <Page
      title={t('result.title', { year })}
      purpose={t('result.purpose')}
      help={[t('result.help1'), t('result.help2'), t('result.help3')]}
      back={{
        href: hrefOf(`/plans/${result.unitId}`, { period: year }),
        label: t('result.to_unit', { unit: result.name }),
      }}
      action={<YearField year={result.year} />}
    >
      <p className={css.facts}>
        <strong>{result.name}</strong>
        <StatusMark tone={result.over ? 'done' : 'wait'}>
          {t(result.over ? 'result.frozen' : 'result.running', { day })}
        </StatusMark>
      </p>
      <ResultTable name={t('result.title', { year })} lines={result.lines} />
      {result.lines.length > 0 && (
        <p>
          <To href={hrefOf(`/plans/${result.unitId}`, { period: year, part: 'given' })} className={css.link}>
            {t('result.trace')}
          </To>
        </p>
      )}
      <Beside result={result} />
      <RatingPart result={result} />
      <CommendPart unitId={result.unitId} year={result.year} />
    </Page>
  );
}

const yearsBack = 10;

function YearField({ year }: { year: number }) {
  const t = useWords(words);
  const { set } = useAddress();
  const now = Number(useToday().slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, index) => now - index);
  return (
    <NativeSelect
      label={t('result.year')}
      data={[...new Set([...years, year])].toSorted((a, b) => b - a).map(String)}
      value={String(year)}
      onChange={(event) => set({ year: event.currentTarget.value })}
    />
  );
}

/** Quality and measures beside the numbers, never instead of them. */
function Beside({ result: { quality, measures } }: { result: ResultView }) {
  const t = useWords(words);
  const { done, dropped, open, late } = measures;
  const any = done + dropped + open > 0;
  const of = (count: number, key: 'women' | 'degree' | 'not_recognised' | 'removed') =>
    `${count} ${t(`result.${key}`)}`;
  return (
    <KeyValue
      items={[
        ...(quality
          ? [
              {
                label: t('result.quality'),
                value: [
                  of(quality.women, 'women'),
                  of(quality.degree, 'degree'),
                  of(quality.notRecognised, 'not_recognised'),
                  of(quality.removed, 'removed'),
                ].join(' · '),
              },
            ]
          : []),
        ...(any
          ? [
              {
                label: t('result.measures'),
                value: [
                  t('result.measures_said', { done, dropped, open }),
                  late > 0 ? t('result.measures_late', { late }) : '',
                ]
                  .filter(Boolean)
                  .join(', '),
              },
            ]
          : []),
      ]}
    />
  );
}
