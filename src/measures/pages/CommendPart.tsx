// Units below of which a commendation may be considered: registered against done, quality beside it, what speaks
// against. In the order of the tree; no points, no rank.
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { sayCount } from '../../plans/amount.ts';
import type { CommendView } from '../view.ts';
import { sayMaybe } from '../../plans/pages/said.ts';
import { useFigureName } from './figures.ts';
import { words } from './words.ts';

interface Answer {
  items: CommendView[];
}

export function CommendPart({ unitId, year }: { unitId: number; year: number }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const name = useFigureName();
  const { data } = useRead<Answer>('/commendations', { params: { unit: unitId, year }, keep: true });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('commend.title')} second={t('commend.second')}>
      <SmallTable<CommendView>
        name={t('commend.title')}
        rows={data.items}
        keyOf={(row) => String(row.unitId)}
        href={(row) => `/plans/${row.unitId}/result?year=${year}`}
        columns={columnsOf({ t, name, language })}
        empty={{ title: t('commend.none') }}
      />
    </Panel>
  );
}

interface Saying {
  t: ReturnType<typeof useWords<typeof words>>;
  name: (id: string) => string;
  language: 'vi' | 'en';
}

const columnsOf = ({ t, name, language }: Saying) => [
  { id: 'name', label: t('commend.unit'), cell: (row: CommendView) => row.name },
  {
    id: 'kept',
    label: t('commend.kept'),
    cell: (row: CommendView) =>
      row.lines
        .map(({ figure, assigned, registered, done }) =>
          t('commend.pair', {
            figure: name(figure),
            assigned: sayMaybe(assigned, language),
            registered: sayMaybe(registered, language),
            done: sayCount(done, language),
          }),
        )
        .join(' · '),
  },
  {
    id: 'quality',
    label: t('commend.quality'),
    cell: ({ quality, measures }: CommendView) =>
      [
        quality && t('commend.women', { women: quality.women, count: quality.count }),
        measures.done + measures.dropped + measures.open > 0 &&
          t('result.measures_said', { done: measures.done, dropped: measures.dropped, open: measures.open }),
      ]
        .filter(Boolean)
        .join(' · '),
  },
  {
    id: 'view',
    label: t('commend.view'),
    cell: ({ worthy, remarks }: CommendView) => (
      <StatusMark tone={worthy ? 'done' : 'plain'}>
        {worthy ? t('commend.worthy') : remarks.map((remark) => t(`remark.${remark}`)).join('; ')}
      </StatusMark>
    ),
  },
];
