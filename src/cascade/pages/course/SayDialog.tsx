// Writes what the plan says: five parts in words, who answers for it, and the documents it rests on.
import { CloseButton, NativeSelect, Textarea } from '@mantine/core';
import { type DocumentChoice, DocumentField } from '../../../documents/pages/DocumentField.tsx';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useCan } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type Section, sections } from '../../plan.ts';
import type { CascadeView } from '../../view.ts';
import css from '../cascade.module.css';
import { type CourseFormProps, draftName } from './CourseForms.tsx';
import { words } from '../words.ts';

interface Values extends Record<Section, string> {
  responsibleId: string;
  documents: DocumentChoice[];
}

function startOf(plan: CascadeView['plan']): Values {
  const said = Object.fromEntries(sections.map((section) => [section, plan?.said?.[section] ?? '']));
  return {
    ...(said as Record<Section, string>),
    responsibleId: plan?.responsible?.id ?? '',
    documents: plan?.documents ?? [],
  };
}

export function SayDialog({ view, close }: CourseFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const { plan } = view;
  const form = useForm<Values>({
    initial: startOf(plan),
    draft: draftName(view, 'say'),
    send: ({ responsibleId, documents, ...said }, clientId) =>
      send('POST', `/plans/${view.unit.id}/cascade/describe`, {
        clientId,
        period: view.period.key,
        version: plan?.version ?? 0,
        ...said,
        responsibleId: responsibleId || null,
        documents: documents.map(({ id }) => id),
      }),
    refresh: ['/plans'],
    done: () => {
      toast(t('say.saved'));
      close();
    },
  });
  return (
    <Dialog title={t('say.title')} onClose={close} size="lg">
      <FormFrame form={form} submit={t('say.save')} cancel={close}>
        <p className={css.second}>{t('say.no_names')}</p>
        {sections.map((section) => (
          <Textarea
            key={section}
            label={t(`say.${section}`)}
            maxLength={2000}
            autosize
            minRows={2}
            {...form.text(section)}
          />
        ))}
        <Responsible
          unitId={view.unit.id}
          held={plan?.responsible ?? null}
          bound={form.text('responsibleId')}
        />
        <Papers documents={form.values.documents} change={(documents) => form.set('documents', documents)} />
      </FormFrame>
    </Dialog>
  );
}

interface OfficeRow {
  unitId: number;
  personId: string;
  displayName: string;
  title: string | null;
  inForce: boolean;
}

/** Those who hold an office in this unit; whoever answers already stays in the list. */
function Responsible({
  unitId,
  held,
  bound,
}: {
  unitId: number;
  held: { id: string; name: string } | null;
  bound: object;
}) {
  const t = useWords(words);
  const may = useCan('office.read');
  const offices = useRead<{ items: OfficeRow[] }>('/offices', { params: { unit: unitId }, enabled: may });
  const people = new Map<string, string>(held ? [[held.id, held.name]] : []);
  for (const office of offices.data?.items ?? [])
    if (office.inForce && office.unitId === unitId)
      people.set(office.personId, [office.displayName, office.title].filter(Boolean).join(' – '));
  return (
    <NativeSelect
      label={t('say.responsible')}
      data={[
        { value: '', label: t('say.responsible_none') },
        ...[...people].map(([value, label]) => ({ value, label })),
      ]}
      {...bound}
    />
  );
}

interface PapersProps {
  documents: DocumentChoice[];
  change: (documents: DocumentChoice[]) => void;
}

function Papers({ documents, change }: PapersProps) {
  const t = useWords(words);
  const mayRead = useCan('document.read');
  const add = (one: DocumentChoice | null) => {
    if (one && !documents.some(({ id }) => id === one.id)) change([...documents, one]);
  };
  if (!mayRead) return null;
  return (
    <div>
      <ul>
        {documents.map(({ id, label }) => (
          <li key={id} className={css.tools}>
            {label}
            <CloseButton
              aria-label={t('say.remove', { label })}
              onClick={() => change(documents.filter((one) => one.id !== id))}
            />
          </li>
        ))}
      </ul>
      <DocumentField key={documents.length} label={t('say.document')} value={null} onChange={add} />
    </div>
  );
}
