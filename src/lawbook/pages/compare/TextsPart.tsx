// Which texts held on each of the two days, side by side.
import { type Day, formatDay } from '../../../platform/day.ts';
import type { Document, Regulations } from '../../../rules/index.ts';
import { To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { documentHref, DocumentKnown } from '../chain/Bands.tsx';
import { type BandKind, bandKinds, standingOn } from '../chain/chain.ts';
import { chainWords } from '../words/chain-words.ts';
import { compareWords } from '../words/compare-words.ts';

interface TextsProps {
  law: Regulations;
  from: Day;
  to: Day;
}
interface Line {
  kind: BandKind;
  before: Document[];
  after: Document[];
}

export function TextsPart({ law, from, to }: TextsProps) {
  const t = useWords(compareWords);
  const tc = useWords(chainWords);
  const held = (kind: BandKind, on: Day) =>
    law.documents.filter((one) => one.kind === kind && standingOn(one, on) === 'holds');
  const rows = bandKinds.map((kind) => ({ kind, before: held(kind, from), after: held(kind, to) }));
  const columns: Column<Line>[] = [
    { id: 'kind', label: t('compare.kind'), cell: ({ kind }: Line) => tc(`reg.band.${kind}`) },
    {
      id: 'before',
      label: t('compare.old', { day: formatDay(from) }),
      cell: textsOf('before'),
    },
    { id: 'after', label: t('compare.old', { day: formatDay(to) }), cell: textsOf('after') },
  ];
  return (
    <Panel title={t('compare.texts')}>
      <SmallTable
        name={t('compare.texts')}
        rows={rows}
        keyOf={({ kind }) => kind}
        columns={columns}
        empty={{ title: tc('reg.now_none') }}
      />
    </Panel>
  );
}

const textsOf = (side: 'before' | 'after') => (line: Line) => <Texts documents={line[side]} />;

function Texts({ documents }: { documents: Document[] }) {
  const t = useWords(chainWords);
  const { words } = useAddress();
  if (documents.length === 0) return t('reg.now_none');
  return documents.map(({ id, confidence }) => (
    <div key={id}>
      <To href={documentHref(id, words)}>{id}</To>{' '}
      {confidence !== 'S' && <DocumentKnown confidence={confidence} />}
    </div>
  ));
}
