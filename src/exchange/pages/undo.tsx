// Undoing an import: asked first, saying what ceases to stand; when later acts rest on it, which ones, and where.
import { useState } from 'react';
import { To } from '../../ui/address.tsx';
import { useAct } from '../../ui/act.ts';
import type { ApiError } from '../../ui/api.ts';
import { useConfirm } from '../../ui/Confirm.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { BatchAnswer, BatchItem } from '../batch/answers.ts';
import type { LaterTouch } from '../batch/touches.store.ts';
import css from './imports.module.css';
import { sayWritten } from './sentences.ts';
import { touched } from './watch.ts';
import { words } from './words.ts';

type Undone = Pick<BatchItem, 'id' | 'fileName' | 'counts'>;

export function useUndo() {
  const t = useWords(words);
  const ask = useConfirm();
  const toast = useToast();
  const [about, setAbout] = useState<Undone | null>(null);
  const act = useAct<Undone, BatchAnswer>({
    to: ({ id }) => `/imports/${id}/undo`,
    body: () => ({}),
    refresh: touched,
    done: () => toast(t('end.undone')),
  });
  const start = async (item: Undone) => {
    const what = sayWritten(item.counts ?? {}, t) || t('noun.nothing');
    const question = {
      title: t('undo.ask_short'),
      text: (
        <>
          <p className={css.fileName}>{item.fileName}</p>
          {t('undo.ask_text', { what })}
        </>
      ),
      yes: t('undo.short'),
    };
    if (!(await ask(question))) return;
    setAbout(item);
    act.run(item);
  };
  return { start, busy: act.busy, error: act.error, about };
}

interface Blocker {
  key: string;
  name: string;
  href: string | null;
  count: number;
  at: string;
}

/** One line for each person or unit, however many acts. */
export function blockersOf(touches: readonly LaterTouch[]): Blocker[] {
  const keyOf = ({ personId, unitId, stream }: LaterTouch) =>
    personId ? `/people/${personId}` : unitId ? `/units/${unitId}` : stream;
  return [...Map.groupBy(touches, keyOf)].map(([key, group]) => ({
    key,
    name: group.find(({ name }) => name)?.name ?? '',
    href: key.startsWith('/') ? key : null,
    count: group.length,
    at: group.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a > b ? a : b)),
  }));
}

const shownBlockers = 6;

export function UndoRefused({ error, file }: { error: ApiError; file: string }) {
  const t = useWords(words);
  const tell = useTell();
  const touches = error.code === 'exchange.undo_touched' ? (error.details as LaterTouch[]) : [];
  const blockers = blockersOf(touches);
  const others = blockers.slice(shownBlockers);
  return (
    <Notice tone="act" alert title={file ? `${file}: ${tell(error.words)}` : tell(error.words)}>
      {blockers.length > 0 && (
        <>
          <p>{t('undo.way')}</p>
          <Blockers blockers={blockers.slice(0, shownBlockers)} />
          {others.length > 0 && (
            <details className={css.many}>
              <summary>{t('undo.others', { count: others.length })}</summary>
              <Blockers blockers={others} />
            </details>
          )}
        </>
      )}
    </Notice>
  );
}

function Blockers({ blockers }: { blockers: Blocker[] }) {
  const t = useWords(words);
  return (
    <ul className={css.blockers}>
      {blockers.map(({ key, name, href, count, at }) => (
        <li key={key}>
          {href ? <To href={href}>{name}</To> : name || t('undo.office')}
          <span className={css.second}>{t('undo.touched', { count, at: formatInstant(at) })}</span>
        </li>
      ))}
    </ul>
  );
}
