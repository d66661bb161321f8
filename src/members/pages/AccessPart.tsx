// Who opened this record: asked for only when somebody wants to see it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { AccessesAnswer } from '../answers.ts';
import { useBook } from './book.ts';
import { wordKey } from './standing.ts';
import { words } from './words.ts';

type Line = AccessesAnswer['items'][number];

export function AccessPart({ personId }: { personId: string }) {
  const t = useWords(words);
  const [shown, setShown] = useState(false);
  const query = useRead<AccessesAnswer>(`/people/${personId}/accesses`, { enabled: shown });
  return (
    <Panel title={t('access.title')}>
      {shown ? (
        <Loaded of={query} rows={4}>
          {({ items }) => <Lines items={items} />}
        </Loaded>
      ) : (
        <Button variant="default" onClick={() => setShown(true)}>
          {t('access.show')}
        </Button>
      )}
    </Panel>
  );
}

function Lines({ items }: { items: Line[] }) {
  const t = useWords(words);
  const book = useBook();
  const office = ({ office }: Line) =>
    office && [office.title ?? book.office(office.kind), office.unitName].filter(Boolean).join(' · ');
  const action = (line: Line) => {
    const key = wordKey('access', line.action);
    return key ? t(key) : '';
  };
  return (
    <SmallTable<Line>
      name={t('access.title')}
      rows={items}
      keyOf={({ at, displayName, action: done }) => `${at}${displayName}${done}`}
      columns={[
        { id: 'who', label: t('access.who'), cell: ({ displayName }) => displayName, second: office },
        { id: 'at', label: t('access.at'), cell: ({ at }) => formatInstant(at) },
        { id: 'what', label: t('access.what'), cell: action },
        { id: 'purpose', label: t('access.purpose'), cell: ({ purpose }) => purpose },
      ]}
      empty={{ title: t('access.none') }}
    />
  );
}
