// What was remarked while reading, the gravest first: each remark once with the places it holds for, and before → after
// where something was written another way.
import { useState } from 'react';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Shape, type Tone } from '../../ui/show/Shape.tsx';
import type { BatchAnswer, IssueAnswer, RemarkAnswer } from '../batch/answers.ts';
import css from './imports.module.css';
import { Pager } from './Pager.tsx';
import type { PreviewProps } from './Preview.tsx';
import { words } from './words.ts';

const severities = ['error', 'warning', 'notice'] as const;
const tones: Record<IssueAnswer['severity'], Tone> = { error: 'act', warning: 'unsure', notice: 'plain' };

export function Remarks({ batch, preview }: PreviewProps) {
  const t = useWords(words);
  const { remarks, issueCounts } = preview;
  const all = issueCounts.error + issueCounts.warning + issueCounts.notice;
  const kept = remarks.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <Empty title={t('remark.none')} text={t('remark.none_text')} />;
  return (
    <>
      {kept < all && <p className={css.way_in}>{t('remark.kept', { all, kept })}</p>}
      {severities.map((severity) => {
        const here = remarks.filter((remark) => remark.severity === severity);
        return (
          here.length > 0 && <Severity key={severity} batch={batch} remarks={here} severity={severity} />
        );
      })}
    </>
  );
}

interface SeverityProps {
  batch: BatchAnswer;
  remarks: RemarkAnswer[];
  severity: IssueAnswer['severity'];
}

function Severity({ batch, remarks, severity }: SeverityProps) {
  const t = useWords(words);
  const count = remarks.reduce((sum, remark) => sum + remark.count, 0);
  return (
    <section className={css.severity}>
      <h2>
        <Shape tone={tones[severity]} /> {t(`remark.${severity}`)} ({t('remark.count', { count })})
      </h2>
      <p className={css.second}>{t(`remark.${severity}_way`)}</p>
      <ul className={css.remarks}>
        {remarks
          .toSorted((a, b) => b.count - a.count)
          .map((remark) => (
            <li key={remark.code}>
              {remark.count === 1 ? <One issue={remark.first} /> : <Many batch={batch} remark={remark} />}
            </li>
          ))}
      </ul>
    </section>
  );
}

function One({ issue, brief }: { issue: IssueAnswer; brief?: boolean }) {
  const tell = useTell();
  return (
    <p className={css.remark}>
      {issue.place && <span className={css.place}>{issue.place}</span>}
      {!brief && <span>{tell(issue.message)}</span>}
      <Change change={issue.change} />
    </p>
  );
}

function Change({ change }: Pick<IssueAnswer, 'change'>) {
  const t = useWords(words);
  if (!change) return null;
  return (
    <span className={css.change}>
      <span className={css.aloud}>{t('remark.before')}</span>
      <span className={css.before}>{change.before}</span>
      <span aria-hidden> → </span>
      <span className={css.aloud}>{t('remark.after')}</span>
      <span>{change.after}</span>
    </span>
  );
}

/** Opened, it lists every place; closed, it says the first and how many. */
function Many({ batch, remark }: { batch: BatchAnswer; remark: RemarkAnswer }) {
  const t = useWords(words);
  const tell = useTell();
  // What keeps a line out is shown without asking.
  const [open, setOpen] = useState(remark.severity === 'error');
  return (
    <details className={css.many} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {tell(remark.first.message)} <strong>{t('remark.count', { count: remark.count })}</strong>
      </summary>
      {open && <Places batch={batch} remark={remark} />}
    </details>
  );
}

function Places({ batch, remark }: { batch: BatchAnswer; remark: RemarkAnswer }) {
  const [from, setFrom] = useState(0);
  const params = { code: remark.code, issuesFrom: from || null };
  const query = useRead<BatchAnswer>(`/imports/${batch.id}`, { params, keep: true });
  return (
    <Loaded of={query} rows={3}>
      {({ preview }) =>
        preview && (
          <>
            <ul>
              {preview.issues.map((issue, index) => (
                <li key={`${issue.place} ${from + index}`}>
                  <One issue={issue} brief={issue.message.vi === remark.first.message.vi} />
                </li>
              ))}
            </ul>
            <Pager from={from} shown={preview.issues.length} found={preview.issuesTotal} go={setFrom} />
          </>
        )
      }
    </Loaded>
  );
}
