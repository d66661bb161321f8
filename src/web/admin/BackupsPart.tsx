// When the last good copy was made, what went wrong since, and making one now.
import { Button, Stack } from '@mantine/core';
import { useAct } from '../../ui/act.ts';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatInstant, formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { useCan, useSession } from '../../ui/session.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { messages } from './messages.ts';

interface BackupRecord {
  file: string;
  createdAt: string;
  bytes: number;
  rows: number;
  program: string;
}
interface AdminState {
  backups: {
    lastGood: BackupRecord | null;
    failure: { at: string; message: string } | null;
    kept: BackupRecord[];
  };
}

export function BackupsPart() {
  const t = useWords(messages);
  const tell = useTell();
  const toast = useToast();
  const { version } = useSession();
  const runs = useCan('backup.run');
  const query = useRead<AdminState>('/admin/state');
  const make = useAct({
    to: '/admin/backups',
    refresh: ['/admin'],
    done: () => toast(t('admin.backup_made')),
  });
  return (
    <Stack>
      <p>{t('admin.backup_text')}</p>
      {make.error && (
        <Notice tone="act" alert>
          {tell(make.error.words)}
        </Notice>
      )}
      {runs && (
        <div>
          <Button loading={make.busy} onClick={() => make.run()}>
            {t('admin.backup_now')}
          </Button>
        </div>
      )}
      <Loaded of={query}>
        {({ backups }) => (
          <>
            {backups.failure && (
              <Notice tone="act" title={t('admin.backup_failed', { at: formatInstant(backups.failure.at) })}>
                {backups.failure.message}
              </Notice>
            )}
            <KeyValue
              items={[
                {
                  label: t('admin.last_good'),
                  value: formatInstant(backups.lastGood?.createdAt) || t('admin.no_backup'),
                },
                { label: t('admin.version'), value: version },
              ]}
            />
            <Copies copies={backups.kept} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Copies({ copies }: { copies: BackupRecord[] }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const size = (bytes: number) =>
    bytes < 1_048_576
      ? t('admin.kilobytes', { count: Math.ceil(bytes / 1024) })
      : t('admin.megabytes', { count: Math.round(bytes / 104_857.6) / 10 });
  return (
    <SmallTable
      name={t('admin.backups')}
      rows={copies}
      keyOf={({ file }) => file}
      columns={[
        {
          id: 'at',
          label: t('admin.backup_at'),
          cell: (one) => formatInstant(one.createdAt),
          second: (one) => one.file,
        },
        { id: 'size', label: t('admin.backup_size'), number: true, cell: (one) => size(one.bytes) },
        {
          id: 'rows',
          label: t('admin.backup_rows'),
          number: true,
          cell: (one) => formatNumber(one.rows, language),
        },
        { id: 'version', label: t('admin.backup_version'), cell: (one) => one.program },
      ]}
      empty={{ title: t('admin.no_backup'), text: t('admin.backup_text') }}
    />
  );
}
