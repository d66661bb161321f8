// One form for every act on a unit – founding, renaming, moving … – and for the correction of one.
import { Textarea } from '@mantine/core';
import { fold } from '../../platform/text.ts';
import { type ApiError, send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { UnitEvent, UnitItem, UnitView } from '../answers.ts';
import {
  type ActField,
  actBody,
  type ActValues,
  fieldsOf,
  needsDecision,
  startOf,
  type UnitAct,
} from './act-body.ts';
import { type PartProps, parts } from './ActParts.tsx';
import { useBook } from './book.ts';
import { DecisionFields } from './DecisionFields.tsx';
import { messages } from './messages.ts';

interface ActOn {
  act: UnitAct;
  /** the unit acted on; for founding the unit above the new one */
  unit: UnitView;
  /** the entry that is corrected */
  event?: UnitEvent | undefined;
}
interface ActFormProps extends ActOn {
  close: () => void;
  done?: (unit: UnitView) => void;
}

export function ActForm({ act, unit, event, close, done }: ActFormProps) {
  const t = useWords(messages);
  const today = useToday();
  const toast = useToast();
  const founding = act === 'found' && !event;
  const form = useForm<ActValues, UnitView>({
    initial: startOf(act, unit, event),
    send: (values, clientId) => sendAct({ act, unit, event, today }, values, clientId),
    refresh: ['/units'],
    done: (view) => {
      toast(t('page.done'));
      close();
      done?.(view);
    },
  });
  const parentKind = founding ? unit.kind : (unit.above.at(-1)?.kind ?? '');
  return (
    <FormFrame
      form={form}
      submit={founding ? t('page.found') : t('page.save')}
      cancel={close}
      before={<Left error={form.error} />}
    >
      {askedBy(act, event !== undefined).map((field) => {
        const Part = parts[field];
        return <Part key={field} form={form} act={act} parentKind={parentKind} />;
      })}
      {founding && <SameName name={form.values.name} siblings={unit.children} />}
      {!founding && (
        <DayField label={t('page.on')} required precision="year" max={today} {...form.field('happenedOn')} />
      )}
      <Paper form={form} act={act} />
      {event && <Reason form={form} />}
    </FormFrame>
  );
}

function sendAct(
  { act, unit, event, today }: ActOn & { today: string },
  values: ActValues,
  clientId: string,
) {
  const body = { clientId, ...actBody(act, values) };
  const version = unit.version;
  const acts = `/units/${unit.id}/acts`;
  if (event)
    return send<UnitView>('POST', `${acts}/${event.entry}/correct`, {
      ...body,
      act,
      reason: values.reason,
      version,
    });
  if (act !== 'found') return send<UnitView>('POST', acts, { ...body, act, version });
  // A founding stands from its day; what is only taken over stands as it is found today.
  const happenedOn = body.decision && values.foundedOn ? values.foundedOn : today;
  return send<UnitView>('POST', '/units', { ...body, parentId: unit.id, happenedOn });
}

function Paper({ form, act }: Pick<PartProps, 'form' | 'act'>) {
  const t = useWords(messages);
  if (act === 'restore' || act === 'details') return null;
  return (
    <DecisionFields
      form={form}
      required={needsDecision(act)}
      {...(act === 'found' ? { hint: t('page.found_text') } : {})}
    />
  );
}

function Reason({ form }: Pick<PartProps, 'form'>) {
  const t = useWords(messages);
  return (
    <Textarea
      label={t('page.reason')}
      description={t('page.reason_text')}
      required
      minLength={3}
      maxLength={300}
      autosize
      {...form.text('reason')}
    />
  );
}

/** A correction of the beginning may also put the unit elsewhere. */
const askedBy = (act: UnitAct, correcting: boolean): readonly ActField[] =>
  act === 'found' && correcting ? ['parent', ...fieldsOf.found, 'placeCode'] : fieldsOf[act];

/** A name that already stands among its siblings: worth a second look, never in the way. */
function SameName({ name, siblings }: { name: string; siblings: UnitItem[] }) {
  const t = useWords(messages);
  const twin = name.trim() ? siblings.find((item) => fold(item.name) === fold(name)) : undefined;
  return twin ? <Notice>{t('page.same_name', { name: twin.name })}</Notice> : null;
}

interface Blocking {
  children: { id: number; name: string }[];
  offices: { id: number; kind: string; title: string | null }[];
  members: number;
  dossiers: number;
}

/** What still stands in a unit that was to end. */
function Left({ error }: { error: ApiError | null }) {
  const t = useWords(messages);
  const book = useBook();
  const blocking = (error?.details as { blocking?: Blocking } | undefined)?.blocking;
  if (!blocking) return null;
  const lines = [
    ...blocking.children.map(({ name }) => name),
    ...blocking.offices.map(({ kind, title }) => title ?? book.office(kind)),
    ...(blocking.members ? [t('page.left_members', { count: blocking.members })] : []),
    ...(blocking.dossiers ? [t('page.left_dossiers', { count: blocking.dossiers })] : []),
  ];
  return (
    <Notice tone="act" title={t('page.left')}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
