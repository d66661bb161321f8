// The plan of a class as the centre writes it: kind, seats, cost, topics, when it is completed, and its sessions.
import { Checkbox, Fieldset, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useGo } from '../../../ui/address.tsx';
import { send } from '../../../ui/api.ts';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { sorts } from '../../class.ts';
import type { ClassView } from '../../view.ts';
import { words } from '../words.ts';
import { bodyOf, type Draft, draftOf, problemsOf } from './draft.ts';
import { SessionsField } from './SessionsField.tsx';

interface PlanFormProps {
  /** the class whose plan is changed; a new one when left out */
  of?: ClassView;
  close: () => void;
}

export function PlanForm({ of, close }: PlanFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const go = useGo();
  const form = useForm<Draft, ClassView>({
    initial: draftOf(of),
    draft: `class.${of?.id ?? 'new'}`,
    check: (values) => problemsOf(t, values),
    send: (values, clientId) =>
      of
        ? send('PUT', `/classes/${of.id}`, { clientId, version: of.version, ...bodyOf(values) })
        : send('POST', '/classes', { clientId, ...bodyOf(values) }),
    refresh: ['/classes'],
    done: (view) => {
      toast(of ? t('plan.changed') : t('plan.saved', { label: view.label }));
      if (of) close();
      else go(`/classes/${view.id}`);
    },
  });
  return (
    <Page title={t(of ? 'plan.edit' : 'plan.title')} purpose={t('plan.purpose')}>
      <FormFrame form={form} submit={t(of ? 'plan.save_change' : 'plan.save')} cancel={close}>
        <NativeSelect
          label={t('list.kind')}
          data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          {...form.text('sort')}
        />
        <TextInput
          label={t('plan.label')}
          description={t('plan.label_hint')}
          required
          {...form.text('label')}
        />
        <NumberField label={t('plan.seats')} required min={1} max={2000} {...form.field('seats')} />
        <NumberField
          label={t('plan.cost')}
          description={t('plan.cost_hint')}
          min={0}
          {...form.field('cost')}
        />
        <Textarea
          label={t('plan.topics')}
          description={t('plan.topics_hint')}
          autosize
          minRows={3}
          {...form.text('topics')}
        />
        <SessionsField {...form.field('sessions')} />
        <Fieldset legend={t('plan.completion')}>
          <NumberField
            label={t('plan.least')}
            description={t('plan.least_hint')}
            min={1}
            max={120}
            {...form.field('least')}
          />
          <Checkbox mt="md" label={t('plan.excused')} {...form.tick('excused')} />
          <Checkbox mt="md" label={t('plan.paper')} {...form.tick('paper')} />
        </Fieldset>
      </FormFrame>
    </Page>
  );
}
