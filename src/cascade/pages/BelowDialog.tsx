// “Chia tiếp xuống dưới”: drafts for the committees below, by one method; they decide.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../ui/act.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { type BelowView, type CascadeView, type Method, methods } from '../view.ts';
import css from './cascade.module.css';
import { words } from './words.ts';

interface BelowDialogProps {
  view: CascadeView;
  columns: string[];
  close: () => void;
}

export function BelowDialog({ view, columns, close }: BelowDialogProps) {
  const t = useWords(words);
  const tell = useTell();
  const [method, setMethod] = useState<Method>('survey');
  const figures = columns.filter((id) => !id.includes('.') && id !== 'introduction');
  const act = useAct<void, BelowView>({
    to: `/plans/${view.unit.id}/cascade/below`,
    body: () => ({ period: view.period.key, figures, method }),
    refresh: ['/plans'],
  });
  return (
    <Dialog title={t('below.title')} onClose={close}>
      <p>{t('below.text')}</p>
      <NativeSelect
        mt="sm"
        label={t('divide.method')}
        data={methods.map((one) => ({ value: one, label: t(`divide.${one}`) }))}
        value={method}
        onChange={(event) => setMethod(event.currentTarget.value as Method)}
      />
      {act.error && (
        <Notice tone="act" alert>
          {tell(act.error.words)}
        </Notice>
      )}
      {act.result && <Made result={act.result} />}
      <div className={css.tools}>
        {!act.result && (
          <Button onClick={() => act.run()} loading={act.busy}>
            {t('below.run')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {t('below.close')}
        </Button>
      </div>
    </Dialog>
  );
}

function Made({ result: { made, left } }: { result: BelowView }) {
  const t = useWords(words);
  return (
    <Notice tone="done" title={t('below.made', { count: made.length })} alert>
      <ul>
        {made.map(({ unitId, name, lines }) => (
          <li key={unitId}>{t('below.lines', { name, lines })}</li>
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <p>{t('below.left', { count: left.length })}</p>
          <ul>
            {left.map(({ unitId, name, why }) => (
              <li key={unitId}>
                {name}: {t(`below.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
