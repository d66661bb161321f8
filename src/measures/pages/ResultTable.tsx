// Assigned, registered, aimed at, done: one row a target.
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { formatShare } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { ResultLine } from '../view.ts';
import { sayCount } from '../../plans/amount.ts';
import { sayMaybe, tones } from '../../plans/pages/said.ts';
import { words as planWords } from '../../plans/pages/words.ts';
import { useFigureName } from './figures.ts';
import { words } from './words.ts';

interface Saying {
  t: ReturnType<typeof useWords<typeof words>>;
  say: ReturnType<typeof useWords<typeof planWords>>;
  name: (id: string) => string;
  language: 'vi' | 'en';
}

const columnsOf = ({ t, say, name, language }: Saying) => [
  { id: 'figure', label: t('result.figure'), cell: (line: ResultLine) => name(line.figure) },
  {
    id: 'assigned',
    label: t('result.assigned'),
    number: true,
    cell: (line: ResultLine) => sayMaybe(line.assigned, language),
  },
  {
    id: 'registered',
    label: t('result.registered'),
    number: true,
    cell: (line: ResultLine) => sayMaybe(line.registered, language),
  },
  {
    id: 'aim',
    label: t('result.aim'),
    number: true,
    cell: (line: ResultLine) => sayMaybe(line.aim, language),
  },
  {
    id: 'done',
    label: t('result.achieved'),
    number: true,
    cell: (line: ResultLine) => sayCount(line.done, language),
  },
  {
    id: 'status',
    label: t('result.state'),
    cell: ({ status, attainment: { progress } }: ResultLine) => (
      <StatusMark tone={tones[status]}>
        {[say(`status.${status}`), progress === null ? '' : formatShare(progress, language)]
          .filter(Boolean)
          .join(' · ')}
      </StatusMark>
    ),
  },
];

export function ResultTable({ name: title, lines }: { name: string; lines: readonly ResultLine[] }) {
  const t = useWords(words);
  const say = useWords(planWords);
  const { language } = useLanguage();
  const name = useFigureName();
  return (
    <SmallTable<ResultLine>
      name={title}
      rows={[...lines]}
      keyOf={({ figure }) => figure}
      columns={columnsOf({ t, say, name, language })}
      empty={{ title: t('result.none') }}
    />
  );
}
