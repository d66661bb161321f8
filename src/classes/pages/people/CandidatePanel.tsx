// Whom a cell may propose and a committee may send: those of its reach who need this class and are on none.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { type Book, useBook } from '../../../road/pages/book.ts';
import { useUnit } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { CandidateRow, ClassView } from '../../view.ts';
import type { Say } from '../said.ts';
import { words } from '../words.ts';
import { SendButton } from './Dialogs.tsx';
import { Failed, type Said, useMany } from './Outcome.tsx';

interface CandidatePanelProps {
  view: ClassView;
  tell: (said: Said) => void;
}

export function CandidatePanel({ view, tell }: CandidatePanelProps) {
  const t = useWords(words);
  const say = useTell();
  const unit = useUnit();
  const book = useBook();
  return (
    <Panel title={t('candidates.title')} second={t('candidates.second')}>
      <DataList<CandidateRow>
        path={`/classes/${view.id}/candidates`}
        params={{ unit }}
        name={t('candidates.title')}
        keyOf={({ dossierId }) => dossierId}
        columns={columnsOf(t, book, say)}
        searchable
        empty={{ title: t('candidates.empty') }}
        bulk={putting(view, tell)}
      />
    </Panel>
  );
}

const putting =
  (view: ClassView, tell: (said: Said) => void) => (rows: CandidateRow[], clear: () => void) => (
    <Put
      view={view}
      dossiers={rows.map(({ dossierId }) => dossierId)}
      done={(said) => {
        tell(said);
        clear();
      }}
    />
  );

const columnsOf = (t: Say, book: Book | null, say: ReturnType<typeof useTell>): Column<CandidateRow>[] => [
  {
    id: 'name',
    label: t('people.person'),
    cell: ({ fullName }) => fullName,
    second: ({ bornOn, unitName }) => [formatDay(bornOn), unitName].filter(Boolean).join(' · '),
  },
  { id: 'stage', label: t('need.stage'), cell: ({ stage }) => book && say(book.stageLabel(stage)) },
];

interface PutProps {
  view: ClassView;
  dossiers: string[];
  done: (said: Said) => void;
}

/** The committee sends by itself, too; a cell proposes. */
function Put({ view, dossiers, done }: PutProps) {
  const t = useWords(words);
  const propose = useMany(view.id, 'propose', done);
  if (view.can.includes('send')) return <SendButton view={view} dossiers={dossiers} done={done} />;
  return (
    <>
      <Button loading={propose.busy} onClick={() => propose.run({ dossiers })}>
        {t('do.propose')}
      </Button>
      <Failed error={propose.error} />
    </>
  );
}
