// A workbook being read or written: how far, that it may be left alone, and a way to stop.
import { Button } from '@mantine/core';
import { useAct } from '../../ui/act.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { formatRatio } from '../../ui/numbers.ts';
import type { BatchAnswer } from '../batch/answers.ts';
import css from './imports.module.css';
import { words } from './words.ts';

const phases = ['reading', 'comparing', 'units', 'people', 'dossiers', 'offices'] as const;

const starting = { phase: 'starting', done: 0, total: 0 };

export function Working({ batch }: { batch: BatchAnswer }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const cancel = useAct<void, BatchAnswer>({ to: `/imports/${batch.id}/cancel`, refresh: ['/imports'] });
  const { phase, done, total } = batch.progress ?? starting;
  const doing = t(`work.${phases.find((one) => one === phase) ?? 'starting'}`);
  return (
    <div className={css.working} aria-busy="true">
      <p role="status" className={css.doing}>
        {cancel.result ? t('work.stopping') : doing}
      </p>
      {total > 0 && <p className={css.figures}>{formatRatio(done, total, language)}</p>}
      <progress aria-label={doing} max={1} value={total > 0 ? done / total : undefined} />
      <p className={css.second}>{t(batch.state === 'running' ? 'work.note_running' : 'work.note_reading')}</p>
      {batch.can.includes('cancel') && !cancel.result && (
        <Button variant="default" loading={cancel.busy} onClick={() => cancel.run()}>
          {t('work.stop')}
        </Button>
      )}
    </div>
  );
}
