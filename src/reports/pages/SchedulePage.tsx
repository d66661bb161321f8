// Reports that are asked again every period: the next one as it stands prepared, sent with one press; and what was asked
// before.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useAct } from '../../ui/act.ts';
import { hrefOf, useGo, useParam } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { Failure } from '../../ui/show/Failure.tsx';
import { MoreActs } from '../../ui/show/MoreActs.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { AskedAnswer, ScheduleView } from '../view.ts';
import { PastPeriods } from './asked/PastPeriods.tsx';
import { SkipDialog, WithdrawDialog } from './asked/ScheduleDialogs.tsx';
import { ScheduleFacts, WasAsked } from './asked/ScheduleFacts.tsx';
import css from './reports.module.css';
import { words } from './words.ts';

type Next = NonNullable<ScheduleView['next']>;

export function SchedulePage() {
  const id = useParam('id');
  const query = useRead<ScheduleView>(`/reports/schedules/${id}`);
  return (
    <Loaded of={query} rows={10} page>
      {(schedule) => <Schedule schedule={schedule} />}
    </Loaded>
  );
}

function Schedule({ schedule }: { schedule: ScheduleView }) {
  const t = useWords(words);
  const tell = useTell();
  const { forms, every, unitId, unitName, setOn, withdrawn, next } = schedule;
  const standing = forms.filter(({ dropped }) => !dropped);
  return (
    <Page
      title={t('again.title', { forms: forms.map(({ title }) => tell(title)).join('; ') })}
      purpose={t(withdrawn ? 'again.purpose_gone' : `again.purpose_${every}`)}
      help={[t('again.help1'), t('again.help2'), t('again.help3')]}
      back={{ href: hrefOf('/reports', { unit: String(unitId), tab: 'asked' }), label: t('ask.back') }}
      actions={next && schedule.can.includes('withdraw') && <More schedule={schedule} next={next} />}
    >
      <p className={css.second}>{t('again.set', { unit: unitName, day: formatDay(setOn) })}</p>
      <div className={css.told}>
        {withdrawn && (
          <Notice tone="act">{t('again.withdrawn', { ...withdrawn, day: formatDay(withdrawn.on) })}</Notice>
        )}
        {next && standing.length < forms.length && (
          <Notice tone="act">
            {t(standing.length === 0 ? 'again.all_dropped' : 'again.dropped', {
              forms: forms
                .filter(({ dropped }) => dropped)
                .map(({ title }) => tell(title))
                .join('; '),
            })}
          </Notice>
        )}
      </div>
      {next && <Prepared schedule={schedule} next={next} />}
      {withdrawn && <WasAsked schedule={schedule} />}
      <PastPeriods schedule={schedule} />
    </Page>
  );
}

function More({ schedule, next }: { schedule: ScheduleView; next: Next }) {
  const t = useWords(words);
  const [open, setOpen] = useState<'skip' | 'withdraw' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <MoreActs
        label={t('round.more')}
        acts={[
          { label: t('again.skip'), act: () => setOpen('skip') },
          { label: t('again.withdraw'), act: () => setOpen('withdraw') },
        ]}
      />
      {open === 'skip' && <SkipDialog schedule={schedule} next={next} close={close} />}
      {open === 'withdraw' && <WithdrawDialog schedule={schedule} close={close} />}
    </>
  );
}

function Prepared({ schedule, next }: { schedule: ScheduleView; next: Next }) {
  const t = useWords(words);
  const tell = useTell();
  const names = (units: readonly { name: string }[]) => units.map(({ name }) => name).join(', ');
  return (
    <Panel title={t('again.next', { period: tell(next.periodLabel) })} second={t('again.next_second')}>
      <ScheduleFacts
        schedule={schedule}
        forms={schedule.forms.filter(({ dropped }) => !dropped)}
        days={next}
      />
      <div className={css.told}>
        {next.gone.length > 0 && (
          <p className={css.second}>{t('again.gone', { units: next.gone.join(', ') })}</p>
        )}
        {next.fresh.length > 0 && <Notice>{t('again.fresh', { units: names(next.fresh) })}</Notice>}
      </div>
      {schedule.can.includes('send') && <Send schedule={schedule} next={next} />}
    </Panel>
  );
}

function Send({ schedule, next }: { schedule: ScheduleView; next: Next }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const today = useToday();
  const go = useGo();
  const { id, unitId, words: said, document } = schedule;
  const forms = schedule.forms.filter(({ dropped }) => !dropped).map((form) => form.id);
  const { period, periodLabel, closesOn, dueOn, to, from } = next;
  const send = useAct<void, AskedAnswer>({
    to: '/reports/rounds',
    body: () => ({
      unitId,
      forms,
      period,
      closesOn,
      dueOn,
      to: to.map((unit) => unit.id),
      words: said,
      documentId: document?.id ?? null,
      schedule: id,
    }),
    refresh: ['/reports', '/worklist'],
    done: () => toast(t('again.sent', { period: tell(periodLabel) })),
  });
  if (today < from) return <p className={css.why}>{t('again.from_work', { day: formatDay(from) })}</p>;
  const nobody = forms.length === 0 || to.length === 0;
  return (
    <>
      {send.error && <Failure error={send.error} />}
      <div className={`${css.bar} no-print`}>
        {!nobody && (
          <Button loading={send.busy} onClick={() => send.run()}>
            {t('again.send', { period: tell(periodLabel) })}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => go(hrefOf('/reports/new', { unit: String(unitId), schedule: id }))}
        >
          {t('again.change')}
        </Button>
      </div>
    </>
  );
}
