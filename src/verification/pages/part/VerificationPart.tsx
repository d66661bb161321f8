// Verification on the page of a dossier: the order it must keep, whom the rule names, the two readings of an exemption,
// and every place asked – with the way to the next request.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { replyStep } from '../../../road/road.ts';
import type { DossierView } from '../../../road/view.ts';
import { hrefOf, To, useGo } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useCan } from '../../../ui/session.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { CaseView, OrderStep } from '../../view.ts';
import { Stand } from '../request/Stand.tsx';
import css from '../verification.module.css';
import { words } from '../words.ts';
import { Exemption } from './Exemption.tsx';
import { Kin } from './Kin.tsx';

/** From the permission to the vote of the cell verification is the matter; before and after only what there is. */
const during = new Set(['permitted', 'papers_ready', 'verifying', 'verified']);

export function VerificationPart({ dossier }: { dossier: DossierView }) {
  const reads = useCan('verification.read');
  const wanted = reads && (during.has(dossier.stage) || dossier.verifications.length > 0);
  const [names, setNames] = useState(false);
  const query = useRead<CaseView>(`/verifications/dossiers/${dossier.id}`, {
    params: { version: dossier.version, names },
    enabled: wanted,
    keep: true,
  });
  if (!wanted) return null;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return query.data ? <Part about={query.data} open={() => setNames(true)} /> : null;
}

function Part({ about, open: openNames }: { about: CaseView; open: () => void }) {
  const t = useWords(words);
  const go = useGo();
  const open = about.requests.filter(({ status }) => status === 'sent').length;
  const ask = (more: Record<string, string>) =>
    go(hrefOf('/verifications', { dossier: about.dossierId, ...more }));
  const maySend = about.can.includes('send');
  return (
    <Panel
      title={t('part.title')}
      {...(open > 0 ? { second: t('part.second', { open }) } : {})}
      {...(maySend
        ? {
            action: (
              <Button variant="default" onClick={() => ask({})}>
                {t('part.send')}
              </Button>
            ),
          }
        : {})}
    >
      <Order steps={about.order} />
      <Asked about={about} />
      {about.unclear && maySend && (
        <Notice
          action={
            <Button variant="default" onClick={() => ask({ police: '1' })}>
              {t('part.police')}
            </Button>
          }
        >
          {t('part.police_text')}
        </Notice>
      )}
      <Kin about={about} open={openNames} />
      <Exemption about={about} />
    </Panel>
  );
}

const tones = { done: 'done', now: 'wait', next: 'plain', out_of_order: 'act' } as const;

function Order({ steps }: { steps: OrderStep[] }) {
  const t = useWords(words);
  return (
    <ol className={css.order} aria-label={t('order.title')}>
      {steps.map(({ id, on, state }) => (
        <li key={id}>
          <StatusMark tone={tones[state]}>{t(`order.${id}`)}</StatusMark>
          <span className={css.quiet}>
            {[formatDay(on), state === 'out_of_order' && t('order.wrong')].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Asked({ about: { dossierId, requests, others } }: { about: CaseView }) {
  const t = useWords(words);
  return (
    <>
      {requests.length === 0 && others.length === 0 && <p className={css.quiet}>{t('part.none')}</p>}
      {requests.length > 0 && (
        <>
          <h3 className={css.head}>{t('list.name')}</h3>
          <ul className={css.list}>
            {requests.map((request) => (
              <li key={request.id} className={css.line}>
                <To href={`/verifications/${request.id}`} className={css.lineHead}>
                  {request.place}
                </To>
                <span className={css.quiet}>
                  {[
                    t('list.persons', { count: request.persons }),
                    formatDay(request.sentOn),
                    request.letter?.number && t('list.letter', { number: request.letter.number }),
                    request.officer?.name,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span>
                  <Stand request={request} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && <Others dossier={dossierId} others={others} />}
    </>
  );
}

/** Places asked without a request of this room: answered with the form of the dossier. */
function Others({ dossier, others }: { dossier: string; others: CaseView['others'] }) {
  const t = useWords(words);
  return (
    <>
      <h3 className={css.head}>{t('part.others')}</h3>
      <ul className={css.list}>
        {others.map(({ place, persons, sentOn, repliedOn, awaited }, index) => (
          <li key={`${place ?? index} ${sentOn}`} className={css.quiet}>
            {[
              place ?? t('part.place_unknown'),
              persons !== null && t('list.persons', { count: persons }),
              sentOn && t('part.other_sent', { sent: formatDay(sentOn) }),
              repliedOn && t('part.other_replied', { day: formatDay(repliedOn) }),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {awaited && (
              <To href={`/dossiers/${dossier}?step=${replyStep}`} className="no-print">
                {t('part.other_reply')}
              </To>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
