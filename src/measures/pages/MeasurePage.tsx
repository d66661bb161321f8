// One measure: for whoever has it and comes from the work list, and for whoever follows the plan.
import { formatDay } from '../../platform/day.ts';
import { hrefOf, To, useAddress, useParam } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { TimeLine } from '../../ui/show/TimeLine.tsx';
import type { OneMeasure } from '../view.ts';
import { useFigureName } from './figures.ts';
import { MeasureActs, StateMark } from './MeasureLine.tsx';
import { words } from './words.ts';
import { sayPeriod } from '../../plans/pages/said.ts';
import { words as planWords } from '../../plans/pages/words.ts';

export function MeasurePage() {
  const id = useParam('id');
  const query = useRead<OneMeasure>(`/measures/${id}`);
  return (
    <Loaded of={query} rows={8} page>
      {(measure) => <Measure key={measure.id} measure={measure} />}
    </Loaded>
  );
}

const ways = ['done', 'drop', 'change'] as const;

function Measure({ measure }: { measure: OneMeasure }) {
  const t = useWords(words);
  const { words: address } = useAddress();
  const begin = ways.find((way) => way === address.act) ?? null;
  return (
    <Page
      title={measure.what}
      purpose={t('page.measure_purpose')}
      help={[t('page.measure_help1'), t('page.measure_help2'), t('page.measure_help3')]}
      back={{
        href: hrefOf(`/plans/${measure.unitId}`, { period: measure.period }),
        label: t('page.measure_back', { unit: measure.unitName }),
      }}
    >
      <MeasureActs item={measure} begin={begin} />
      {measure.state === 'open' && !measure.owner.inForce && <Notice>{t('measure.owner_gone')}</Notice>}
      <Facts measure={measure} />
      <History measure={measure} />
    </Page>
  );
}

function Facts({ measure }: { measure: OneMeasure }) {
  const t = useWords(words);
  const say = useWords(planWords);
  const tell = useTell();
  const name = useFigureName();
  const { owner, document, figure, outcome } = measure;
  const ended = measure.unitEndedOn && t('urge.unit_ended', { day: formatDay(measure.unitEndedOn) });
  return (
    <KeyValue
      items={[
        { label: t('page.state'), value: <StateMark item={measure} /> },
        ...(outcome
          ? [{ label: t(measure.state === 'dropped' ? 'measure.reason' : 'measure.outcome'), value: outcome }]
          : []),
        {
          label: t('page.in_charge'),
          value: [tell(owner.label), owner.holder, owner.unitName].filter(Boolean).join(', '),
        },
        { label: t('page.due'), value: formatDay(measure.dueOn) },
        { label: t('page.unit'), value: [measure.unitName, ended].filter(Boolean).join(' · ') },
        { label: t('page.period'), value: sayPeriod(measure.period, say) },
        { label: t('measure.figure'), value: figure ? name(figure) : t('measure.figure_any') },
        ...(document
          ? [{ label: t('page.paper'), value: <To href={`/documents/${document.id}`}>{document.label}</To> }]
          : []),
      ]}
    />
  );
}

function History({ measure }: { measure: OneMeasure }) {
  const t = useWords(words);
  return (
    <Panel title={t('page.history')}>
      <TimeLine
        name={t('page.history')}
        items={measure.history.map(({ id, kind, on, at, by, words: said }) => ({
          id,
          on: on ?? '',
          title: t(`event.${kind}`),
          second: [said, t('event.by', { who: by, at: formatInstant(at) })].filter(Boolean).join(' · '),
        }))}
      />
    </Panel>
  );
}
