// On the page of a unit: the marks of its place, and for a commune its villages with the cell in which each meets.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import type { UnitPartProps } from '../../org/pages/unit-parts.ts';
import { To, useOn } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { type Mark, marks } from '../area.ts';
import type { AreaView } from '../view.ts';
import css from './areas.module.css';
import { EndedMarks } from './Ended.tsx';
import { MarkForm, UnmarkForm } from './mark-forms.tsx';
import { Villages } from './Villages.tsx';
import { words } from './words.ts';

/** Whoever keeps a list of villages. */
const listing = new Set(['upper_base', 'base_organisation']);
const outside = new Set(['mass_organisation', 'political_centre']);

export function PlacePart({ unitId, kind }: UnitPartProps) {
  const { on, past } = useOn();
  const { data } = useRead<AreaView>(`/areas/${unitId}`, { params: past ? { on } : {}, keep: true });
  if (!data || outside.has(kind)) return null;
  const writes = !past && data.can.includes('unit.write');
  const { villages, marks: own, above, ended } = data;
  const gone = ended.marks.length + ended.villages.length;
  if (villages.length + own.length + above.length + gone === 0 && !writes) return null;
  const lists = listing.has(kind) && (writes || villages.length + ended.villages.length > 0);
  return (
    <>
      <Marks area={data} writes={writes} />
      {lists && <Villages area={data} writes={writes} />}
    </>
  );
}

function Marks({ area, writes }: { area: AreaView; writes: boolean }) {
  const t = useWords(words);
  const [form, setForm] = useState<'mark' | Mark | null>(null);
  const close = () => setForm(null);
  const add = writes && (
    <Button variant="default" onClick={() => setForm('mark')}>
      {t('part.add_mark')}
    </Button>
  );
  return (
    <Panel title={t('part.title')} action={add}>
      {area.marks.length + area.above.length === 0 && <p className={css.second}>{t('part.none')}</p>}
      <ul className={css.marks}>
        {area.marks.map((one) => (
          <OwnMark key={one.entry} one={one} drop={writes ? () => setForm(one.mark) : null} />
        ))}
        {area.above.map(({ mark, unitId, unitName }) => (
          <AboveMark key={`${mark} ${unitId}`} mark={mark} unitId={unitId} unitName={unitName} />
        ))}
      </ul>
      <EndedMarks area={area} writes={writes} />
      {form === 'mark' && <MarkForm area={area} close={close} />}
      {form !== null && form !== 'mark' && <UnmarkForm area={area} mark={form} close={close} />}
    </Panel>
  );
}

function OwnMark({ one, drop }: { one: AreaView['marks'][number]; drop: (() => void) | null }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const name = marks[one.mark][language];
  return (
    <li className={css.mark}>
      <strong>{name}</strong>
      <span className={css.second}>{t('part.since', { day: formatDay(one.from) })}</span>
      {one.document && <To href={`/documents/${one.document.id}`}>{one.document.label}</To>}
      {drop && (
        <Button size="compact-md" variant="default" aria-label={`${t('part.drop')}: ${name}`} onClick={drop}>
          {t('part.drop')}
        </Button>
      )}
    </li>
  );
}

function AboveMark({ mark, unitId, unitName }: AreaView['above'][number]) {
  const t = useWords(words);
  const { language } = useLanguage();
  return (
    <li className={css.mark}>
      <strong>{marks[mark][language]}</strong>
      <To href={`/units/${unitId}`}>{t('part.above', { unit: unitName })}</To>
    </li>
  );
}
