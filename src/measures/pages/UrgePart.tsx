// Urging on the sheet of a unit: what was written to it and how it answered, what it is reminded of by itself, and – for
// a committee – writing to units behind pace.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { To } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice } from '../../ui/session.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { AutoView, UrgingsAnswer, UrgingView } from '../view.ts';
import type { PartProps } from '../../plans/pages/parts.tsx';
import { AutoLines, AutoRule } from './AutoPart.tsx';
import css from './measure.module.css';
import { UrgeDialog } from './UrgeDialog.tsx';
import { UrgingLine } from './UrgingLine.tsx';
import { words } from './words.ts';

export function UrgePart(about: PartProps) {
  const { unitId, period, figure, on } = about;
  const params = { unit: unitId, box: 'to', period };
  const { data } = useRead<UrgingsAnswer>('/urgings', { params, keep: true });
  const auto = useRead<AutoView>('/urgings/auto', {
    params: { unit: unitId },
    enabled: on === undefined,
  }).data;
  if (!data) return null;
  const writes = on === undefined && data.can.includes('urge');
  const items = data.items.filter(({ sentOn }) => on === undefined || sentOn <= on);
  const reminded = (auto?.items ?? []).filter((item) => figure === undefined || item.figure === figure);
  if (!writes && items.length === 0 && reminded.length === 0) return null;
  return <Urgings about={about} items={items} reminded={reminded} writes={writes} />;
}

interface UrgingsProps {
  about: PartProps;
  items: readonly UrgingView[];
  reminded: AutoView['items'];
  writes: boolean;
}

function Urgings({ about, items, reminded, writes }: UrgingsProps) {
  const t = useWords(words);
  const { unitId, period, figure, on } = about;
  const own = Number(useOffice()?.unitId) === unitId;
  return (
    <Panel
      title={t('urge.title')}
      second={t('urge.second')}
      action={writes && <Write about={{ unitId, period, figure }} />}
    >
      <AutoLines items={reminded} />
      {items.length === 0 && !own && <p className={css.nothing}>{t('urge.none')}</p>}
      <ul className={css.lines}>
        {items.map((item) => (
          <UrgingLine key={item.id} item={item} quiet={on !== undefined} />
        ))}
      </ul>
      <To href={`/urgings?unit=${unitId}`} className={css.link}>
        {t('urge.log')}
      </To>
      {writes && own && <AutoRule unitId={unitId} heading="h3" />}
    </Panel>
  );
}

function Write({ about }: { about: { unitId: number; period: string; figure: string | undefined } }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('urge.write')}
      </Button>
      {open && <UrgeDialog {...about} close={() => setOpen(false)} />}
    </>
  );
}
