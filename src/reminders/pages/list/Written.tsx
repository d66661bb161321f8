// What a person wrote: from whom, the words, the document cited. Opening it is the receipt.
import { Button } from '@mantine/core';
import { To } from '../../../ui/address.tsx';
import type { ApiError } from '../../../ui/api.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { Notice } from '../../../ui/show/Notice.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { NoticeView } from '../../view.ts';
import css from '../reminders.module.css';
import { words } from '../words.ts';
import { From, Paper } from './Sender.tsx';
import { placeWords, workWords } from './said.ts';

interface WrittenProps {
  notice: NoticeView;
  sent: NonNullable<NoticeView['sent']>;
  open: { run: () => void; busy: boolean; error: ApiError | null };
}

export function Written({ notice, sent, open }: WrittenProps) {
  const t = useWords(words);
  const tell = useTell();
  const what = `${workWords(notice, tell)} – ${placeWords(notice)}`;
  if (notice.readAt === null)
    return (
      <div className={css.written}>
        <From sent={sent} />
        {open.error && (
          <Notice tone="act" alert>
            {tell(open.error.words)}
          </Notice>
        )}
        <p className={css.quiet}>{t('notice.awaited')}</p>
        <Button
          variant="default"
          loading={open.busy}
          aria-label={t('notice.see_named', { what })}
          onClick={() => open.run()}
        >
          {t('notice.see')}
        </Button>
      </div>
    );
  return (
    <div className={css.written}>
      <From sent={sent} />
      <blockquote className={css.text}>{sent.text ?? t('notice.sealed')}</blockquote>
      <Paper document={sent.document} />
      <StatusMark tone="done">{t('notice.receipt', { at: formatInstant(notice.readAt) })}</StatusMark>
      <p>
        <To href={notice.href} aria-label={t('notice.go_named', { what })}>
          {t('notice.go')}
        </To>
      </p>
    </div>
  );
}
