// After the rules changed: the stored time limits are made again behind the page; how far that is.
import { useEffect } from 'react';
import { useRead } from '../../../ui/query.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { RecomputeView } from '../../view.ts';
import { draftWords } from '../words/draft-words.ts';

const every = 1000;

export function Recomputing() {
  const t = useWords(draftWords);
  const { data, refetch } = useRead<RecomputeView>('/regulations/recompute');
  const running = data?.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void refetch({ cancelRefetch: false }), every);
    return () => clearInterval(timer);
  }, [running, refetch]);
  if (running)
    return (
      <div role="status">
        <Notice>{t('recompute.running', { done: data.done, total: data.total })}</Notice>
      </div>
    );
  return data?.state === 'failed' || data?.fault ? <Notice tone="act">{t('recompute.failed')}</Notice> : null;
}
