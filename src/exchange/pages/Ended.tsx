// How a workbook ended: not read and why, put aside, written, or undone – each with what can be done now.
import { Button } from '@mantine/core';
import { To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useCan } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { BatchAnswer } from '../batch/answers.ts';
import { useCorrection } from './correction.ts';
import css from './imports.module.css';
import { mayReadAgain, sayWritten } from './sentences.ts';
import { UndoRefused, useUndo } from './undo.tsx';
import { words } from './words.ts';

export function Failed({ batch }: { batch: BatchAnswer }) {
  const t = useWords(words);
  const tell = useTell();
  const correction = useCorrection(batch);
  const again = mayReadAgain(batch);
  const ways = (
    <div className={css.ways}>
      {again && (
        <Button loading={correction.busy} onClick={() => correction.run({})}>
          {t('end.again')}
        </Button>
      )}
      <OtherFile />
    </div>
  );
  return (
    <Notice tone="act" alert title={t(titleOf(batch))} action={ways}>
      {batch.failure && tell(batch.failure)}
      {correction.error && <p>{tell(correction.error.words)}</p>}
    </Notice>
  );
}

const writing = new Set(['exchange.failed', 'exchange.entered_meanwhile', 'exchange.recorded_meanwhile']);

function titleOf({ failure }: BatchAnswer) {
  if (failure?.code === 'exchange.interrupted') return 'end.interrupted';
  return writing.has(failure?.code ?? '') ? 'end.failed_writing' : 'end.failed_reading';
}

function OtherFile() {
  const t = useWords(words);
  return (
    <To href="/imports" className={css.way}>
      {t('end.other')}
    </To>
  );
}

export function Cancelled() {
  const t = useWords(words);
  return (
    <Notice title={t('end.cancelled')} action={<OtherFile />}>
      {t('end.cancelled_text')}
    </Notice>
  );
}

export function Undone({ batch }: { batch: BatchAnswer }) {
  const t = useWords(words);
  const at = formatInstant(batch.finishedAt);
  return (
    <Notice title={t('end.undone')} action={<OtherFile />}>
      {t('end.undone_text', { at })}
    </Notice>
  );
}

/** Where what was brought in can be looked at. */
function placesOf({ counts, preview }: BatchAnswer) {
  const members = preview?.counts.members;
  const places = [
    { href: '/people', word: 'end.see_people', count: (members?.create ?? 0) + (members?.change ?? 0) },
    { href: '/dossiers', word: 'end.see_dossiers', count: counts?.dossiers ?? 0 },
    { href: '/units', word: 'end.see_units', count: counts?.units ?? 0 },
  ] as const;
  return places.filter(({ count }) => count > 0);
}

export function Done({ batch }: { batch: BatchAnswer }) {
  const t = useWords(words);
  const what = sayWritten(batch.counts ?? {}, t) || t('noun.nothing');
  const at = formatInstant(batch.finishedAt);
  const links = placesOf(batch);
  return (
    <>
      <Notice
        tone="done"
        title={t('end.done')}
        action={
          links.length > 0 && (
            <div className={css.ways}>
              {links.map(({ href, word }) => (
                <To key={href} href={href} className={css.way}>
                  {t(word)}
                </To>
              ))}
            </div>
          )
        }
      >
        {t('end.done_text', { what })} {t('end.done_at', { at })}
      </Notice>
      {batch.can.includes('undo') && <Undo batch={batch} />}
    </>
  );
}

function Undo({ batch }: { batch: BatchAnswer }) {
  const t = useWords(words);
  const undo = useUndo();
  if (!useCan('import.undo')) return null;
  return (
    <Panel
      title={t('undo.title')}
      second={t('undo.text')}
      action={
        <Button variant="default" loading={undo.busy} onClick={() => void undo.start(batch)}>
          {t('undo.short')}
        </Button>
      }
    >
      {undo.error && <UndoRefused error={undo.error} file="" />}
    </Panel>
  );
}
