// Sets a measure, or changes one: what, for which target, which office has it, by when, by which document.
import { NativeSelect, Textarea } from '@mantine/core';
import { DocumentField, type DocumentChoice } from '../../documents/pages/DocumentField.tsx';
import { addDays } from '../../platform/day.ts';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { MeasureView, OwnerView } from '../view.ts';
import { parsePeriod } from '../../plans/period.ts';
import { figureIds, useFigureName } from './figures.ts';
import { words } from './words.ts';

interface MeasureFormProps {
  unitId: number;
  period: string;
  figure?: string | undefined;
  /** the measure that is changed */
  changes?: MeasureView;
  close: () => void;
}

export function MeasureForm(props: MeasureFormProps) {
  const t = useWords(words);
  const { changes, close } = props;
  return (
    <Dialog onClose={close} title={t(changes ? 'measure.change' : 'measure.add')} size="lg">
      <Form {...props} />
    </Dialog>
  );
}

interface Typed {
  what: string;
  figure: string;
  officeId: string;
  happenedOn: string;
  dueOn: string;
  document: DocumentChoice | null;
  reason: string;
}

const usualDays = 30;

/** Ends with the period where that is nearer. */
function usualDue(today: string, period: string): string {
  const [usual, last] = [addDays(today, usualDays), parsePeriod(period)?.to ?? ''];
  return last >= today && last < usual ? last : usual;
}

const typedOf = ({ what, figure, owner, plannedOn, dueOn, document }: MeasureView): Typed => ({
  what,
  figure: figure ?? '',
  officeId: String(owner.officeId),
  happenedOn: plannedOn,
  dueOn,
  document,
  reason: '',
});

const newOf = (today: string, { period, figure }: MeasureFormProps): Typed => ({
  what: '',
  figure: figure ?? '',
  officeId: '',
  happenedOn: today,
  dueOn: usualDue(today, period),
  document: null,
  reason: '',
});

/** A change says which state it saw; a new one says when and for what it was set. */
function sendTyped(typed: Typed, { unitId, period, changes }: MeasureFormProps, clientId: string) {
  const given = {
    clientId,
    figure: typed.figure || null,
    what: typed.what.trim(),
    officeId: Number(typed.officeId),
    dueOn: typed.dueOn,
    documentId: typed.document?.id ?? null,
  };
  if (!changes) return send('POST', '/measures', { ...given, unitId, period, happenedOn: typed.happenedOn });
  const reason = typed.reason.trim() || null;
  return send('POST', `/measures/${changes.id}/change`, { ...given, version: changes.version, reason });
}

function useMeasureForm(props: MeasureFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const { unitId, period, changes, close } = props;
  return useForm<Typed>({
    initial: changes ? typedOf(changes) : newOf(today, props),
    draft: changes ? `measure.${changes.id}` : `measure.new.${unitId}.${period}`,
    check: ({ what }) => ({ what: what.trim().length >= 3 ? null : t('measure.words_short') }),
    send: (typed, clientId) => sendTyped(typed, props, clientId),
    refresh: ['/measures', '/worklist'],
    done: () => {
      toast(t('measure.saved'));
      close();
    },
  });
}

function Form(props: MeasureFormProps) {
  const t = useWords(words);
  const today = useToday();
  const form = useMeasureForm(props);
  const { changes, close } = props;
  return (
    <FormFrame form={form} submit={t('measure.save')} cancel={close}>
      <Textarea
        label={t('measure.what')}
        description={t('measure.what_hint')}
        required
        autosize
        minRows={2}
        maxLength={300}
        {...form.text('what')}
      />
      <Owner unitId={props.unitId} changes={changes} bound={form.text('officeId')} />
      {!changes && <DayField label={t('measure.on')} required max={today} {...form.field('happenedOn')} />}
      <DayField label={t('measure.by')} required min={form.values.happenedOn} {...form.field('dueOn')} />
      <FigureField bound={form.text('figure')} />
      <DocumentField {...form.field('document')} />
      {changes && (
        <Textarea label={t('measure.why')} autosize minRows={1} maxLength={300} {...form.text('reason')} />
      )}
    </FormFrame>
  );
}

type Bound = ReturnType<ReturnType<typeof useForm<Typed>>['text']>;

function FigureField({ bound }: { bound: Bound }) {
  const t = useWords(words);
  const name = useFigureName();
  const choices = figureIds.map((id) => ({ value: id as string, label: name(id) }));
  return (
    <NativeSelect
      label={t('measure.figure')}
      data={[{ value: '', label: t('measure.figure_any') }, ...choices]}
      {...bound}
    />
  );
}

/** An office that has ended stays chosen until somebody chooses another. */
function Owner({
  unitId,
  changes,
  bound,
}: {
  unitId: number;
  changes: MeasureView | undefined;
  bound: Bound;
}) {
  const t = useWords(words);
  const tell = useTell();
  const { data } = useRead<{ items: OwnerView[] }>('/measures/owners', { params: { unit: unitId } });
  const say = ({ label, holder, unitName }: OwnerView) =>
    [tell(label), holder, unitName].filter(Boolean).join(', ');
  const offered = (data?.items ?? []).map((owner) => ({ value: String(owner.officeId), label: say(owner) }));
  const now = changes?.owner;
  const kept =
    now && !offered.some(({ value }) => value === String(now.officeId))
      ? [
          {
            value: String(now.officeId),
            label: now.inForce ? say(now) : t('measure.who_kept', { owner: say(now) }),
          },
        ]
      : [];
  return (
    <NativeSelect
      label={t('measure.who')}
      description={t('measure.who_hint')}
      required
      data={[{ value: '', label: t('measure.who_pick') }, ...kept, ...offered]}
      {...bound}
    />
  );
}
