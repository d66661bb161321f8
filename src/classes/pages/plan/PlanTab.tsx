// The plan of a class as everybody may read it: days with the calendar's notes, seats, topics, how it is completed.
import { Button } from '@mantine/core';
import { formatDayLong } from '../../../platform/day.ts';
import { useAct } from '../../../ui/act.ts';
import { useAddress } from '../../../ui/address.tsx';
import { useConfirm } from '../../../ui/Confirm.tsx';
import { useLanguage, useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { formatNumber, formatShare } from '../../../ui/numbers.ts';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ClassView, SessionView } from '../../view.ts';
import css from '../classes.module.css';
import { type Say, sessionsOf, spanOf, stateTones, whyOf } from '../said.ts';
import { Failed } from '../people/Outcome.tsx';
import { words } from '../words.ts';

export function PlanTab({ view }: { view: ClassView }) {
  const t = useWords(words);
  const tell = useTell();
  const { set } = useAddress();
  return (
    <>
      <Facts view={view} />
      <Panel title={t('plan.sessions')}>
        <SmallTable
          name={t('plan.sessions')}
          rows={view.sessionList}
          keyOf={({ id }) => String(id)}
          columns={columnsOf(t, tell)}
          empty={{ title: t('session.none') }}
        />
      </Panel>
      {view.can.includes('change') && (
        <div className={css.buttons}>
          <Button variant="default" onClick={() => set({ edit: '1' }, { replace: false })}>
            {t('plan.edit')}
          </Button>
          {view.certified === 0 && <CallOff view={view} />}
        </div>
      )}
    </>
  );
}

function Facts({ view }: { view: ClassView }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const { plan, enrolled, seats, waiting, rate, absences, state } = view;
  const completion = [
    t('fact.completion_value', { needed: plan.needed, sessions: view.sessions }),
    plan.completion.excused && t('fact.completion_excused'),
    plan.completion.paper && t('fact.completion_paper'),
  ];
  const places = [
    t('fact.seats_value', { enrolled, seats }),
    waiting > 0 && t('fact.waiting', { count: waiting }),
  ];
  const said = absences.map(({ why, count }) => t('fact.absence', { why: whyOf(t, why), count }));
  return (
    <KeyValue
      items={[
        {
          label: t('list.state'),
          value: <StatusMark tone={stateTones[state]}>{t(`state.${state}`)}</StatusMark>,
        },
        { label: t('fact.days'), value: spanOf(t, view), second: sessionsOf(t, view) },
        { label: t('fact.seats'), value: places.filter(Boolean).join(', ') },
        { label: t('fact.completion'), value: completion.filter(Boolean).join(', ') },
        ...(plan.topics.length > 0
          ? [{ label: t('fact.topics'), value: <Topics topics={plan.topics} /> }]
          : []),
        ...(plan.cost === null
          ? []
          : [
              { label: t('fact.cost'), value: t('fact.dong', { amount: formatNumber(plan.cost, language) }) },
            ]),
        {
          label: t('fact.rate'),
          value: rate === null ? t('fact.rate_none') : formatShare(rate, language),
          ...(said.length > 0 ? { second: `${t('fact.absences')}: ${said.join('; ')}` } : {}),
        },
      ]}
    />
  );
}

function Topics({ topics }: { topics: string[] }) {
  return (
    <ul className={css.list}>
      {topics.map((topic) => (
        <li key={topic}>{topic}</li>
      ))}
    </ul>
  );
}

type Tell = ReturnType<typeof useTell>;

const columnsOf = (t: Say, tell: Tell): Column<SessionView>[] => [
  {
    id: 'on',
    label: t('session.day'),
    cell: ({ on }) => formatDayLong(on),
    second: ({ warning }) => warning && <StatusMark tone="unsure">{tell(warning)}</StatusMark>,
    width: '30%',
  },
  {
    id: 'time',
    label: t('session.time'),
    tight: true,
    cell: ({ from, to }) => [from, to].filter(Boolean).join('–'),
  },
  { id: 'topic', label: t('plan.topic'), cell: ({ topic }) => topic },
  { id: 'speaker', label: t('plan.speaker'), cell: ({ speaker }) => speaker },
  { id: 'room', label: t('plan.room'), cell: ({ room }) => room },
  {
    id: 'present',
    label: t('session.attended'),
    tight: true,
    cell: ({ present, marked }) => (marked > 0 ? t('session.of', { present, marked }) : null),
  },
];

function CallOff({ view }: { view: ClassView }) {
  const t = useWords(words);
  const ask = useConfirm();
  const toast = useToast();
  const act = useAct<object, ClassView>({
    to: `/classes/${view.id}/call-off`,
    refresh: ['/classes'],
    done: () => toast(t('class.called_off_done')),
  });
  const start = async () => {
    const question = {
      title: t('class.call_off_ask'),
      text: t('class.call_off_text'),
      yes: t('class.call_off'),
    };
    if (await ask(question)) act.run({});
  };
  return (
    <>
      <Button variant="default" loading={act.busy} onClick={() => void start()}>
        {t('class.call_off')}
      </Button>
      <Failed error={act.error} />
    </>
  );
}
