// What one act for many dossiers did, above the list: how many, who was left out and why – and the way to take it back.
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useCan } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { BulkUndone } from '../../../road/bulk-view.ts';
import type { BulkResult } from './BulkAct.tsx';
import { LeftOut } from './BulkLook.tsx';
import { bulkWords } from './words.ts';

interface BulkResultProps {
  result: BulkResult;
  close: () => void;
}

export function BulkResultNotice({ result, close }: BulkResultProps) {
  const t = useWords(bulkWords);
  const tell = useTell();
  const mayUndo = useCan('dossier.correct');
  const [asking, setAsking] = useState(false);
  const [undone, setUndone] = useState<BulkUndone | null>(null);
  const { step, done, left } = result;
  const title = undone
    ? t('bulk.undone', { count: undone.undone.length })
    : t('bulk.done', { step: tell(step.label), count: done.length });
  const rest = undone ? undone.left : left;
  const open = undone ? undone.left.length : done.length;
  const actions = (
    <Group gap="sm">
      {mayUndo && open > 0 && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('bulk.undo')}
        </Button>
      )}
      <Button variant="default" onClick={close}>
        {t('bulk.hide')}
      </Button>
    </Group>
  );
  return (
    <>
      <Notice tone={undone ? 'note' : 'done'} title={title} action={actions} alert>
        {rest.length > 0 && (
          <>
            <p>{t(undone ? 'bulk.undone_left' : 'bulk.left', { count: rest.length })}</p>
            <LeftOut items={rest} />
          </>
        )}
      </Notice>
      {asking && (
        <UndoDialog result={result} count={open} close={() => setAsking(false)} onUndone={setUndone} />
      )}
    </>
  );
}

interface UndoProps {
  result: BulkResult;
  count: number;
  close: () => void;
  onUndone: (undone: BulkUndone) => void;
}
const leastReason = 5;

function UndoDialog({ result: { bulk, step }, count, close, onUndone }: UndoProps) {
  const t = useWords(bulkWords);
  const tell = useTell();
  const form = useForm<{ reason: string }, BulkUndone>({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length < leastReason ? t('bulk.reason_hint') : null }),
    send: ({ reason }, clientId) =>
      send('POST', `/dossiers/bulk/${bulk}/undo`, { clientId, reason: reason.trim() }),
    refresh: ['/dossiers', '/people', '/worklist', '/waiting'],
    done: (undone) => {
      close();
      onUndone(undone);
    },
  });
  return (
    <Dialog onClose={close} title={t('bulk.undo_title', { step: tell(step.label), count })} size="lg">
      <FormFrame form={form} submit={t('bulk.undo')} cancel={close}>
        <p>{t('bulk.undo_text')}</p>
        <Textarea
          label={t('bulk.reason')}
          description={t('bulk.reason_hint')}
          required
          rows={3}
          maxLength={2000}
          data-autofocus
          {...form.text('reason')}
        />
      </FormFrame>
    </Dialog>
  );
}
