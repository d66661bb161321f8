// The form of one step, drawn from the procedure file: what the step asks, what is already known, and beside it what
// the rules say of the answers so far – judged with the very functions the server uses.
import { Textarea } from '@mantine/core';
import { useId } from 'react';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { isOffered } from '../../inputs.ts';
import { VerdictView } from '../verdict/VerdictView.tsx';
import { BehalfFields } from './BehalfFields.tsx';
import { Field } from './Field.tsx';
import type { Asked } from './asked.ts';
import { verdictOf } from './Refusal.tsx';
import { nameOf } from './values.ts';
import css from './step.module.css';
import { type StepFormSpec, useStepForm } from './step-form.ts';
import { formWords } from './words.ts';

interface StepFormProps extends StepFormSpec {
  cancel: () => void;
  /** Opens the form of the step that is the way out. */
  onWayOut: (step: string) => void;
}

export function StepForm({ cancel, onWayOut, ...spec }: StepFormProps) {
  const t = useWords(formWords);
  const headId = useId();
  const state = useStepForm(spec);
  const { form, verdict, judging, full } = state;
  return (
    <div className={css.columns}>
      <FormFrame
        form={form}
        submit={t(submitWord(spec))}
        cancel={cancel}
        ownRefusal
        before={<Reasons state={state} correcting={spec.correcting !== undefined} />}
      >
        {form.error?.kind === 'Stale' && <Notice tone="act">{t('form.stale')}</Notice>}
        <Answers spec={spec} state={state} />
        {spec.onBehalf && <BehalfFields form={form} unit={spec.dossier.unit.name} />}
      </FormFrame>
      <section className={css.verdict} aria-labelledby={headId} aria-busy={judging}>
        <h3 id={headId} className={css.head}>
          {t('form.verdict')}
        </h3>
        <VerdictView
          verdict={verdict ?? verdictOf(form.error)}
          onWayOut={onWayOut}
          here={spec.step.id}
          pending={!full}
        />
      </section>
    </div>
  );
}

type State = ReturnType<typeof useStepForm>;

function Answers({ spec, state: { form, shown, share } }: { spec: StepFormSpec; state: State }) {
  const t = useWords(formWords);
  const tell = useTell();
  const today = useToday();
  const { dossier, step } = spec;
  const on = String(form.values.happenedOn ?? '');
  const asked: Asked = { on, unit: dossier.unit, dossier, share };
  const bound = (name: string) => ({ ...form.field(name), value: form.values[name] ?? null });
  return (
    <>
      <DayField
        label={t('form.on')}
        description={t('form.on_hint')}
        required
        max={today}
        {...form.field('happenedOn')}
        value={on}
      />
      {shown.map((input) => (
        <Field
          key={input.id}
          input={input}
          {...bound(nameOf(input))}
          label={tell(input.label)}
          asked={asked}
        />
      ))}
      {step.inputs.some((input) => !isOffered(input, dossier.profile)) && (
        <Notice>{t('form.no_notes')}</Notice>
      )}
    </>
  );
}

function submitWord({ step, correcting }: StepFormSpec) {
  if (correcting) return 'form.submit_correct' as const;
  const hasVote = step.inputs.some((input) => input.kind === 'ballot' && input.required);
  return hasVote ? ('form.submit_vote' as const) : ('form.submit' as const);
}

/** The written reason of a competent office, the reason of a correction, and why the server did not write. */
function Reasons({ state: { form, needsReason }, correcting }: { state: State; correcting: boolean }) {
  const t = useWords(formWords);
  const tell = useTell();
  return (
    <>
      {needsReason && (
        <Textarea
          label={t('form.consent')}
          description={t('form.consent_hint')}
          required
          rows={2}
          maxLength={2000}
          {...form.text('consent.reason')}
        />
      )}
      {correcting && (
        <Textarea
          label={t('form.reason_correct')}
          required
          rows={2}
          maxLength={2000}
          {...form.text('correction.reason')}
        />
      )}
      {form.error?.kind === 'Refused' && <Notice tone="act" title={tell(form.error.words)} alert />}
    </>
  );
}
