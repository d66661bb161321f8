// What is to be known of a report beside its numbers: whether it was returned or late, who signed, by which rules it was
// counted, how often it was sent.
import { formatDay } from '../../platform/day.ts';
import { stateLabels } from '../../difficulties/words.ts';
import { hrefOf, To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { TimeLine } from '../../ui/show/TimeLine.tsx';
import type { ReportView } from '../view.ts';
import { words } from './draft/words.ts';
import { words as listWords } from './words.ts';

export function Told({ report }: { report: ReportView }) {
  const t = useWords(words);
  const tList = useWords(listWords);
  const { returned, lateDays, dueOn, body, number, submissions, id } = report;
  return (
    <>
      {number < submissions.length && (
        <Notice action={<To href={`/reports/${id}`}>{t('report.newest')}</To>}>
          {t('report.old', { number })}
        </Notice>
      )}
      {returned && (
        <Notice tone="act" title={t('report.returned')}>
          {t('report.returned_text', {
            unit: returned.unitName,
            by: returned.by,
            day: formatDay(returned.on),
            reason: returned.reason,
          })}
        </Notice>
      )}
      {lateDays !== null && dueOn && (
        <Notice tone="act">{t('report.late', { count: lateDays, day: formatDay(dueOn) })}</Notice>
      )}
      {body.form.example && <Notice>{tList('state.example_text')}</Notice>}
    </>
  );
}

export function Facts({ report }: { report: ReportView }) {
  const t = useWords(words);
  const { paper, signatory, submittedAt, submittedBy, body, dueOn, submissions } = report;
  const { capacity, title, name } = signatory;
  return (
    <>
      <Panel title={t('report.facts')}>
        <KeyValue
          items={[
            { label: t('report.signed'), value: [capacity, title, name].filter(Boolean).join(', ') },
            {
              label: t('report.number'),
              value: `${paper.number ?? t('report.no_number')} · ${formatDay(paper.on)}`,
            },
            {
              label: t('report.sent'),
              value: t('report.sent_by', { at: formatInstant(submittedAt), who: submittedBy }),
            },
            { label: t('report.due'), value: dueOn ? formatDay(dueOn) : t('report.no_due') },
            { label: t('report.rules'), value: body.ruleSet },
            { label: t('report.tree'), value: t('report.tree_count', { count: body.units }) },
          ]}
        />
      </Panel>
      <Difficulties report={report} />
      {submissions.length > 1 && <Submissions report={report} />}
    </>
  );
}

function Difficulties({ report: { difficulties, body } }: { report: ReportView }) {
  const t = useWords(words);
  const tell = useTell();
  if (difficulties.length === 0) return null;
  const href = hrefOf('/difficulties', { unit: String(body.unit.id), box: 'below' });
  return (
    <Panel title={t('report.difficulties')}>
      <ul>
        {difficulties.map(({ id, words: said, state }) => (
          <li key={id}>
            <To href={`${href}#${id}`}>{firstWords(said)}</To>
            {` · ${tell(stateLabels[state])}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Enough to know it again. */
const firstWords = (said: string): string => (said.length <= 120 ? said : `${said.slice(0, 118).trimEnd()}…`);

function Submissions({ report: { id, number: shown, submissions } }: { report: ReportView }) {
  const t = useWords(words);
  return (
    <Panel title={t('report.times')}>
      <TimeLine
        name={t('report.times')}
        items={submissions.map(({ number, on, returnedOn, reason }) => ({
          id: String(number),
          on: formatDay(on),
          title:
            number === shown ? (
              `${t('report.time', { number, day: formatDay(on) })} (${t('report.time_now')})`
            ) : (
              <To href={hrefOf(`/reports/${id}`, { number: String(number) })}>
                {t('report.time', { number, day: formatDay(on) })}
              </To>
            ),
          second:
            returnedOn && t('report.time_returned', { day: formatDay(returnedOn), reason: reason ?? '' }),
        }))}
      />
    </Panel>
  );
}
