// Certificates of a class: who is ready, who still lacks what, who holds one – and giving them, numbered, all or none.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { BulkBar } from '../../../ui/list/BulkBar.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { ClassView, PeopleView, PersonRow } from '../../view.ts';
import { Outcome, type Said } from '../people/Outcome.tsx';
import { attendedOf, type Say } from '../said.ts';
import { words } from '../words.ts';
import { CertifyDialog } from './CertifyDialog.tsx';
import { ResultField } from './ResultField.tsx';

export function CertifyTab({ view }: { view: ClassView }) {
  const query = useRead<PeopleView>(`/classes/${view.id}/people`);
  return (
    <Loaded of={query} rows={8}>
      {(data) => <Certificates view={view} people={data.items} />}
    </Loaded>
  );
}

function Certificates({ view, people }: { view: ClassView; people: PersonRow[] }) {
  const t = useWords(words);
  const [said, setSaid] = useState<Said | null>(null);
  const enrolled = people.filter(({ state }) => state === 'enrolled');
  const given = enrolled.filter(({ certificate }) => certificate !== null);
  const open = enrolled.filter(({ certificate }) => certificate === null);
  const ready = open.filter(({ done }) => done);
  const lacking = open.filter(({ done }) => !done);
  const certifies = view.can.includes('certify');
  return (
    <>
      {said && <Outcome said={said} close={() => setSaid(null)} />}
      {certifies && <Ready view={view} ready={ready} tell={setSaid} />}
      {lacking.length > 0 && (
        <Panel title={t('certify.lacking')}>
          <Lacking view={view} lacking={lacking} marks={certifies} />
        </Panel>
      )}
      <Panel
        title={t('certify.given')}
        action={
          given.length > 0 && (
            <Button
              component={To}
              href={`/classes/${view.id}/print?what=certificates`}
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
            >
              {t('class.print_certificates')}
            </Button>
          )
        }
      >
        <SmallTable
          name={t('certify.given')}
          rows={given}
          keyOf={({ dossierId }) => dossierId}
          columns={givenColumns(t)}
          empty={{ title: t('certify.none_given') }}
        />
      </Panel>
    </>
  );
}

interface ReadyProps {
  view: ClassView;
  ready: PersonRow[];
  tell: (said: Said) => void;
}

function Ready({ view, ready, tell }: ReadyProps) {
  const t = useWords(words);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [giving, setGiving] = useState(false);
  const picked = ready.filter(({ dossierId }) => chosen.has(dossierId));
  return (
    <Panel title={t('certify.ready')} second={t('certify.ready_second')}>
      <BulkBar
        count={picked.length}
        rows={picked}
        clear={() => setChosen(new Set())}
        actions={giveButton(t, () => setGiving(true))}
      />
      <SmallTable
        name={t('certify.ready')}
        rows={ready}
        keyOf={({ dossierId }) => dossierId}
        columns={readyColumns(t, view)}
        chosen={chosen}
        onChoose={setChosen}
        empty={{ title: t('certify.none_ready') }}
      />
      {giving && picked.length > 0 && (
        <CertifyDialog
          view={view}
          people={picked}
          close={() => setGiving(false)}
          done={(done) => {
            setGiving(false);
            setChosen(new Set());
            tell({ act: 'certificates', done });
          }}
        />
      )}
    </Panel>
  );
}

const giveButton = (t: Say, give: () => void) => () => <Button onClick={give}>{t('certify.act')}</Button>;

interface LackingProps {
  view: ClassView;
  lacking: PersonRow[];
  /** this reader marks the papers */
  marks: boolean;
}

function Lacking({ view, lacking, marks }: LackingProps) {
  const t = useWords(words);
  const tell = useTell();
  const paper = marks && view.plan.completion.paper;
  return (
    <SmallTable
      name={t('certify.lacking')}
      rows={lacking}
      keyOf={({ dossierId }) => dossierId}
      columns={[
        nameColumn(t),
        { id: 'lacks', label: t('certify.lacks'), cell: ({ lacks }) => lacks && tell(lacks) },
        ...(paper ? [paperColumn(t, view)] : []),
      ]}
      empty={{ title: t('certify.lacking') }}
    />
  );
}

const nameColumn = (t: Say): Column<PersonRow> => ({
  id: 'name',
  label: t('people.person'),
  cell: ({ fullName }) => fullName,
  second: ({ bornOn, unitName }) => [formatDay(bornOn), unitName].filter(Boolean).join(' · '),
});

const paperColumn = (t: Say, view: ClassView): Column<PersonRow> => ({
  id: 'paper',
  label: t('certify.paper'),
  cell: (row) => <ResultField id={view.id} person={row} />,
});

const readyColumns = (t: Say, view: ClassView): Column<PersonRow>[] => [
  nameColumn(t),
  {
    id: 'attended',
    label: t('people.attended'),
    cell: (row) => attendedOf(t, row),
  },
  ...(view.plan.completion.paper ? [paperColumn(t, view)] : []),
];

const givenColumns = (t: Say): Column<PersonRow>[] => [
  nameColumn(t),
  { id: 'number', label: t('certify.number'), cell: ({ certificate }) => certificate?.number },
  { id: 'on', label: t('certify.day'), tight: true, cell: ({ certificate }) => formatDay(certificate?.on) },
  {
    id: 'until',
    label: t('certify.until'),
    tight: true,
    cell: ({ certificate }) => formatDay(certificate?.until) || t('certify.no_end'),
  },
];
