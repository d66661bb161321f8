// What one act on many people did: how many, and by name who was left as they were and why.
import { Button } from '@mantine/core';
import { useAct } from '../../../ui/act.ts';
import type { ApiError } from '../../../ui/api.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { DoneView } from '../../view.ts';
import css from '../classes.module.css';
import { words } from '../words.ts';

export type ManyAct = 'propose' | 'send' | 'enrol' | 'leave' | 'certificates';
export interface Said {
  act: ManyAct;
  done: DoneView;
}

const doneKeys = {
  propose: 'done.proposed',
  send: 'done.sent',
  enrol: 'done.enrolled',
  leave: 'done.left',
  certificates: 'done.certified',
} as const satisfies Record<ManyAct, keyof typeof words>;

/** One act on many; the outcome is told above the list. */
export function useMany(id: string, act: ManyAct, tell: (said: Said) => void) {
  const write = useAct<{ dossiers: string[] } & Record<string, unknown>, DoneView>({
    to: `/classes/${id}/${act}`,
    refresh: ['/classes', '/dossiers', '/waiting'],
    done: (done) => tell({ act, done }),
  });
  return { run: write.run, busy: write.busy, error: write.error };
}

/** The act did not reach the server, or was refused as a whole. */
export function Failed({ error }: { error: ApiError | null }) {
  const tell = useTell();
  if (!error) return null;
  return (
    <Notice tone="act" alert>
      {tell(error.words)}
    </Notice>
  );
}

export function Outcome({ said, close }: { said: Said; close: () => void }) {
  const t = useWords(words);
  const tell = useTell();
  const hide = (
    <Button variant="default" onClick={close}>
      {t('done.close')}
    </Button>
  );
  const { done, waiting, left } = said.done;
  return (
    <Notice tone={left.length > 0 ? 'note' : 'done'} alert action={hide}>
      {(done > 0 || left.length === 0) && <p>{t(doneKeys[said.act], { done })}</p>}
      {waiting > 0 && <p>{t('done.waiting', { waiting })}</p>}
      {left.length > 0 && (
        <>
          <p>{t('done.not', { count: left.length })}</p>
          <ul className={css.list}>
            {left.map(({ dossierId, fullName, why }) => (
              <li key={dossierId}>
                {fullName || t('done.somebody')}: {tell(why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
