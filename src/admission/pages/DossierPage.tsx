// One person's road: who, where on the road, what is next and by when – with the form right there – and beneath it
// everything that was recorded, the clocks, the papers and the people.
import { Stack } from '@mantine/core';
import { useParam } from '../../ui/address.tsx';
import { useErrand } from '../../ui/errand.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import { formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import { pausingStep } from '../../road/road.ts';
import type { DossierView } from '../../road/view.ts';
import { type Book, useBook } from '../../road/pages/book.ts';
import { FollowPanel } from './follow/FollowPanel.tsx';
import { followWords } from './follow/words.ts';
import { AsideMenus } from './road/AsideMenus.tsx';
import { ActsPanel } from './road/ActsPanel.tsx';
import { NextPanel } from './road/NextPanel.tsx';
import { PapersPanel } from './road/PapersPanel.tsx';
import { PeoplePanel } from './road/PeoplePanel.tsx';
import { RoadSteps } from './road/RoadSteps.tsx';
import { StepPanel } from './road/StepPanel.tsx';
import { useOpening } from './road/opening.ts';
import css from './road/road.module.css';
import { Who } from './road/Who.tsx';
import { sections } from './sections.ts';
import { TimePanel } from './time/TimePanel.tsx';
import { words } from './words.ts';

export function DossierPage() {
  const t = useWords(words);
  const id = useParam('id');
  const book = useBook();
  const query = useRead<DossierView>(`/dossiers/${id}`, { keep: true });
  if (query.data && book) return <Road key={id} dossier={query.data} book={book} />;
  return (
    <Page
      title={t('list.title')}
      purpose={t('page.purpose')}
      back={{ href: '/dossiers', label: t('page.back') }}
    >
      <Loaded of={query} rows={12} page>
        {() => <Waiting rows={12} />}
      </Loaded>
    </Page>
  );
}

function Road({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const opening = useOpening(dossier, book);
  const { back } = useErrand();
  const parts = { dossier, book, open: opening.open };
  return (
    <Page
      title={dossier.person.fullName}
      purpose={t('page.purpose')}
      help={[t('page.help1'), t('page.help2'), t('page.help3')]}
      asOf={formatDay(dossier.today)}
      back={back ?? { href: '/dossiers', label: t('page.back') }}
    >
      <Who dossier={dossier} book={book} />
      <RoadSteps dossier={dossier} book={book} />
      <Standing dossier={dossier} book={book} />
      {opening.opened ? (
        <StepPanel {...parts} opened={opening.opened} close={opening.close} />
      ) : (
        <NextPanel {...parts} />
      )}
      <TimePanel dossier={dossier} open={opening.open} />
      {sections().map(({ id, Part }) => (
        <Part key={id} dossier={dossier} />
      ))}
      <div className={css.parts}>
        <div>
          <FollowPanel dossier={dossier} open={opening.open} />
          <ActsPanel dossier={dossier} />
        </div>
        <div>
          <PapersPanel {...parts} />
          <PeoplePanel dossier={dossier} book={book} />
        </div>
      </div>
      <AsideMenus dossier={dossier} book={book} open={opening.open} />
    </Page>
  );
}

/** What the reader must know of the whole dossier before going on. */
function Standing({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  const { takenOver, facts } = dossier;
  return (
    <Stack gap="sm">
      <Closed dossier={dossier} book={book} />
      <Paused dossier={dossier} book={book} />
      {facts.recognisedOn && (
        <Notice tone="done">{t('page.recognised', { day: formatDay(facts.recognisedOn) })}</Notice>
      )}
      {takenOver && (
        <Notice>
          {t('page.taken_over', {
            day: formatDay(takenOver.on),
            stage: tell(book.stageLabel(takenOver.stage)),
            voucher: takenOver.voucher,
          })}
        </Notice>
      )}
    </Stack>
  );
}

/** Nobody is asked to follow the person for a while. */
function Paused({ dossier: { paused }, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(followWords);
  const tell = useTell();
  if (!paused) return null;
  const reasons = book.factOf(`${pausingStep}.reason`)?.codes ?? [];
  const reason = reasons.find(({ code }) => code === paused.reason)?.label;
  const words = { day: formatDay(paused.on), reason: reason ? tell(reason).toLocaleLowerCase('vi') : '…' };
  return (
    <Notice>
      {t('follow.paused', words)}{' '}
      {paused.expectedReturn && t('follow.expected', { day: formatDay(paused.expectedReturn) })}
    </Notice>
  );
}

/** The roll ended it: by which act. */
const endedAs = (closedAs: string): Message | undefined =>
  followWords[`ended.${closedAs}` as keyof typeof followWords];

/** Off the road: by which step, and when. */
function Closed({ dossier: { closedAs, closedOn }, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  if (!closedAs || closedAs === 'recognised') return null;
  const as = tell(endedAs(closedAs) ?? book.stepOf(closedAs)?.label ?? book.stageLabel('closed'));
  return (
    <Notice>{t(closedOn ? 'page.closed' : 'page.closed_plain', { day: formatDay(closedOn), as })}</Notice>
  );
}
