// One person's assessment on one screen: the four criteria in words, with what was said half a year ago beside each.
import { Radio, Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useSession, useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Refusal } from '../../../road/pages/step/Refusal.tsx';
import { criteria, type Criterion } from '../../fostering.ts';
import type { AssessRow } from '../../view.ts';
import { useOffered } from '../choices.ts';
import css from '../fostering.module.css';
import { helperWords } from '../helper-words.ts';
import { words } from '../words.ts';
import type { Half } from './AssessTab.tsx';

interface AssessProps {
  row: AssessRow;
  at: Half;
  close: () => void;
}
type Values = Record<Criterion | 'on' | 'words', string>;

export function AssessDialog({ row, at, close }: AssessProps) {
  const t = useWords(words);
  const today = useToday();
  const keepsWords = useSession().profile !== 'B';
  const form = useAssessment({ row, at, close });
  return (
    <Dialog onClose={close} size="lg" title={t('assess.title', { name: row.name })}>
      <FormFrame
        form={form}
        submit={t('assess.write')}
        cancel={close}
        ownRefusal
        before={<Refusal error={form.error} here="assess" />}
      >
        <p className={css.second}>
          {t(at.half === 'h1' ? 'assess.h1' : 'assess.h2', { year: String(at.year) })}.{' '}
          {t('assess.ground', { notes: row.notes, tasks: row.tasks })}
        </p>
        <DayField label={t('assess.on')} required max={today} {...form.field('on')} />
        {criteria.map((id) => (
          <Degree key={id} of={id} before={row.before?.[id] ?? null} {...form.field(id)} />
        ))}
        {keepsWords && <Textarea label={t('assess.words')} autosize minRows={2} {...form.text('words')} />}
      </FormFrame>
    </Dialog>
  );
}

function useAssessment({ row, at, close }: AssessProps) {
  const t = useWords(words);
  const h = useWords(helperWords);
  const today = useToday();
  const toast = useToast();
  const needed = h('do.choose');
  return useForm<Values>({
    initial: { on: today, words: '', motive: '', striving: '', achievement: '', recognised: '' },
    draft: `assess.${row.id}.${at.year}.${at.half}`,
    check: (values) => Object.fromEntries(criteria.map((id) => [id, values[id] ? null : needed])),
    send: ({ on, words: typed, ...degrees }, clientId) =>
      send('POST', `/fostering/${row.id}/acts`, {
        clientId,
        step: 'assess',
        happenedOn: on,
        inputs: { ...at, ...degrees, ...(typed.trim() ? { words: typed } : {}) },
      }),
    refresh: ['/fostering', '/dossiers', '/worklist'],
    done: () => {
      toast(t('assess.written', { name: row.name }));
      close();
    },
  });
}

interface DegreeProps {
  of: Criterion;
  id: string;
  name: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
  before: string | null;
}

function Degree({ of, id, name, value, error, onChange, before }: DegreeProps) {
  const t = useWords(words);
  const { label, choices, say } = useOffered()('assess', of);
  return (
    <Radio.Group
      label={label}
      description={before ? `${t('assess.before')}: ${say(before)}` : undefined}
      withAsterisk
      id={id}
      name={name}
      value={value}
      onChange={onChange}
      error={error}
    >
      <div className={css.radios}>
        {choices.map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} />
        ))}
      </div>
    </Radio.Group>
  );
}
