// Below an act: what was entered, why it was let through, corrected or withdrawn, what the cell contests, and the
// judgement that no longer carries it.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { ActView } from '../../../road/view.ts';
import { VerdictView } from '../../../road/pages/verdict/VerdictView.tsx';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { words } from '../words.ts';
import { actLines } from './act-lines.ts';
import css from './road.module.css';

export function ActBody({ act, speech }: { act: ActView; speech: Speech }) {
  const t = useWords(words);
  const reasons = [
    act.consentReason && t('acts.consent', { reason: act.consentReason }),
    act.reason &&
      t(act.state === 'withdrawn' ? 'acts.withdrawn_why' : 'acts.corrected_why', { reason: act.reason }),
    act.note && t('acts.note', { note: act.note }),
  ].filter(Boolean);
  return (
    <div className={css.act}>
      {reasons.map((reason) => (
        <p key={String(reason)} className={css.quiet}>
          {reason}
        </p>
      ))}
      <Entered act={act} speech={speech} />
      {act.contested && (
        <Notice tone="act" title={t('acts.contested')}>
          {t('acts.contested_by', {
            by: act.contested.by,
            at: formatInstant(act.contested.at),
            reason: act.contested.reason ?? '',
          })}
        </Notice>
      )}
      {act.rejudged && (
        <Notice tone="act" title={t('acts.rejudged')}>
          <VerdictView verdict={act.rejudged} here={act.step} bare onWayOut={() => {}} />
        </Notice>
      )}
    </div>
  );
}

function Entered({ act, speech }: { act: ActView; speech: Speech }) {
  const t = useWords(words);
  const tell = useTell();
  const lines = actLines(act, speech);
  if (lines.length === 0) return null;
  return (
    <details className={css.details}>
      <summary aria-label={t('acts.details_of', { step: tell(act.label) })}>{t('acts.details')}</summary>
      <KeyValue items={lines} />
    </details>
  );
}
