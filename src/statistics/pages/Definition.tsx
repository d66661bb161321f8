// What the figure counts, by which text and form.
import { useTell, useWords } from '../../ui/i18n.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { FigureView } from '../catalogue/view.ts';
import { words } from './words.ts';

export function Definition({ figure }: { figure: FigureView }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <Panel title={t('stat.definition')}>
      <KeyValue
        items={[
          { label: t('stat.what'), value: tell(figure.definition) },
          { label: t('stat.basis'), value: tell(figure.basis) },
          ...(figure.form ? [{ label: t('stat.form'), value: tell(figure.form) }] : []),
        ]}
      />
    </Panel>
  );
}
