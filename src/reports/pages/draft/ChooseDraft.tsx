// A report that nobody asked for: which form, of what period, closed on what day.
import { hrefOf, useAddress, useGo } from '../../../ui/address.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { FormsAnswer, FormView } from '../../view.ts';
import { type Closing, ClosingFields } from '../asked/ClosingFields.tsx';
import { FormField } from './FormField.tsx';
import { words as listWords } from '../words.ts';
import { words } from './words.ts';

export function ChooseDraft({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const forms = useRead<FormsAnswer>('/reports/forms', { params: { unit: unitId } });
  return (
    <Panel title={t('draft.choose')}>
      <Loaded of={forms} rows={6}>
        {({ items }) => <ChooseForm unitId={unitId} forms={items} />}
      </Loaded>
    </Panel>
  );
}

interface Chosen extends Closing {
  form: string;
}

function ChooseForm({ unitId, forms }: { unitId: string; forms: readonly FormView[] }) {
  const t = useWords(words);
  const tList = useWords(listWords);
  const go = useGo();
  const { words: address } = useAddress();
  const form = useForm<Chosen, Chosen>({
    initial: { form: address.form ?? '', period: address.period ?? '', closesOn: '' },
    // Nothing is written yet: the choice stands in the address.
    send: (typed) => Promise.resolve(typed),
    done: (typed) => go(hrefOf('/reports/draft', { unit: unitId, ...typed })),
  });
  if (forms.length === 0) return <Empty title={tList('forms.none')} />;
  return (
    <FormFrame form={form} submit={t('draft.show')} cancel={() => go('/reports')}>
      <FormField
        forms={forms}
        bound={form.text('form')}
        choose={(chosen) => {
          form.set('form', chosen);
          form.set('period', '');
          form.set('closesOn', '');
        }}
      />
      <ClosingFields
        form={forms.find(({ id }) => id === form.values.form)}
        values={form.values}
        set={form.set}
        bound={(name) => ({ id: form.text(name).id, name, error: form.text(name).error })}
        onlyPast
        hint={(period) => t('draft.closes_hint', { period })}
      />
    </FormFrame>
  );
}
