// How long each place takes to answer, and what each officer has in hand.
import { Text } from '@mantine/core';
import { useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { Figures } from '../../view.ts';
import { words } from '../words.ts';

type Words = ReturnType<typeof useWords<typeof words>>;
type Destination = Figures['destinations'][number];
type Officer = Figures['officers'][number];

export function FiguresPart() {
  const t = useWords(words);
  const unit = useUnit();
  const query = useRead<Figures>('/verifications/figures', { params: { unit }, keep: true });
  const empty = { title: t('figures.none') };
  return (
    <Loaded of={query} rows={10}>
      {({ destinations, further, officers }) => (
        <>
          <Panel title={t('figures.destinations')} second={t('figures.destinations_second')}>
            <SmallTable<Destination>
              name={t('figures.destinations')}
              rows={destinations}
              keyOf={({ place }) => place}
              columns={destinationColumns(t)}
              empty={empty}
            />
            {further > 0 && (
              <Text size="sm" c="dimmed" mt="xs">
                {t('figures.further', { count: formatNumber(further) })}
              </Text>
            )}
          </Panel>
          <Panel title={t('figures.officers')}>
            <SmallTable<Officer>
              name={t('figures.officers')}
              rows={officers}
              keyOf={({ id }) => id ?? ''}
              columns={officerColumns(t)}
              empty={empty}
            />
          </Panel>
        </>
      )}
    </Loaded>
  );
}

const counted = (days: number | null) => (days === null ? '–' : formatNumber(days));

function destinationColumns(t: Words): Column<Destination>[] {
  return [
    { id: 'place', label: t('list.place'), cell: ({ place }) => place, width: '40%' },
    { id: 'sent', label: t('figures.sent'), cell: ({ sent }) => formatNumber(sent), number: true },
    { id: 'open', label: t('figures.open'), cell: ({ open }) => formatNumber(open), number: true },
    {
      id: 'overdue',
      label: t('figures.overdue'),
      cell: ({ overdue }) => formatNumber(overdue),
      number: true,
    },
    { id: 'median', label: t('figures.median'), cell: ({ median }) => counted(median), number: true },
  ];
}

function officerColumns(t: Words): Column<Officer>[] {
  return [
    { id: 'name', label: t('list.officer'), cell: ({ name }) => name ?? t('figures.nobody'), width: '40%' },
    { id: 'open', label: t('figures.open'), cell: ({ open }) => formatNumber(open), number: true },
    {
      id: 'overdue',
      label: t('figures.overdue'),
      cell: ({ overdue }) => formatNumber(overdue),
      number: true,
    },
    {
      id: 'answered',
      label: t('figures.answered'),
      cell: ({ answered }) => formatNumber(answered),
      number: true,
    },
    { id: 'longest', label: t('figures.longest'), cell: ({ longest }) => counted(longest), number: true },
  ];
}
