// Closing a line without the act: not applicable, or done outside the system – which of the two, from when, and why.
import { Radio, Stack, Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { WorkItem } from '../../view.ts';
import { words } from '../words.ts';
import css from '../worklist.module.css';

interface SettleDialogProps {
  item: WorkItem;
  what: string;
  close: () => void;
}

export function SettleDialog(props: SettleDialogProps) {
  const t = useWords(words);
  return (
    <Dialog onClose={props.close} title={t('settle.title')} size="lg">
      <SettleForm {...props} />
    </Dialog>
  );
}

const ways = ['not_applicable', 'done_outside'] as const;
const dayLabels = {
  '': 'settle.on',
  not_applicable: 'settle.on_not_applicable',
  done_outside: 'settle.on_done_outside',
} as const;
const isReason = (text: string) => text.trim().length >= 3;

interface Values {
  how: '' | (typeof ways)[number];
  on: string;
  reason: string;
}

function SettleForm({ item, what, close }: SettleDialogProps) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  const { caseKind, caseId, clock, part, startsOn } = item;
  const line = { caseKind, caseId, clock, part, startsOn };
  const form = useForm<Values>({
    initial: { how: '', on: today, reason: '' },
    check: ({ how, reason }) => ({
      how: how ? null : t('settle.how_missing'),
      reason: isReason(reason) ? null : t('settle.reason_short'),
    }),
    send: ({ how, on, reason }, clientId) =>
      send('POST', '/worklist/settlements', { clientId, ...line, how, on, reason: reason.trim() }),
    refresh: ['/worklist'],
    done: () => {
      close();
      toast(t('settle.done', { what }));
    },
  });
  const aboutUnit = caseKind === 'unit';
  const { id, name, error, value } = form.field('how');
  return (
    <Stack gap="md">
      <p className={css.work}>{what}</p>
      <FormFrame form={form} submit={t('settle.submit')} cancel={close}>
        <Radio.Group
          label={t('settle.how')}
          required
          {...{ name, error, value }}
          onChange={(how) => form.set('how', how as Values['how'])}
        >
          <Stack gap="sm" mt="xs">
            {ways.map((way, index) => (
              <Radio
                key={way}
                {...(index === 0 ? { id } : {})}
                value={way}
                label={t(`settle.${way}`)}
                description={t(`settle.${way}_text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <DayField label={t(dayLabels[value])} required max={today} {...form.field('on')} />
        <Textarea
          label={t('settle.reason')}
          description={t(aboutUnit ? 'settle.reason_unit' : 'settle.reason_person')}
          required
          autosize
          minRows={2}
          maxLength={aboutUnit ? 300 : 2000}
          {...form.text('reason')}
        />
        <Notice>{t('settle.back')}</Notice>
      </FormFrame>
    </Stack>
  );
}
