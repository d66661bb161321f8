// On the page of a dossier: the hand-over that waits, those before, where the person works – and proposing one.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import type { DossierView } from '../../../road/view.ts';
import { To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useCan } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { AboutView, Destination, HandoverItem } from '../../view.ts';
import css from '../moving.module.css';
import { wordFor, words } from '../words.ts';
import { ProposeDialog } from './ProposeDialog.tsx';

export function MovePanel({ dossier }: { dossier: DossierView }) {
  const reads = useCan('handover.read');
  const wide = dossier.can.includes('dossier.read') && reads;
  const query = useRead<AboutView>(`/handovers/of/${dossier.id}`, { enabled: wide });
  if (!wide || !query.data) return null;
  return <About dossier={dossier} about={query.data} />;
}

function About({ dossier, about }: { dossier: DossierView; about: AboutView }) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const asked = address.handover;
  const open = (to: Destination | null) => set({ handover: to ? String(to.id) : 'new' });
  const proposes = about.can.includes('propose');
  const chosen = about.suggested.find(({ id }) => String(id) === asked) ?? null;
  return (
    <Panel
      title={t('panel.title')}
      second={t('panel.second')}
      action={
        proposes && (
          <Button variant="default" onClick={() => open(null)}>
            {t('panel.propose')}
          </Button>
        )
      }
    >
      {about.open && <Waiting open={about.open} />}
      {proposes && <AtWork about={about} open={open} />}
      {about.past.length > 0 && <Past past={about.past} />}
      {!about.open && about.past.length === 0 && <p className={css.quiet}>{t('panel.none')}</p>}
      {proposes && asked && (
        <ProposeDialog dossier={dossier} about={about} to={chosen} close={() => set({ handover: null })} />
      )}
    </Panel>
  );
}

function Waiting({ open }: { open: NonNullable<AboutView['open']> }) {
  const t = useWords(words);
  return (
    <Notice
      title={t('panel.waiting', { to: open.to.name, day: formatDay(open.proposedOn) })}
      action={<To href={`/handovers/${open.id}`}>{t('panel.see')}</To>}
    >
      {t(wordFor('rule', open.case))}
    </Notice>
  );
}

/** A likeness to look at; where the workplace has no organisation the person stays. */
function AtWork({ about, open }: { about: AboutView; open: (to: Destination | null) => void }) {
  const t = useWords(words);
  const { workplace, suggested, outside } = about;
  if (!workplace || !outside) return null;
  if (suggested.length === 0)
    return <Notice title={t('panel.work_none', { work: workplace })}>{t('panel.work_none_text')}</Notice>;
  return (
    <Notice
      title={t('panel.work', { work: workplace })}
      action={suggested.slice(0, 3).map((to) => (
        <Button key={to.id} variant="default" mb="xs" onClick={() => open(to)}>
          {t('panel.choose', { to: to.name })}
        </Button>
      ))}
    >
      {t('panel.work_text')}
    </Notice>
  );
}

function Past({ past }: { past: HandoverItem[] }) {
  const t = useWords(words);
  return (
    <ul className={css.lines}>
      {past.map((one) => (
        <li key={one.id} className={css.line}>
          <To href={`/handovers/${one.id}`}>{t('panel.past', { from: one.from.name, to: one.to.name })}</To>
          <span>
            <StatusMark tone={one.state === 'accepted' ? 'done' : 'ended'}>
              {t(wordFor('state', one.state))}
            </StatusMark>{' '}
            {formatDay(one.answeredOn ?? one.proposedOn)}
          </span>
        </li>
      ))}
    </ul>
  );
}
