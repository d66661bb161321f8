// Somebody too young for the vote: the rule with its article and the day, and a reason for following the person already.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '../../ui/api.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { VerdictView } from '../../road/pages/verdict/VerdictView.tsx';
import { verdictOf } from '../../road/pages/step/Refusal.tsx';
import { firstStep } from '../../road/road.ts';
import css from './dossiers.module.css';
import { words } from './words.ts';

interface YoungNomineeProps {
  error: ApiError;
  busy: boolean;
  goOn: (way: { consent: { reason: string } }) => void;
}

const shortest = 5;

export function YoungNominee({ error, busy, goOn }: YoungNomineeProps) {
  const t = useWords(words);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const verdict = verdictOf(error);
  const short = reason.trim().length < shortest;
  const press = () => {
    setAsked(true);
    if (!short) goOn({ consent: { reason: reason.trim() } });
  };
  return (
    <>
      <Notice tone="act" title={t('young.title')} alert>
        <p>{t('young.text')}</p>
      </Notice>
      {verdict && <VerdictView verdict={verdict} here={firstStep} bare onWayOut={() => {}} />}
      <div className={css.group}>
        <Textarea
          label={t('young.reason')}
          maxLength={2000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && short ? t('young.short') : null}
        />
        <div>
          <Button variant="default" disabled={busy} onClick={press}>
            {t('young.go_on')}
          </Button>
        </div>
      </div>
    </>
  );
}
