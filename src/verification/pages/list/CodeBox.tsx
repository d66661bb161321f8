// From a reply on paper to its request: the short code of the letter.
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useGo } from '../../../ui/address.tsx';
import { ApiError, get } from '../../../ui/api.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import css from '../verification.module.css';
import { words } from '../words.ts';

export function CodeBox() {
  const t = useWords(words);
  const tell = useTell();
  const go = useGo();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (!code.trim() || busy) return;
    setBusy(true);
    setError(null);
    try {
      const { id } = await get<{ id: string }>(`/verifications/codes/${encodeURIComponent(code.trim())}`);
      go(`/verifications/${id}?do=answer`);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown.status === 404 ? t('code.none') : tell(thrown.words));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={`${css.code} no-print`} onSubmit={(event) => void open(event)}>
      <TextInput
        label={t('code.label')}
        placeholder={t('code.hint')}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        value={code}
        error={error}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy}>
        {t('code.open')}
      </Button>
    </form>
  );
}
