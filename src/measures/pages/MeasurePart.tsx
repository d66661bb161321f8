// Measures of a unit for a period, on its sheet: what is being done about the target, by whom, until when; and who
// answers for the plan.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { To } from '../../ui/address.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { MeasuresAnswer, MeasureView } from '../view.ts';
import { parsePeriod } from '../../plans/period.ts';
import type { PartProps } from '../../plans/pages/parts.tsx';
import css from './measure.module.css';
import { MeasureForm } from './MeasureForm.tsx';
import { MeasureLine } from './MeasureLine.tsx';
import { words } from './words.ts';

export function MeasurePart({ unitId, period, figure, on }: PartProps) {
  const t = useWords(words);
  const [adding, setAdding] = useState(false);
  const query = useRead<MeasuresAnswer>('/measures', { params: { unit: unitId, period }, keep: true });
  const plans = on === undefined && query.data?.can.includes('plan');
  const add = plans && (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('measure.add')}
    </Button>
  );
  return (
    <Panel title={t('measure.title')} second={t('measure.second')} action={add}>
      <Loaded of={query} rows={4}>
        {(data) => <Measures data={data} about={{ unitId, period, figure, on }} />}
      </Loaded>
      {adding && (
        <MeasureForm unitId={unitId} period={period} figure={figure} close={() => setAdding(false)} />
      )}
    </Panel>
  );
}

interface About {
  unitId: number;
  period: string;
  figure: string | undefined;
  on: string | undefined;
}

/** Those of other targets are left out; on a past day those that were set by then. */
const isShown = ({ figure, plannedOn }: MeasureView, about: About): boolean =>
  (figure === null || about.figure === undefined || figure === about.figure) &&
  (about.on === undefined || plannedOn <= about.on);

function Measures({ data, about }: { data: MeasuresAnswer; about: About }) {
  const t = useWords(words);
  const items = data.items.filter((item) => isShown(item, about));
  const open = items.filter(({ state }) => state === 'open');
  const ended = items.filter(({ state }) => state !== 'open');
  const year = parsePeriod(about.period)?.kind === 'year' ? about.period : null;
  return (
    <>
      {data.plan && <Responsible responsible={data.responsible} />}
      {items.length === 0 && <p className={css.nothing}>{t('measure.none')}</p>}
      <Lines items={open} about={about} />
      {ended.length > 0 && (
        <details open={open.length === 0}>
          <summary>{t('measure.ended_shown', { count: ended.length })}</summary>
          <Lines items={ended} about={about} />
        </details>
      )}
      {year && (
        <To href={`/plans/${about.unitId}/result?year=${year}`} className={css.link}>
          {t('measure.result_of', { year })}
        </To>
      )}
    </>
  );
}

function Lines({ items, about }: { items: readonly MeasureView[]; about: About }) {
  return (
    <ul className={css.lines}>
      {items.map((item) => (
        <MeasureLine key={item.id} item={item} quiet={about.on !== undefined} />
      ))}
    </ul>
  );
}

function Responsible({ responsible }: Pick<MeasuresAnswer, 'responsible'>) {
  const t = useWords(words);
  const tell = useTell();
  const held = responsible?.offices.map(({ label, unitName }) => `${tell(label)}, ${unitName}`).join('; ');
  const said =
    responsible === null
      ? t('measure.responsible_none')
      : held
        ? `${responsible.name} (${held})`
        : t('measure.responsible_out', { name: responsible.name });
  return (
    <p className={css.responsible}>
      {t('measure.responsible')}: {said}
    </p>
  );
}
