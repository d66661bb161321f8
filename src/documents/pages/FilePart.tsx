// The file of a document: taking it, bringing one, taking it off.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { apiHref } from '../../ui/api.ts';
import { useAct } from '../../ui/act.ts';
import { useConfirm } from '../../ui/Confirm.tsx';
import { FileDrop } from '../../ui/field/FileDrop.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { useRefresh } from '../../ui/query.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { DocumentView } from '../view.ts';
import css from './documents.module.css';
import { sizeOf } from './said.ts';
import { words } from './words.ts';

const kinds = { pdf: 'PDF', docx: 'Word', jpg: 'JPG', png: 'PNG' };

export function FilePart({ document }: { document: DocumentView }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const toast = useToast();
  const refresh = useRefresh();
  const { id, file, can, version } = document;
  const writes = can.includes('file');
  return (
    <Panel title={t('one.file')} second={file ? t('one.file_logged') : t('one.file_none')}>
      {file && (
        <div className={css.actions}>
          <Button
            component="a"
            href={apiHref(`/documents/${id}/file`)}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('one.file_open', { kind: kinds[file.media], size: sizeOf(file.size, language) })}
          </Button>
          {writes && <Remove document={document} />}
        </div>
      )}
      {writes && (
        <FileDrop
          // A file that was taken makes another version; the next one is sent on that.
          key={version}
          label={t(file ? 'one.file_change' : 'one.file_add')}
          description={t('one.file_hint')}
          accept=".pdf,.docx,.jpg,.jpeg,.png"
          path={`/documents/${id}/file`}
          fields={{ version: String(version) }}
          done={() => {
            toast(t('one.file_done'));
            void refresh('/documents');
          }}
        />
      )}
    </Panel>
  );
}

function Remove({ document: { id, version } }: { document: DocumentView }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const ask = useConfirm();
  const remove = useAct<{ version: number }>({
    to: () => `/documents/${id}/file/remove`,
    body: (input) => input,
    refresh: ['/documents'],
    done: () => toast(t('one.done')),
  });
  const press = async () => {
    const question = { title: t('one.file_remove'), text: t('one.file_remove_ask') };
    if (await ask({ ...question, yes: t('one.file_remove') })) void remove.run({ version });
  };
  return (
    <>
      <Button variant="default" loading={remove.busy} onClick={() => void press()}>
        {t('one.file_remove')}
      </Button>
      {remove.error && (
        <Notice tone="act" alert>
          {tell(remove.error.words)}
        </Notice>
      )}
    </>
  );
}
