// What became of the introductions of a year: by unit, so that much returned is seen, and by the body that introduced.
import { useBook } from '../../../road/pages/book.ts';
import { useUnit } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatNumber, formatRatio, formatShare } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { RateAnswer } from '../../view.ts';
import { words } from '../words.ts';
import { useYear } from '../year.ts';
import { codeWord } from './codes.ts';

type Unit = RateAnswer['items'][number];
type Body = RateAnswer['bodies'][number];

export function Rates() {
  const year = useYear();
  const unit = useUnit();
  const query = useRead<RateAnswer>('/nominations/rates', { params: { year, unit }, keep: true });
  return (
    <Loaded of={query} rows={4}>
      {(data) => <Tables answer={data} />}
    </Loaded>
  );
}

function Tables({ answer }: { answer: RateAnswer }) {
  const t = useWords(words);
  const year = String(answer.year);
  const units = useUnitColumns();
  const bodies = useBodyColumns();
  const { part, whole } = answer.beyondYouth;
  const empty = { title: t('rates.none') };
  return (
    <>
      <Panel title={t('rates.title', { year })} second={t('rates.second')}>
        <SmallTable<Unit>
          name={t('rates.title', { year })}
          rows={answer.items}
          keyOf={(row) => String(row.unitId)}
          columns={units}
          empty={empty}
        />
      </Panel>
      <Panel title={t('bodies.title', { year })} second={t('bodies.second')}>
        <SmallTable<Body>
          name={t('bodies.title', { year })}
          rows={answer.bodies}
          keyOf={(row) => row.kind}
          columns={bodies}
          empty={empty}
        />
        {whole > 0 && <p>{t('bodies.beyond', { ratio: formatRatio(part, whole) })}</p>}
      </Panel>
    </>
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;
const shareOf = (row: Pick<Unit, 'share'>, t: Say): string =>
  row.share === null ? t('rates.none_answered') : formatShare(row.share);

const numbers = (t: Say): Column<Unit & Body>[] => [
  {
    id: 'introduced',
    label: t('rates.introduced'),
    number: true,
    cell: (row) => formatNumber(row.introduced),
  },
  { id: 'waiting', label: t('rates.waiting'), number: true, cell: (row) => formatNumber(row.waiting) },
  { id: 'accepted', label: t('rates.accepted'), number: true, cell: (row) => formatNumber(row.accepted) },
  { id: 'returned', label: t('rates.returned'), number: true, cell: (row) => formatNumber(row.returned) },
  { id: 'share', label: t('rates.share'), number: true, tight: true, cell: (row) => shareOf(row, t) },
];

function useUnitColumns(): Column<Unit>[] {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  const reasons = (row: Unit) =>
    Object.entries(row.reasons)
      .map(([code, count]) =>
        t('rates.reason', { reason: tell(codeWord(book, 'answer_nomination', 'reason', code)), count }),
      )
      .join(', ');
  return [
    { id: 'unit', label: t('survey.unit'), cell: (row) => row.unitName, second: reasons, width: '34%' },
    ...(numbers(t) as Column<Unit>[]),
  ];
}

function useBodyColumns(): Column<Body>[] {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  return [
    {
      id: 'kind',
      label: t('bodies.kind'),
      cell: (row) => tell(codeWord(book, 'nominate', 'proposerKind', row.kind)),
      width: '30%',
    },
    ...(numbers(t) as Column<Body>[]),
    { id: 'admitted', label: t('bodies.admitted'), number: true, cell: (row) => formatNumber(row.admitted) },
  ];
}
