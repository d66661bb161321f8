// Where the plan stands – draft, discussed, approved, under revision – and what can be done next.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useAct } from '../../../ui/act.ts';
import { useConfirm } from '../../../ui/Confirm.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { type Step, Stepper } from '../../../ui/show/Stepper.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { CascadeView } from '../../view.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import css from '../cascade.module.css';
import { DiscussDialog, ReopenDialog } from './CourseForms.tsx';
import type { Editor } from '../use-editor.ts';
import type { Say } from '../words-of.ts';
import { words } from '../words.ts';

interface CoursePartProps {
  editor: Editor;
  columns: string[];
}

export function CoursePart({ editor, columns }: CoursePartProps) {
  const t = useWords(words);
  const { view } = editor;
  return (
    <>
      <Stepper name={t('course.name')} steps={stepsOf(view, t)} />
      <Remark view={view} />
      {view.can.includes('write') && <Acts editor={editor} columns={columns} />}
    </>
  );
}

function stepsOf({ plan }: CascadeView, t: Say): Step[] {
  return [
    { id: 'draft', label: t('course.draft'), ...draftStep(plan, t) },
    { id: 'discussed', label: t('course.discussed'), ...talkStep(plan, t) },
    { id: 'approved', label: t('course.approved'), ...approvalStep(plan, t) },
  ];
}

type State = Pick<Step, 'state' | 'second'>;
type MaybePlan = CascadeView['plan'];

function draftStep(plan: MaybePlan, t: Say): State {
  if (!plan) return { state: 'next', second: t('course.none') };
  const { state } = plan;
  if (state === 'draft' || state === 'revising') return { state: 'now', second: t(`course.now_${state}`) };
  return { state: 'done', second: null };
}

function talkStep(plan: MaybePlan, t: Say): State {
  const on = plan?.discussions.at(-1)?.on;
  const second = on ? t('course.on', { day: formatDay(on) }) : null;
  if (plan?.state === 'discussed') return { state: 'now', second };
  if (on) return { state: 'done', second };
  return { state: plan && plan.revision > 0 ? 'skipped' : 'next', second };
}

function approvalStep(plan: MaybePlan, t: Say): State {
  const approval = plan?.approvals.at(-1);
  if (!approval) return { state: 'next', second: null };
  const second = t('course.revision', { number: approval.revision, day: formatDay(approval.on ?? '') });
  return { state: plan?.state === 'approved' ? 'now' : 'done', second };
}

/** One sentence on what kind of draft this is. */
function Remark({ view }: { view: CascadeView }) {
  const t = useWords(words);
  if (!view.plan) return view.can.includes('assign') ? <Start view={view} /> : null;
  const text = remarkOf(view.plan, t);
  return text && <p className={css.hint}>{text}</p>;
}

function remarkOf(plan: NonNullable<MaybePlan>, t: Say): string | null {
  const day = formatDay(plan.approvals.at(-1)?.on ?? '');
  if (plan.state === 'approved') return t('course.locked', { day });
  if (plan.revision > 0) return t('course.revising', { day });
  if (plan.prepared === 'above') return t('course.from_above');
  return plan.copied ? t('course.copied') : null;
}

function Start({ view }: { view: CascadeView }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const copy = useAct({
    to: `/plans/${view.unit.id}/cascade/open`,
    body: () => ({ period: view.period.key, copy: true }),
    refresh: ['/plans'],
    done: () => toast(t('course.copied_done')),
  });
  const action = view.copyable && (
    <Button variant="default" onClick={() => copy.run()} loading={copy.busy}>
      {t('course.copy')}
    </Button>
  );
  return (
    <div className={css.gap}>
      <Notice action={action}>{t(view.copyable ? 'course.copy_text' : 'course.start_text')}</Notice>
      {copy.error && <Notice tone="act">{tell(copy.error.words)}</Notice>}
    </div>
  );
}

function Acts({ editor, columns }: CoursePartProps) {
  const t = useWords(words);
  const [open, setOpen] = useState<'discuss' | 'approve' | 'reopen' | null>(null);
  const { view } = editor;
  const { plan } = view;
  const close = () => setOpen(null);
  const approved = plan?.state === 'approved';
  return (
    <div className={`${css.tools} no-print`}>
      {approved && (
        <Button variant="default" onClick={() => setOpen('reopen')}>
          {t('reopen.open')}
        </Button>
      )}
      {plan && !approved && (
        <>
          <Button variant="default" onClick={() => setOpen('discuss')}>
            {t('discuss.open')}
          </Button>
          <Button variant="default" onClick={() => setOpen('approve')}>
            {t(plan.revision > 0 ? 'approve.open_revision' : 'approve.open')}
          </Button>
          <GiveUp view={view} />
        </>
      )}
      {open === 'discuss' && <DiscussDialog view={view} close={close} />}
      {open === 'reopen' && <ReopenDialog view={view} close={close} />}
      {open === 'approve' && plan && (
        <ApproveDialog editor={editor} plan={plan} columns={columns} close={close} />
      )}
    </div>
  );
}

function GiveUp({ view }: { view: CascadeView }) {
  const t = useWords(words);
  const tell = useTell();
  const ask = useConfirm();
  const again = (view.plan?.revision ?? 0) > 0;
  const act = useAct({
    to: `/plans/${view.unit.id}/cascade/withdraw`,
    body: () => ({ period: view.period.key, version: view.plan?.version }),
    refresh: ['/plans'],
  });
  const label = t(again ? 'withdraw.open_revision' : 'withdraw.open');
  const giveUp = async () => {
    if (await ask({ title: t('withdraw.title'), text: t('withdraw.text'), yes: label })) act.run();
  };
  return (
    <>
      <Button variant="default" onClick={() => void giveUp()} loading={act.busy}>
        {label}
      </Button>
      {act.error && (
        <Notice tone="act" alert>
          {tell(act.error.words)}
        </Notice>
      )}
    </>
  );
}
