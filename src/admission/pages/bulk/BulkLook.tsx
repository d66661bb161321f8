// What would become of each dossier, before anything is written: for whom it is recorded, for whom not and why.
import { Button, Group, Stack } from '@mantine/core';
import { useAct } from '../../../ui/act.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { BulkBody, BulkDone, BulkItem, BulkPreviewBody } from '../../../road/bulk-view.ts';
import { writeBody } from './bulk.ts';
import css from './bulk.module.css';
import { bulkWords } from './words.ts';

interface BulkLookProps {
  bulk: string;
  asked: BulkPreviewBody;
  items: BulkItem[];
  /** how many were chosen; those out of reach are not among the items */
  chosen: number;
  change: () => void;
  onWritten: (done: BulkDone) => void;
}

export function BulkLook({ bulk, asked, items, chosen, change, onWritten }: BulkLookProps) {
  const t = useWords(bulkWords);
  const tell = useTell();
  const good = items.filter(({ why }) => why === null);
  const bad = items.filter(({ why }) => why !== null);
  const gone = chosen - items.length;
  const write = useAct<BulkBody, BulkDone>({
    to: '/dossiers/bulk',
    refresh: ['/dossiers', '/people', '/worklist', '/waiting'],
    done: onWritten,
  });
  return (
    <Stack gap="md" role="region" aria-label={t('bulk.look_title')}>
      <div role="status">
        <h3 className={css.head}>{t('bulk.look_title')}</h3>
      </div>
      {good.length > 0 && (
        <div>
          <p className={css.count}>{t('bulk.will', { count: good.length })}</p>
          <p className={css.names}>{good.map(({ name }) => name).join(' · ')}</p>
        </div>
      )}
      {bad.length > 0 && (
        <div>
          <p className={css.count}>{t('bulk.will_not', { count: bad.length })}</p>
          <LeftOut items={bad} />
        </div>
      )}
      {gone > 0 && <p className={css.count}>{t('bulk.gone', { count: gone })}</p>}
      {write.error && (
        <Notice tone="act" alert>
          {tell(write.error.words)}
        </Notice>
      )}
      <Group gap="sm">
        {good.length > 0 && (
          <Button loading={write.busy} onClick={() => write.run(writeBody(bulk, asked, items))}>
            {t('bulk.write', { count: good.length })}
          </Button>
        )}
        <Button variant="default" onClick={change}>
          {t('bulk.change')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Each with its name and what speaks against it. */
export function LeftOut({ items }: { items: readonly BulkItem[] }) {
  const tell = useTell();
  return (
    <ul className={css.left}>
      {items.map(({ id, name, why }) => (
        <li key={id}>
          <strong>{name}</strong>
          {why && <span>{tell(why)}</span>}
        </li>
      ))}
    </ul>
  );
}
