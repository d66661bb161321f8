// Approval: every number that changes, the gaps as they are, then the day of the meeting and its paper.
import { TextInput } from '@mantine/core';
import { type DocumentChoice, DocumentField } from '../../../documents/pages/DocumentField.tsx';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useCan, useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Scrolling } from '../../../ui/show/Scrolling.tsx';
import type { ThePlan } from '../../view.ts';
import css from '../cascade.module.css';
import { type Change, changesOf } from '../editor.ts';
import { GapLine } from '../GapBar.tsx';
import type { Editor } from '../use-editor.ts';
import { sayHeld, useColumnName } from '../words-of.ts';
import { words } from '../words.ts';

interface ApproveDialogProps {
  editor: Editor;
  plan: ThePlan;
  columns: string[];
  close: () => void;
}

interface Values {
  on: string;
  number: string;
  by: string;
  document: DocumentChoice | null;
}

function useApproval({ editor, plan, close }: ApproveDialogProps) {
  const t = useWords(words);
  const toast = useToast();
  const { unit, period } = editor.view;
  return useForm<Values>({
    initial: { on: '', number: '', by: '', document: null },
    send: ({ on, number, by, document }, clientId) =>
      send('POST', `/plans/${unit.id}/cascade/approve`, {
        clientId,
        period: period.key,
        on,
        version: plan.version,
        documentId: document?.id ?? null,
        decision: number.trim() ? { number: number.trim(), on, by: by.trim() || null } : null,
      }),
    refresh: ['/plans', '/targets', '/worklist'],
    done: () => {
      toast(t('approve.saved'));
      close();
    },
  });
}

export function ApproveDialog(props: ApproveDialogProps) {
  const t = useWords(words);
  const today = useToday();
  const { editor, plan, columns, close } = props;
  const form = useApproval(props);
  const mayCite = useCan('document.read');
  const title = t(plan.revision > 0 ? 'approve.open_revision' : 'approve.open');
  if (Object.keys(editor.typings).length > 0)
    return (
      <Dialog title={title} onClose={close}>
        <Notice tone="act">{t('approve.unsaved')}</Notice>
      </Dialog>
    );
  return (
    <Dialog title={title} onClose={close} size="lg">
      <Changes changes={changesOf(editor.view)} />
      {editor.view.rows.length > 0 && (
        <div className={css.gap}>
          <strong>{t('approve.gaps')}</strong>
          <ul>
            {columns.map((id) => (
              <GapLine key={id} editor={editor} column={id} />
            ))}
          </ul>
          <p className={css.hint}>{t('approve.force')}</p>
        </div>
      )}
      <FormFrame form={form} submit={t('approve.save')} cancel={close} failed={t('approve.failed')}>
        <DayField
          label={t('approve.on')}
          description={t('approve.on_hint')}
          required
          max={today}
          {...form.field('on')}
        />
        <TextInput label={t('approve.number')} maxLength={60} {...form.text('number')} />
        <TextInput label={t('approve.by')} maxLength={200} {...form.text('by')} />
        {mayCite && <DocumentField label={t('approve.document')} {...form.field('document')} />}
      </FormFrame>
    </Dialog>
  );
}

function Changes({ changes }: { changes: Change[] }) {
  const t = useWords(words);
  const nameOf = useColumnName();
  if (changes.length === 0) return <p>{t('approve.no_changes')}</p>;
  return (
    <>
      <p>
        <strong>{t('approve.changes', { count: changes.length })}</strong>
      </p>
      <Scrolling className={css.scroll} name={t('approve.to')}>
        <table className={css.small}>
          <thead>
            <tr>
              <th scope="col">{t('sheet.unit')}</th>
              <th scope="col">{t('divide.column')}</th>
              <th scope="col" data-number="true">
                {t('approve.from')}
              </th>
              <th scope="col" data-number="true">
                {t('approve.to')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ unitId, name, column, from, to }) => (
              <tr key={`${unitId} ${column.id}`}>
                <th scope="row">{name}</th>
                <td>{nameOf(column.id)}</td>
                <td data-number="true">{sayHeld(from) || '–'}</td>
                <td data-number="true">
                  <strong>{sayHeld(to)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  );
}
