// Taking a difficulty up, answering it, passing it further up, or withdrawing it: each with a word.
import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { DifficultyView } from '../../view.ts';
import css from '../reports.module.css';
import { words } from './words.ts';

type Act = DifficultyView['can'][number];
const order: readonly Act[] = ['answer', 'take_up', 'pass_up', 'withdraw'];
const paths: Record<Act, string> = {
  take_up: 'take-up',
  answer: 'answer',
  pass_up: 'pass-up',
  withdraw: 'withdraw',
};
/** An answer may be long; the rest is a line. */
const longest: Record<Act, number> = { answer: 3000, take_up: 300, pass_up: 300, withdraw: 300 };

export function DifficultyActs({ item }: { item: DifficultyView }) {
  const t = useWords(words);
  const tell = useTell();
  const [open, setOpen] = useState<Act | null>(null);
  if (item.can.length === 0) return null;
  return (
    <div className={`${css.acts} no-print`}>
      {order
        .filter((act) => item.can.includes(act))
        .map((act) => (
          <Button
            key={act}
            variant={act === 'answer' ? 'filled' : 'default'}
            aria-label={t('diff.act_named', {
              act: t(`diff.${act}`),
              unit: item.unitName,
              topic: tell(item.topicLabel),
            })}
            onClick={() => setOpen(act)}
          >
            {t(`diff.${act}`)}
          </Button>
        ))}
      {open && <ActDialog item={item} act={open} close={() => setOpen(null)} />}
    </div>
  );
}

interface ActDialogProps {
  item: DifficultyView;
  act: Act;
  close: () => void;
}

function ActDialog({ item, act, close }: ActDialogProps) {
  const t = useWords(words);
  const toast = useToast();
  // What will be done may be left open; the others say nothing without words.
  const needed = act !== 'take_up';
  const form = useForm({
    initial: { words: '' },
    draft: `difficulty.${item.id}.${act}`,
    check: (typed) => ({ words: needed && typed.words.trim().length < 3 ? t('diff.short') : null }),
    send: (typed, clientId) =>
      send('POST', `/difficulties/${item.id}/${paths[act]}`, {
        clientId,
        version: item.version,
        words: typed.words.trim(),
      }),
    refresh: ['/difficulties', '/reports', '/waiting', '/worklist'],
    done: () => {
      toast(t(`diff.done_${act}`));
      close();
    },
  });
  return (
    <Dialog onClose={close} title={t(`diff.${act}`)} size="lg">
      <Stack gap="md">
        <blockquote className={css.quote}>{item.words}</blockquote>
        <FormFrame form={form} submit={t(`diff.${act}`)} cancel={close}>
          <Textarea
            label={t(`diff.line_${act}`)}
            description={t('diff.hint')}
            required={needed}
            autosize
            minRows={act === 'answer' ? 5 : 2}
            maxRows={16}
            maxLength={longest[act]}
            {...form.text('words')}
          />
        </FormFrame>
      </Stack>
    </Dialog>
  );
}
