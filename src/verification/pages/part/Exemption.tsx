// Exemptions: one rule, or two readings beside each other until the office follows one and says why.
import { Button, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { send } from '../../../ui/api.ts';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { ReasonCard } from '../../../ui/show/ReasonCard.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { grounds } from '../../kin.ts';
import type { CaseView } from '../../view.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';

type Words = ReturnType<typeof useWords<typeof words>>;

const groundWord = (t: Words, code: string): string => {
  const known = grounds.find((one) => one === code);
  return known ? t(`ground.${known}`) : code;
};

export function Exemption({ about }: { about: CaseView }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const { rules, exemption, can } = about;
  if (rules.readings.length === 0) return null;
  const labels = rules.readings.map(({ label, value }) => ({
    label,
    value: t('exempt.grounds', { list: value.map((code) => groundWord(t, code)).join('; ') }),
  }));
  const articles = [...new Map(rules.citations.map((one) => [`${one.document}${one.clause}`, one])).values()];
  return (
    <>
      <h3 className={css.head}>{t('exempt.title')}</h3>
      <ReasonCard
        tone="unsure"
        title={t('exempt.two')}
        articles={articles.map(({ document, clause, confidence }) => ({
          label: `${document}, ${clause}`,
          href: `/regulations/${encodeURIComponent(document)}`,
          unsure: confidence !== 'S',
        }))}
        facts={labels}
      >
        <Chosen about={about} />
      </ReasonCard>
      {can.includes('exemption') && !open && (
        <p className={css.acts}>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('exempt.choose')}
          </Button>
        </p>
      )}
      {open && <Choosing about={about} close={() => setOpen(false)} key={exemption?.on} />}
    </>
  );
}

function Chosen({ about: { exemption, rules } }: { about: CaseView }) {
  const t = useWords(words);
  if (!exemption) return <p>{t('exempt.not_chosen')}</p>;
  const { reading, on, persons, ground, reason } = exemption;
  const label = reading === null ? null : rules.readings[reading]?.label;
  const day = formatDay(on);
  return (
    <p>
      {label ? t('exempt.chosen', { reading: label, day }) : t('exempt.one', { day })}
      {'. '}
      {t('exempt.count', { count: persons, ground: groundWord(t, ground) })}
      {reason && ` – ${reason}`}
    </p>
  );
}

function Choosing({ about: { dossierId, rules, kin }, close }: { about: CaseView; close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const undecided = (kin ?? []).filter(({ verify }) => verify === null);
  const form = useForm({
    initial: {
      reading: '0',
      ground: undecided[0]?.line.exempt ?? (grounds[0] as string),
      persons: Math.max(1, undecided.length) as number | null,
      reason: '',
    },
    send: ({ reading, ground, persons, reason }, clientId) =>
      send('POST', `/verifications/dossiers/${dossierId}/exemption`, {
        clientId,
        reading: Number(reading),
        ground,
        persons,
        reason,
      }),
    refresh: ['/verifications'],
    done: () => {
      toast(t('exempt.done'));
      close();
    },
  });
  return (
    <FormFrame form={form} submit={t('exempt.submit')} cancel={close}>
      <Radio.Group label={t('exempt.reading')} {...form.field('reading')}>
        <div className={css.list}>
          {rules.readings.map(({ label }, at) => (
            <Radio key={label} value={String(at)} label={label} />
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        label={t('exempt.ground')}
        data={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
        {...form.text('ground')}
      />
      <NumberField label={t('exempt.persons')} required min={1} max={50} {...form.field('persons')} />
      <Textarea
        label={t('exempt.reason')}
        required
        minLength={5}
        maxLength={2000}
        autosize
        minRows={2}
        {...form.text('reason')}
      />
    </FormFrame>
  );
}
