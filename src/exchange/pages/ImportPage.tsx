// One workbook on its way into Nguồn: how far it is, what it would do, what has to be chosen or corrected, and – once
// written – what it did and how to take it back.
import { Button } from '@mantine/core';
import { useAct } from '../../ui/act.ts';
import { useParam } from '../../ui/address.tsx';
import { useConfirm } from '../../ui/Confirm.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { Page } from '../../ui/Page.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { BatchAnswer, PreviewAnswer } from '../batch/answers.ts';
import { Cancelled, Done, Failed, Undone } from './Ended.tsx';
import css from './imports.module.css';
import { Preview } from './Preview.tsx';
import { hasWork, isBusy, sayWritten, sumOf, tones } from './sentences.ts';
import { useWatched } from './watch.ts';
import { Working } from './Working.tsx';
import { words } from './words.ts';

export function ImportPage() {
  const query = useWatched(useParam('id'));
  return (
    <Loaded of={query} rows={10} page>
      {(batch) => <Workbook key={batch.id} batch={batch} lost={query.isRefetchError} />}
    </Loaded>
  );
}

function Workbook({ batch, lost }: { batch: BatchAnswer; lost: boolean }) {
  const t = useWords(words);
  const { state, preview, can } = batch;
  const at = formatInstant(batch.createdAt);
  const runs = can.includes('run') && preview !== null && hasWork(preview);
  return (
    <Page
      title={batch.fileName}
      purpose={t('file.purpose', { unit: batch.unitName, who: batch.createdBy, at })}
      help={[t('file.help1'), t('file.help2'), t('file.help3')]}
      back={{ href: '/imports', label: t('file.back') }}
      action={runs && <Run batch={batch} preview={preview} />}
      actions={can.includes('cancel') && !isBusy(state) && <PutAside batch={batch} />}
    >
      <div role="status" className={css.state}>
        <StatusMark tone={tones[state]}>{t(`state.${state}`)}</StatusMark>
      </div>
      {lost && (
        <div className={css.lost}>
          <Notice tone="act">{t('file.lost')}</Notice>
        </div>
      )}
      <Stage batch={batch} />
      {preview && (state === 'previewed' || state === 'done') && <Preview batch={batch} preview={preview} />}
    </Page>
  );
}

function Stage({ batch }: { batch: BatchAnswer }) {
  switch (batch.state) {
    case 'reading':
    case 'running':
      return <Working batch={batch} />;
    case 'failed':
      return <Failed batch={batch} />;
    case 'cancelled':
      return <Cancelled />;
    case 'undone':
      return <Undone batch={batch} />;
    case 'done':
      return <Done batch={batch} />;
    case 'previewed':
      return null;
  }
}

function Run({ batch, preview }: { batch: BatchAnswer; preview: PreviewAnswer }) {
  const t = useWords(words);
  const tell = useTell();
  const ask = useConfirm();
  const run = useAct<void, BatchAnswer>({ to: `/imports/${batch.id}/run`, refresh: ['/imports'] });
  const start = async () => {
    const question = {
      title: t('file.run_ask'),
      text: <Effect file={batch.fileName} preview={preview} />,
      yes: t('file.run'),
    };
    if (await ask(question)) run.run();
  };
  return (
    <>
      {run.error && (
        <Notice tone="act" alert>
          {tell(run.error.words)}
        </Notice>
      )}
      <Button loading={run.busy} onClick={() => void start()}>
        {t('file.run')}
      </Button>
    </>
  );
}

/** Exactly what pressing the button writes, and what it does not. */
function Effect({ file, preview }: { file: string; preview: PreviewAnswer }) {
  const t = useWords(words);
  const what = sayWritten(preview.writes, t, false);
  const count = (action: 'change' | 'same' | 'ask' | 'leave') => sumOf(preview, action);
  return (
    <ul className={css.effect}>
      <li className={css.fileName}>{file}</li>
      {what && <li>{t('file.run_writes', { what })}</li>}
      {count('change') > 0 && <li>{t('file.run_changes', { count: count('change') })}</li>}
      {count('same') > 0 && <li>{t('file.run_same', { count: count('same') })}</li>}
      {count('ask') > 0 && <li>{t('file.run_waiting', { count: count('ask') })}</li>}
      {count('leave') > 0 && <li>{t('file.run_left', { count: count('leave') })}</li>}
      <li>{t('file.run_sure')}</li>
    </ul>
  );
}

function PutAside({ batch }: { batch: BatchAnswer }) {
  const t = useWords(words);
  const ask = useConfirm();
  const cancel = useAct<void, BatchAnswer>({ to: `/imports/${batch.id}/cancel`, refresh: ['/imports'] });
  const start = async () => {
    const text = (
      <>
        <p className={css.fileName}>{batch.fileName}</p>
        {t('file.cancel_text')}
      </>
    );
    if (await ask({ title: t('file.cancel_ask'), text, yes: t('file.cancel') })) cancel.run();
  };
  return (
    <Button variant="default" loading={cancel.busy} onClick={() => void start()}>
      {t('file.cancel')}
    </Button>
  );
}
