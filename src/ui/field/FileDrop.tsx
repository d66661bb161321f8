// Takes a file, by choosing or dropping, and sends it with progress and a way to stop.
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { ApiError } from '../api.ts';
import { useLanguage, useTell, useWords } from '../i18n.tsx';
import { newId } from '../ids.ts';
import { messages } from '../messages.ts';
import { formatShare } from '../numbers.ts';
import { Notice } from '../show/Notice.tsx';
import css from './FileDrop.module.css';
import { isAccepted, type Upload, upload } from './upload.ts';

interface FileDropProps<Out> {
  label: string;
  description?: string;
  /** Endings accepted, as in '.xlsx,.csv'. */
  accept: string;
  path: string;
  /** Sent beside the file. */
  fields?: Record<string, string>;
  done: (out: Out) => void;
}
interface Sending {
  name: string;
  share: number;
}

export function FileDrop<Out>({ label, description, accept, path, fields = {}, done }: FileDropProps<Out>) {
  const t = useWords(messages);
  const tell = useTell();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const current = useRef<Upload<Out> | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  const take = async (file: File | undefined) => {
    if (!file || current.current) return;
    if (!isAccepted(file.name, accept)) return setProblem(t('ui.file_kind', { name: file.name, accept }));
    setProblem(null);
    setSending({ name: file.name, share: 0 });
    current.current = upload<Out>(path, contentOf(file, fields), (share) =>
      setSending({ name: file.name, share }),
    );
    const out = await current.current.result.catch((error: unknown) => {
      setProblem(error instanceof ApiError ? tell(error.words) : tell(messages['ui.unexpected']));
      return undefined;
    });
    current.current = null;
    setSending(null);
    if (input.current) input.current.value = '';
    if (out === null) setProblem(t('ui.file_stopped'));
    else if (out !== undefined) done(out);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={css.place}
      data-over={over}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {description && <p className={css.description}>{description}</p>}
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        className={css.input}
        tabIndex={-1}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      {sending ? (
        <Progress sending={sending} stop={() => current.current?.stop()} />
      ) : (
        <div className={css.choose}>
          <Button
            variant="default"
            leftSection={<IconFileUpload size={20} aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {t('ui.file_choose')}
          </Button>
          <span className={css.description}>{t('ui.file_drop')}</span>
        </div>
      )}
      {problem && (
        <Notice tone="act" alert>
          {problem}
        </Notice>
      )}
    </div>
  );
}

function contentOf(file: File, fields: Record<string, string>): FormData {
  const content = new FormData();
  // Fields stand before the file, so that the server knows them when it starts to read.
  for (const [name, value] of Object.entries({ clientId: newId(), ...fields })) content.append(name, value);
  content.append('file', file);
  return content;
}

function Progress({ sending, stop }: { sending: Sending; stop: () => void }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const share = formatShare(sending.share, language);
  const words = t(sending.share < 1 ? 'ui.file_sending' : 'ui.file_reading', { name: sending.name, share });
  return (
    <div className={css.progress}>
      <p role="status">{words}</p>
      <progress aria-label={words} max={1} value={sending.share < 1 ? sending.share : undefined} />
      <Button variant="default" onClick={stop}>
        {t('ui.file_stop')}
      </Button>
    </div>
  );
}
