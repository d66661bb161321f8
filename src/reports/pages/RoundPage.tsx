// One round: who has sent, who is late, who has not – and reminding, extending, taking it back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatDayLong } from '../../platform/day.ts';
import { hrefOf, To, useParam } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { RoundView } from '../view.ts';
import { RoundActs, TakeBackDialog } from './asked/RoundActs.tsx';
import css from './reports.module.css';
import { Counts } from './Rounds.tsx';
import { owingTones, type Say, sayLeft } from './said.ts';
import { words } from './words.ts';

type Unit = RoundView['units'][number];

export function RoundPage() {
  const id = useParam('id');
  const query = useRead<RoundView>(`/reports/rounds/${id}`);
  return (
    <Loaded of={query} rows={10} page>
      {(round) => <Round round={round} />}
    </Loaded>
  );
}

function Round({ round }: { round: RoundView }) {
  const t = useWords(words);
  const tell = useTell();
  const { form, periodLabel, unitId, counts, takenBack } = round;
  const names = round.words || round.document;
  return (
    <Page
      title={`${tell(form.title)} · ${tell(periodLabel)}`}
      purpose={t('round.purpose')}
      help={[t('round.help1'), t('round.help2'), t('round.help3')]}
      asOf={formatDay(round.asOf)}
      back={{ href: hrefOf('/reports', { unit: String(unitId), tab: 'asked' }), label: t('ask.back') }}
      {...(round.can.length > 0 ? { action: <RoundActs round={round} /> } : {})}
    >
      {takenBack && (
        <div className={css.told}>
          <Notice tone="act">
            {t('state.taken_back', { day: formatDay(takenBack.on), reason: takenBack.reason })}
          </Notice>
        </div>
      )}
      <Dropped round={round} />
      <p className={`${css.facts} ${css.second}`}>
        <span>{t('list.by', { unit: round.unitName, day: formatDay(round.askedOn) })}</span>
        <span>{t('list.closes', { day: formatDay(round.closesOn) })}</span>
        <span>{t('list.due', { day: formatDayLong(round.dueOn) })}</span>
      </p>
      {names && (
        <>
          {round.words && <blockquote className={css.quote}>{round.words}</blockquote>}
          {round.document && <To href={`/documents/${round.document.id}`}>{round.document.label}</To>}
        </>
      )}
      <Counts counts={counts} />
      <Units round={round} />
      <Extensions round={round} />
    </Page>
  );
}

/** Nobody can make this report any more, but the lines of those who owe it stand until the round is taken back. */
function Dropped({ round }: { round: RoundView }) {
  const t = useWords(words);
  const [taking, setTaking] = useState(false);
  const { dropped, takenBack, counts, can } = round;
  if (!dropped || takenBack || counts.submitted === counts.asked) return null;
  return (
    <div className={css.told}>
      <Notice
        tone="act"
        title={t('round.dropped')}
        action={
          can.includes('take_back') && (
            <Button variant="default" onClick={() => setTaking(true)}>
              {t('round.take_back')}
            </Button>
          )
        }
      >
        {t('round.dropped_text')}
      </Notice>
      {taking && <TakeBackDialog round={round} close={() => setTaking(false)} />}
    </div>
  );
}

/** First those that owe something, each group in the order of the tree. */
const order: Record<Unit['state'], number> = { late: 0, returned: 1, owing: 2, submitted: 3, ended: 4 };

function Units({ round }: { round: RoundView }) {
  const t = useWords(words);
  const today = useToday();
  const rows = round.units.toSorted((a, b) => order[a.state] - order[b.state]);
  return (
    <Panel title={t('round.units')}>
      <SmallTable<Unit>
        name={t('round.units')}
        rows={rows}
        keyOf={({ unitId }) => String(unitId)}
        columns={columnsOf(t, today)}
        empty={{ title: t('ask.units_empty') }}
      />
    </Panel>
  );
}

const columnsOf = (t: Say, today: string): Column<Unit>[] => [
  {
    id: 'unit',
    label: t('list.unit'),
    width: '35%',
    cell: ({ unitName }) => unitName,
    second: ({ nobody, ended, state }) =>
      [ended && t('round.ended'), nobody && !ended && state !== 'submitted' && t('round.nobody')]
        .filter(Boolean)
        .join(' · '),
  },
  {
    id: 'state',
    label: t('list.state'),
    cell: (unit) => <State unit={unit} today={today} />,
  },
  { id: 'due', label: t('ask.due'), tight: true, cell: ({ dueOn }) => formatDay(dueOn) },
  {
    id: 'sent',
    label: t('list.sent'),
    tight: true,
    cell: ({ submittedOn }) => (submittedOn ? formatDay(submittedOn) : '–'),
  },
  {
    id: 'report',
    label: t('round.report'),
    cell: ({ reportId, unitName }) =>
      reportId ? (
        <To href={`/reports/${reportId}`} aria-label={t('round.open_named', { unit: unitName })}>
          {t('round.open')}
        </To>
      ) : (
        '–'
      ),
  },
];

function State({ unit: { state, dueOn, lateDays, remindedOn }, today }: { unit: Unit; today: string }) {
  const t = useWords(words);
  const late = state === 'submitted' && lateDays !== null && t('state.late_days', { count: lateDays });
  const left = state !== 'submitted' && state !== 'ended' && sayLeft(dueOn, today, t);
  const reminded = remindedOn && t('round.reminded', { day: formatDay(remindedOn) });
  return (
    <span className={css.facts}>
      <StatusMark tone={owingTones[state]}>{t(`state.${state}`)}</StatusMark>
      {[late || left, reminded].filter(Boolean).map((word) => (
        <span key={String(word)}>{word}</span>
      ))}
    </span>
  );
}

function Extensions({ round: { extensions } }: { round: RoundView }) {
  const t = useWords(words);
  if (extensions.length === 0) return null;
  return (
    <Panel title={t('round.extensions')}>
      <ul className={css.lines}>
        {extensions.map(({ on, dueOn, units, reason }) => (
          <li key={`${on} ${dueOn} ${reason}`} className={css.line}>
            <div className={css.body}>
              <p>
                {t('round.extension', {
                  day: formatDay(dueOn),
                  units: units.length > 0 ? units.join(', ') : t('round.all_units'),
                })}
              </p>
              <p className={css.second}>{`${formatDay(on)} · ${reason}`}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
