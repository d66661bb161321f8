// What the plan says in its five parts, who answers for it, what it rests on, and its discussions and approvals.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { type Happening, TimeLine } from '../../../ui/show/TimeLine.tsx';
import { sections } from '../../plan.ts';
import type { CascadeView, ThePlan } from '../../view.ts';
import css from '../cascade.module.css';
import { SayDialog } from './SayDialog.tsx';
import type { Say } from '../words-of.ts';
import { words } from '../words.ts';

export function SayPart({ view }: { view: CascadeView }) {
  const t = useWords(words);
  const [writing, setWriting] = useState(false);
  const { plan } = view;
  const action = view.can.includes('write') && (
    <Button variant="default" onClick={() => setWriting(true)}>
      {t('say.edit')}
    </Button>
  );
  return (
    <>
      <Panel title={t('say.title')} action={action}>
        {plan?.said || plan?.responsible ? (
          <Said plan={plan} />
        ) : (
          <p className={css.second}>{t('say.empty')}</p>
        )}
      </Panel>
      {plan && plan.discussions.length + plan.approvals.length > 0 && (
        <Panel title={t('course.history')}>
          <TimeLine name={t('course.history')} items={historyOf(plan, t)} />
        </Panel>
      )}
      {writing && <SayDialog view={view} close={() => setWriting(false)} />}
    </>
  );
}

function Said({ plan }: { plan: ThePlan }) {
  const t = useWords(words);
  const told = sections.flatMap((section) => {
    const text = plan.said?.[section];
    return text ? [{ label: t(`say.${section}`), value: <span className={css.words}>{text}</span> }] : [];
  });
  const papers = plan.documents.map(({ id, label }) => (
    <span key={id} className={css.second}>
      <To href={`/documents/${id}`}>{label}</To>
    </span>
  ));
  return (
    <KeyValue
      items={[
        { label: t('say.responsible'), value: plan.responsible?.name ?? t('say.responsible_none') },
        ...told,
        ...(papers.length > 0 ? [{ label: t('say.documents'), value: papers }] : []),
      ]}
    />
  );
}

function historyOf(plan: ThePlan, t: Say): Happening[] {
  const talks = plan.discussions.map(({ id, on, body, outcome }) => ({
    id,
    on: on ?? '',
    title: t('course.discussion'),
    second: [body, outcome].filter(Boolean).join(' · '),
  }));
  const approvals = plan.approvals.map(
    ({ id, on, revision, lines, units, decision, document, reason, why }) => ({
      id,
      on: on ?? '',
      title: t('course.approval', { revision, lines, units }),
      second: [decision?.number, document?.label, reason && t(`reopen.${reason}` as 'reopen.other'), why]
        .filter(Boolean)
        .join(' · '),
    }),
  );
  const newestFirst = [...talks, ...approvals].toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return newestFirst.map((item) => ({ ...item, on: formatDay(item.on) }));
}
