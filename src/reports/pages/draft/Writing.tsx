// The report being made: the sheet on one side, what is written and who signs on the other; what is typed stands on the
// sheet at once.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { To, useGo } from '../../../ui/address.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useSession, useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { DraftView } from '../../view.ts';
import { Checks } from '../Checks.tsx';
import { ChildrenPart } from '../ChildrenPart.tsx';
import type { Asked } from '../DraftPage.tsx';
import css from '../reports.module.css';
import { Sheet } from '../sheet/Sheet.tsx';
import { SignFields } from './SignFields.tsx';
import { firstValues, numbersIn, signersOn, submit, type Typed, wordsParts } from './values.ts';
import { WordsFields } from './WordsFields.tsx';
import { words } from './words.ts';

interface WritingProps {
  draft: DraftView;
  asked: Asked;
  /** asks for the figures anew */
  again: () => void;
}

function useWriting({ draft, asked }: WritingProps) {
  const t = useWords(words);
  const toast = useToast();
  const go = useGo();
  const today = useToday();
  const { body } = draft;
  return useForm<Typed, { id: string }>({
    initial: firstValues(draft, today),
    draft: `report.${asked.unit}.${asked.form}.${asked.period}`,
    check: ({ texts, raised, officeId, signedOn }) => {
      const empty = wordsParts(body).some(({ id, needed }) => needed && !texts[id]?.trim());
      const short = Object.keys(raised).some((id) => (texts[id] ?? '').trim().length < 10);
      const signs = signersOn(draft, signedOn).some((signer) => String(signer.officeId) === officeId);
      return {
        texts: empty ? t('draft.part_needed') : null,
        raised: short ? t('draft.raise_short') : null,
        officeId: officeId && !signs ? t('draft.not_then') : null,
      };
    },
    send: (typed, clientId) => submit(draft, asked.round, typed, clientId),
    refresh: ['/reports', '/difficulties', '/worklist', '/waiting'],
    done: ({ id }) => {
      toast(t('draft.sent'));
      go(`/reports/${id}`, { replace: true });
    },
  });
}

export function Writing(props: WritingProps) {
  const { draft, asked } = props;
  const form = useWriting(props);
  const { profile } = useSession();
  const t = useWords(words);
  const { body } = draft;
  const { values } = form;
  const signer = signersOn(draft, values.signedOn).find(
    ({ officeId }) => String(officeId) === values.officeId,
  );
  const signed = {
    number: values.number.trim() || null,
    on: values.signedOn || null,
    capacity: values.capacity,
    title: signer?.title ?? '',
    name: signer?.name ?? null,
  };
  const mark = [t('draft.mark'), profile === 'C' && t('sheet.training')].filter(Boolean).join(' · ');
  return (
    <>
      <Told draft={draft} />
      <div className={css.desk}>
        <div>
          <Sheet body={body} signed={signed} mark={mark} typed={values.texts} />
          <div className="no-print">
            <Checks checks={body.checks} />
          </div>
        </div>
        <div className={`${css.beside} no-print`}>
          {draft.can.includes('submit') ? <WritingForm {...props} form={form} /> : <WhyNot draft={draft} />}
        </div>
        <div className="no-print">
          <ChildrenPart path="/reports/draft/children" params={{ ...asked }} body={body} />
        </div>
      </div>
    </>
  );
}

/** Of what was sent already that is said above; else whether it is too early, or the office cannot. */
function WhyNot({ draft: { body, reportId, returned, asOf } }: { draft: DraftView }) {
  const t = useWords(words);
  if (reportId && !returned) return null;
  const early = body.closesOn > asOf;
  return (
    <Notice>{early ? t('draft.early', { day: formatDay(body.closesOn) }) : t('draft.only_read')}</Notice>
  );
}

/** What is to be known before writing. */
function Told({ draft }: { draft: DraftView }) {
  const t = useWords(words);
  const { round, dueOn, late, returned, reportId, before, can } = draft;
  return (
    <div className={`${css.told} no-print`}>
      {reportId && !can.includes('submit') && (
        <Notice tone="done" action={<To href={`/reports/${reportId}`}>{t('report.newest')}</To>}>
          {t('draft.stands')}
        </Notice>
      )}
      {returned && (
        <Notice tone="act" title={t('report.returned')}>
          {`${formatDay(returned.on)}: ${returned.reason}`}
          {before.length > 0 && ` ${t('draft.before')}`}
        </Notice>
      )}
      {round && dueOn && (
        <p className={css.second}>
          {t('draft.for_round', { unit: round.unitName, day: formatDay(dueOn) })} {round.words}
        </p>
      )}
      {late && dueOn && can.includes('submit') && (
        <Notice tone="act">{t('draft.late', { day: formatDay(dueOn) })}</Notice>
      )}
    </div>
  );
}

interface WritingFormProps extends WritingProps {
  form: ReturnType<typeof useWriting>;
}

function WritingForm({ draft, form, again }: WritingFormProps) {
  const t = useWords(words);
  const { body } = draft;
  const fails = body.checks.filter(({ holds }) => !holds).length;
  const changed = form.error?.kind === 'Stale';
  return (
    <FormFrame
      form={form}
      submit={t('draft.send')}
      failed={t('draft.failed')}
      before={
        <>
          {fails > 0 && <Notice tone="act">{t('draft.fails', { count: fails })}</Notice>}
          {changed && (
            <Notice
              tone="act"
              action={
                <Button variant="default" onClick={again}>
                  {t('draft.again')}
                </Button>
              }
            >
              {t('draft.changed')}
            </Notice>
          )}
          <Notice>{t('draft.freeze', { count: numbersIn(body), day: formatDay(body.closesOn) })}</Notice>
        </>
      }
    >
      {wordsParts(body).length > 0 && (
        <Panel title={t('draft.words')} second={t('draft.words_second')}>
          <WordsFields form={form} parts={wordsParts(body)} />
        </Panel>
      )}
      <Panel title={t('draft.sign')}>
        <SignFields form={form} draft={draft} />
      </Panel>
    </FormFrame>
  );
}
