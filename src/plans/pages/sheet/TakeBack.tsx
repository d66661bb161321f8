// Takes one saying back, with its reason: what it had replaced stands again, and the log keeps both.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../../ui/api.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { ReasonDialog } from '../../../ui/field/ReasonDialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { words } from '../words.ts';

interface TakeBackProps {
  unitId: number;
  entry: string;
  /** What is taken back, as the list says it. */
  what: string;
}

export function TakeBack({ unitId, entry, what }: TakeBackProps) {
  const t = useWords(words);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" aria-label={`${t('back.do')}: ${what}`} onClick={() => setOpen(true)}>
        {t('back.do')}
      </Button>
      {open && (
        <ReasonDialog
          title={`${t('back.do')} – ${what}`}
          label={t('back.why')}
          hint={t('back.hint')}
          short={t('back.why_needed')}
          maxLength={300}
          submit={t('back.do')}
          send={(reason, clientId) =>
            send('POST', `/targets/${unitId}/${entry}/withdraw`, { clientId, reason })
          }
          refresh={['/plans', '/targets', '/outlook']}
          done={() => toast(t('back.done'))}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
