// Open candidacies by stage, with the next step and the days that count; a group, never a person.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import type { OutlookGroup } from '../../outlook/view.ts';
import type { Say } from './said.ts';
import { words } from './words.ts';

export function Groups({ groups, on }: { groups: OutlookGroup[]; on: string }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <SmallTable
      name={t('groups')}
      rows={groups}
      keyOf={({ stage }) => stage}
      columns={columnsOf({ t, tell, on })}
      empty={{ title: t('groups_none') }}
    />
  );
}

interface Words {
  t: Say;
  tell: ReturnType<typeof useTell>;
  on: string;
}

const columnsOf = ({ t, tell, on }: Words): Column<OutlookGroup>[] => [
  {
    id: 'stage',
    label: t('group.stage'),
    cell: ({ label }) => tell(label),
    second: (group) => sayOut(group, t),
  },
  { id: 'cases', label: t('group.cases'), number: true, cell: ({ cases }) => cases },
  {
    id: 'next',
    label: t('group.next'),
    cell: ({ next }) => (next ? tell(next.label) : t('group.unknown')),
    second: ({ next }) => sayFrom(next?.earliestOn ?? null, on, t),
  },
  {
    id: 'earliest',
    label: t('group.earliest'),
    cell: ({ earliestOn }) => sayEarliest(earliestOn, on, t),
  },
  {
    id: 'usual',
    label: t('group.usual'),
    tight: true,
    cell: ({ usualDays }) =>
      usualDays === null ? t('group.unknown') : t('group.days', { count: usualDays }),
  },
];

const sayFrom = (day: string | null, on: string, t: Say): string | null =>
  day === null ? null : day <= on ? t('group.now') : t('group.from', { day: formatDay(day) });

/** Without a wait by the rules there is no day to tell: it depends on the steps alone. */
function sayEarliest(day: string | null, on: string, t: Say): string {
  if (day === null) return t('group.unknown');
  return day <= on ? t('group.no_wait') : formatDay(day);
}

function sayOut({ cases, able, paused }: OutlookGroup, t: Say): string | null {
  const late = cases - able - paused;
  const said = [
    ...(paused > 0 ? [t('group.paused', { count: paused })] : []),
    ...(late > 0 ? [t('group.late', { count: late })] : []),
  ];
  return said.length > 0 ? said.join(' · ') : null;
}
