// The questions of a step, asked once for all chosen dossiers; sending them only looks at what would become of each.
import { Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useSession, useToday } from '../../../ui/session.tsx';
import type { Step } from '../../../rules/procedure.ts';
import { isOffered } from '../../../road/inputs.ts';
import type { Asked } from '../../../road/pages/step/asked.ts';
import { Field } from '../../../road/pages/step/Field.tsx';
import { useProblems } from '../../../road/pages/step/problems.ts';
import { isShown, nameOf, startValues, type Values } from '../../../road/pages/step/values.ts';
import { formWords } from '../../../road/pages/step/words.ts';
import type { BulkPreview, BulkPreviewBody } from '../../../road/bulk-view.ts';
import { type BulkRow, previewBody } from './bulk.ts';
import { bulkWords } from './words.ts';

interface BulkFormProps {
  step: Step;
  rows: BulkRow[];
  /** some dossiers asked for a written reason before */
  consents: boolean;
  close: () => void;
  onLook: (asked: BulkPreviewBody, preview: BulkPreview) => void;
}

export function BulkForm({ step, rows, consents, close, onLook }: BulkFormProps) {
  const t = useWords(bulkWords);
  const ui = useWords(formWords);
  const tell = useTell();
  const today = useToday();
  const { profile } = useSession();
  const inputs = step.inputs.filter((input) => isOffered(input, profile));
  const problemsOf = useProblems(inputs);
  const form = useForm<Values, [BulkPreviewBody, BulkPreview]>({
    initial: { happenedOn: '', 'consent.reason': '', ...startValues(inputs, {}) },
    check: problemsOf,
    send: async (values) => {
      const asked = previewBody({ ...step, inputs }, rows, values);
      return [asked, await send<BulkPreview>('POST', '/dossiers/bulk/preview', asked)];
    },
    done: ([asked, preview]) => onLook(asked, preview),
  });
  const { values } = form;
  const [first] = rows;
  const asked: Asked = {
    on: String(values.happenedOn ?? ''),
    unit: { id: first?.unitId ?? 0, name: first?.unitName ?? '' },
    dossier: null,
    share: null,
  };
  const bound = (name: string) => ({ ...form.field(name), value: values[name] ?? null });
  const reason = consents && (
    <Textarea
      label={t('bulk.consent')}
      description={t('bulk.consent_hint')}
      rows={2}
      maxLength={2000}
      {...form.text('consent.reason')}
    />
  );
  return (
    <FormFrame form={form} submit={t('bulk.look')} cancel={close} before={reason}>
      <DayField
        label={ui('form.on')}
        description={ui('form.on_hint')}
        required
        max={today}
        {...form.field('happenedOn')}
        value={asked.on}
      />
      {inputs
        .filter((input) => isShown(input, inputs, values))
        .map((input) => (
          <Field
            key={input.id}
            input={input}
            {...bound(nameOf(input))}
            label={tell(input.label)}
            asked={asked}
          />
        ))}
    </FormFrame>
  );
}
