// Urgings of a unit: written to it, written by it, within its branch – with receipts and answers; and what it is reminded
// of by itself.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { hrefOf, useUnit } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useListing } from '../../ui/list/listing.ts';
import { More } from '../../ui/list/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useOffice, useToday } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Failure } from '../../ui/show/Failure.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import type { AutoView, UrgingsAnswer, UrgingView } from '../view.ts';
import { AutoLines, AutoRule } from './AutoPart.tsx';
import css from './measure.module.css';
import { UrgeDialog } from './UrgeDialog.tsx';
import { UrgingLine } from './UrgingLine.tsx';
import { words } from './words.ts';

export function UrgingsPage() {
  const t = useWords(words);
  const chosen = useUnit();
  const own = useOffice()?.unitId;
  const unitId = Number(chosen ?? own ?? 0);
  if (unitId === 0) return <Empty page title={t('page.box_to_none')} />;
  return <Urgings key={unitId} unitId={unitId} />;
}

/** Written to the unit, or null while it is read; also says what the office may do here. */
const useReceived = (unitId: number): UrgingsAnswer | null =>
  useRead<UrgingsAnswer>('/urgings', { params: { unit: unitId, box: 'to', limit: 1 } }).data ?? null;

function Urgings({ unitId }: { unitId: number }) {
  const t = useWords(words);
  const received = useReceived(unitId);
  const auto = useRead<AutoView>('/urgings/auto', { params: { unit: unitId } }).data?.items ?? [];
  // A unit that proposes and urges nobody has only what was written to it.
  const [urges, proposes] = [useCan('plan.urge'), useCan('plan.propose')];
  const widely = urges || !proposes;
  const box = (id: 'to' | 'from' | 'branch') => ({
    id,
    label: t(`page.box_${id}`),
    content: <Box unitId={unitId} box={id} />,
  });
  return (
    <Page
      title={t('page.urgings_title')}
      purpose={t('page.urgings_purpose')}
      help={[t('page.urgings_help1'), t('page.urgings_help2'), t('page.urgings_help3')]}
      back={{ href: hrefOf(`/plans/${unitId}`, {}), label: t('page.targets') }}
      action={<Write unitId={unitId} />}
    >
      <AutoLines items={auto} />
      {widely
        ? received && <Tabs name={t('urge.log')} tabs={boxesFor(received).map(box)} />
        : box('to').content}
      <AutoRule unitId={unitId} heading="h2" />
    </Page>
  );
}

/** Nobody urges the unit at the top: it sees first what it wrote itself. */
const boxesFor = ({ items }: UrgingsAnswer) =>
  items.length > 0 ? (['to', 'from', 'branch'] as const) : (['from', 'branch', 'to'] as const);

function Write({ unitId }: { unitId: number }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const year = useToday().slice(0, 4);
  if (!useReceived(unitId)?.can.includes('urge')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('urge.write')}</Button>
      {open && <UrgeDialog unitId={unitId} period={year} close={() => setOpen(false)} />}
    </>
  );
}

function Box({ unitId, box }: { unitId: number; box: 'to' | 'from' | 'branch' }) {
  const t = useWords(words);
  const listing = useListing<UrgingView>({ path: '/urgings', params: { unit: unitId, box } });
  const { items, query } = listing;
  if (query.isPending) return <Waiting rows={5} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      {items.length === 0 && <p className={css.nothing}>{t(`page.box_${box}_none`)}</p>}
      <ul className={css.lines}>
        {items.map((item) => (
          <UrgingLine key={item.id} item={item} />
        ))}
      </ul>
      <More listing={listing} />
    </>
  );
}
