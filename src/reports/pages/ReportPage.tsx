// A report as it was sent: the sheet with what differs by now, its facts, and returning it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, To, useAddress, useGo, useParam } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { ReasonDialog } from '../../ui/field/ReasonDialog.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useSession } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { NowView, ReportView } from '../view.ts';
import { Checks } from './Checks.tsx';
import { ChildrenPart } from './ChildrenPart.tsx';
import { words } from './draft/words.ts';
import { Files } from './Files.tsx';
import { NowPart } from './NowPart.tsx';
import { Facts, Told } from './ReportFacts.tsx';
import css from './reports.module.css';
import { Sheet } from './sheet/Sheet.tsx';
import { words as listWords } from './words.ts';

export function ReportPage() {
  const id = useParam('id');
  const { words: address } = useAddress();
  const query = useRead<ReportView>(`/reports/${id}`, { params: { number: address.number ?? null } });
  return (
    <Loaded of={query} rows={14} page>
      {(report) => <Report key={`${report.id} ${report.number}`} report={report} />}
    </Loaded>
  );
}

function Report({ report }: { report: ReportView }) {
  const t = useWords(words);
  const tell = useTell();
  const { profile } = useSession();
  const { body, id, number, roundId, paper, signatory } = report;
  const params = { number };
  const now = useRead<NowView>(`/reports/${id}/now`, { params });
  return (
    <Page
      title={`${tell(body.form.title)} · ${tell(body.periodLabel)}`}
      purpose={t('report.purpose', {
        unit: body.unit.name,
        sent: formatDay(report.submittedOn),
        closed: formatDay(body.closesOn),
      })}
      help={[t('report.help1'), t('report.help2'), t('report.help3')]}
      back={{ href: '/reports?tab=archive', label: t('report.back') }}
      action={<Acts report={report} />}
      actions={<Files path={`/reports/${id}`} params={params} />}
    >
      <div className={`${css.told} no-print`}>
        <Told report={report} />
        {roundId && <RoundLink id={roundId} />}
      </div>
      <Sheet
        body={body}
        signed={{ number: paper.number, on: paper.on, ...signatory }}
        mark={profile === 'C' ? t('sheet.training') : null}
        now={now.data?.cells ?? []}
      />
      <div className="no-print">
        <Loaded of={now} rows={3}>
          {(view) => <NowPart view={view} />}
        </Loaded>
        <Checks checks={body.checks} />
        <ChildrenPart path={`/reports/${id}/children`} body={body} />
        <Facts report={report} />
      </div>
    </Page>
  );
}

/** For those who asked: back to who has sent and who has not. */
function RoundLink({ id }: { id: string }) {
  const t = useWords(words);
  const { can } = useSession();
  if (!can.includes('report.ask')) return null;
  return (
    <p>
      <To href={`/reports/rounds/${id}`}>{t('report.back_round')}</To>
    </p>
  );
}

function Acts({ report }: { report: ReportView }) {
  const t = useWords(words);
  const go = useGo();
  const [returning, setReturning] = useState(false);
  const { can, body, roundId } = report;
  const again = {
    unit: String(body.unit.id),
    form: body.form.id,
    period: body.period,
    closesOn: body.closesOn,
    round: roundId,
  };
  return (
    <>
      {can.includes('return') && (
        <Button variant="default" onClick={() => setReturning(true)}>
          {t('report.return')}
        </Button>
      )}
      {can.includes('submit_again') && (
        <Button onClick={() => go(hrefOf('/reports/draft', again))}>{t('report.send_again')}</Button>
      )}
      {returning && <ReturnDialog id={report.id} close={() => setReturning(false)} />}
    </>
  );
}

function ReturnDialog({ id, close }: { id: string; close: () => void }) {
  const t = useWords(words);
  const tList = useWords(listWords);
  const toast = useToast();
  return (
    <ReasonDialog
      title={t('report.return_title')}
      label={tList('round.why')}
      hint={tList('round.why_hint')}
      short={tList('round.why_short')}
      shortest={3}
      maxLength={300}
      submit={t('report.return')}
      draft={`report.return.${id}`}
      send={(reason, clientId) => send('POST', `/reports/${id}/return`, { clientId, reason })}
      refresh={['/reports', '/worklist']}
      done={() => toast(t('report.return_done'))}
      close={close}
    >
      <p>{t('report.return_text')}</p>
    </ReasonDialog>
  );
}
