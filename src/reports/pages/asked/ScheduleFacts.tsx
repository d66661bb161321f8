// What a schedule asks for, of whom and by when: of the next period, or – once it is withdrawn – of the first.
import { Button } from '@mantine/core';
import { formatDayLong } from '../../../platform/day.ts';
import { hrefOf, To, useGo } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { type Fact, KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { ScheduleView } from '../../view.ts';
import { words } from '../words.ts';

interface Of {
  forms: ScheduleView['forms'];
  days: Pick<ScheduleView['first'], 'closesOn' | 'dueOn' | 'to'>;
}

export function ScheduleFacts({
  schedule: { words: said, document },
  forms,
  days: { closesOn, dueOn, to },
  more = [],
}: Of & { schedule: ScheduleView; more?: Fact[] }) {
  const t = useWords(words);
  const tell = useTell();
  const units = to.map(({ name }) => name).join(', ');
  return (
    <KeyValue
      items={[
        { label: t('ask.forms'), value: forms.map(({ title }) => tell(title)).join('; ') },
        ...more,
        { label: t('ask.closes'), value: formatDayLong(closesOn) },
        { label: t('ask.due'), value: formatDayLong(dueOn) },
        { label: t('ask.units'), value: `${t('again.units', { count: to.length })}: ${units}` },
        ...(said ? [{ label: t('ask.words'), value: said }] : []),
        ...(document
          ? [
              {
                label: t('again.document'),
                value: <To href={`/documents/${document.id}`}>{document.label}</To>,
              },
            ]
          : []),
      ]}
    />
  );
}

/** A schedule that was withdrawn, as it was; whoever may ask can begin anew from it. */
export function WasAsked({ schedule }: { schedule: ScheduleView }) {
  const t = useWords(words);
  const tell = useTell();
  const go = useGo();
  const { id, unitId, forms, every, first, can } = schedule;
  return (
    <Panel
      title={t('again.was')}
      second={t('again.was_second')}
      action={
        can.includes('repeat') && (
          <Button onClick={() => go(hrefOf('/reports/new', { unit: String(unitId), like: id }))}>
            {t('again.repeat')}
          </Button>
        )
      }
    >
      <ScheduleFacts
        schedule={schedule}
        forms={forms}
        days={first}
        more={[
          { label: t('again.every'), value: t(`again.every_${every}`) },
          { label: t('again.first'), value: tell(first.periodLabel) },
        ]}
      />
    </Panel>
  );
}
