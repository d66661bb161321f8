// What has ended – a mark, a village – with the way to take that back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { addDays, formatDay } from '../../platform/day.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { marks, villageKinds } from '../area.ts';
import type { AreaView } from '../view.ts';
import css from './areas.module.css';
import { usePlaceForm } from './mark-forms.tsx';
import { words } from './words.ts';

interface EndedProps {
  area: AreaView;
  writes: boolean;
}
interface Gone {
  end: string;
  name: string;
  /** when it was there */
  said: string;
  /** what the button does, and its name for those who hear it */
  label: string;
  named: string;
  ask: string;
}

export function EndedMarks({ area, writes }: EndedProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const gone = area.ended.marks.map(({ mark, from, to, end }): Gone => {
    const name = marks[mark][language];
    return {
      end,
      name,
      said: t('part.ended_span', { from: formatDay(from), to: formatDay(addDays(to, -1)) }),
      label: t('part.back_end'),
      named: t('part.back_end_of', { name }),
      ask: t('form.back_end', { day: formatDay(from) }),
    };
  });
  return <EndedList title={t('part.ended')} gone={gone} area={area} writes={writes} />;
}

export function EndedVillages({ area, writes }: EndedProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const gone = area.ended.villages.map(
    ({ name, kind, to, end }): Gone => ({
      end,
      name,
      said: `${villageKinds[kind][language]} · ${t('part.gone_since', { day: formatDay(to) })}`,
      label: t('part.back_gone'),
      named: t('part.back_gone_of', { name }),
      ask: t('form.back_gone'),
    }),
  );
  return <EndedList title={t('part.villages_ended')} gone={gone} area={area} writes={writes} />;
}

function EndedList({ title, gone, area, writes }: EndedProps & { title: string; gone: readonly Gone[] }) {
  const [back, setBack] = useState<Gone | null>(null);
  if (gone.length === 0) return null;
  return (
    <div className={css.ended}>
      <h3>{title}</h3>
      <ul className={css.marks}>
        {gone.map((one) => (
          <li key={one.end} className={css.mark}>
            <span>{one.name}</span>
            <span className={css.second}>{one.said}</span>
            {writes && (
              <Button size="compact-md" variant="default" aria-label={one.named} onClick={() => setBack(one)}>
                {one.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {back && <BackDialog area={area} gone={back} close={() => setBack(null)} />}
    </div>
  );
}

function BackDialog({ area, gone, close }: { area: AreaView; gone: Gone; close: () => void }) {
  const form = usePlaceForm(
    { area, close },
    { initial: {}, to: () => 'withdraw', bodyOf: () => ({ entry: gone.end }) },
  );
  return (
    <Dialog title={`${gone.label} – ${gone.name}`} onClose={close}>
      <FormFrame form={form} submit={gone.label} cancel={close}>
        <p>{gone.ask}</p>
      </FormFrame>
    </Dialog>
  );
}
