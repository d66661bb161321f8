// Who is on the class and how far; what this office does with them: propose, send, enrol, take off.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { BulkBar } from '../../../ui/list/BulkBar.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { ClassView, PeopleView, PersonRow } from '../../view.ts';
import css from '../classes.module.css';
import { attendedOf, personTones, type Say, whyOf } from '../said.ts';
import { words } from '../words.ts';
import { CandidatePanel } from './CandidatePanel.tsx';
import { LeaveButton, SendButton } from './Dialogs.tsx';
import { Failed, Outcome, type Said, useMany } from './Outcome.tsx';

export function PeopleTab({ view }: { view: ClassView }) {
  const [said, setSaid] = useState<Said | null>(null);
  const query = useRead<PeopleView>(`/classes/${view.id}/people`);
  const puts = view.can.includes('propose') || view.can.includes('send');
  return (
    <>
      {said && <Outcome said={said} close={() => setSaid(null)} />}
      <Loaded of={query} rows={8}>
        {(data) => <People view={view} rows={data.items} tell={setSaid} />}
      </Loaded>
      {puts && <CandidatePanel view={view} tell={setSaid} />}
    </>
  );
}

interface PeopleProps {
  view: ClassView;
  rows: PersonRow[];
  tell: (said: Said) => void;
}

function People({ view, rows, tell }: PeopleProps) {
  const t = useWords(words);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const acts = view.can.some((can) => can === 'enrol' || can === 'send' || can === 'propose');
  const picked = rows.filter(({ dossierId }) => chosen.has(dossierId));
  return (
    <>
      {view.can.includes('enrol') && <FreeSeats view={view} rows={rows} tell={tell} />}
      {acts && (
        <BulkBar
          count={picked.length}
          rows={picked}
          clear={() => setChosen(new Set())}
          actions={acting(view, tell)}
        />
      )}
      <SmallTable
        name={t('people.name')}
        rows={rows}
        keyOf={({ dossierId }) => dossierId}
        columns={columnsOf(t)}
        {...(acts ? { chosen, onChoose: setChosen } : {})}
        empty={{
          title: t('people.empty'),
          text: t(view.can.includes('enrol') ? 'people.empty_centre' : 'people.empty_others'),
        }}
      />
    </>
  );
}

const acting = (view: ClassView, tell: (said: Said) => void) => (rows: PersonRow[], clear: () => void) => (
  <Actions view={view} rows={rows} tell={tell} clear={clear} />
);

function Actions({ view, rows, tell, clear }: PeopleProps & { clear: () => void }) {
  const t = useWords(words);
  const done = (said: Said) => {
    tell(said);
    clear();
  };
  const enrol = useMany(view.id, 'enrol', done);
  const ids = (...states: PersonRow['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).map(({ dossierId }) => dossierId);
  const able = ids('sent', 'waiting');
  const proposed = ids('proposed');
  const leaving = rows.filter(({ state, certificate }) => state !== 'left' && !certificate);
  return (
    <>
      {view.can.includes('enrol') && able.length > 0 && (
        <Button loading={enrol.busy} onClick={() => enrol.run({ dossiers: able })}>
          {t('do.enrol')}
        </Button>
      )}
      {view.can.includes('send') && proposed.length > 0 && (
        <SendButton view={view} dossiers={proposed} done={done} />
      )}
      {leaving.length > 0 && (
        <LeaveButton view={view} dossiers={leaving.map(({ dossierId }) => dossierId)} done={done} />
      )}
      <Failed error={enrol.error} />
    </>
  );
}

/** Seats that came free while people wait: one act, in the order of waiting. */
function FreeSeats({ view, rows, tell }: PeopleProps) {
  const t = useWords(words);
  const enrol = useMany(view.id, 'enrol', tell);
  const waiting = rows
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
  const free = view.seats - view.enrolled;
  if (free <= 0 || waiting.length === 0) return null;
  const next = waiting.slice(0, free).map(({ dossierId }) => dossierId);
  return (
    <Notice
      title={t('free.title', { free, waiting: waiting.length })}
      action={
        <Button variant="default" loading={enrol.busy} onClick={() => enrol.run({ dossiers: next })}>
          {t('free.take')}
        </Button>
      }
    >
      <Failed error={enrol.error} />
    </Notice>
  );
}

const columnsOf = (t: Say): Column<PersonRow>[] => [
  {
    id: 'name',
    label: t('people.person'),
    cell: ({ fullName }) => fullName,
    second: ({ bornOn, unitName }) => [formatDay(bornOn), unitName].filter(Boolean).join(' · '),
    width: '32%',
  },
  { id: 'state', label: t('people.state'), cell: (row) => <State row={row} /> },
  {
    id: 'attended',
    label: t('people.attended'),
    cell: (row) => (row.present + row.excused + row.absent > 0 ? attendedOf(t, row) : null),
  },
  {
    id: 'certificate',
    label: t('people.certificate'),
    cell: ({ certificate }) =>
      certificate &&
      t('people.certificate_value', { number: certificate.number, day: formatDay(certificate.on) }),
  },
];

function State({ row }: { row: PersonRow }) {
  const t = useWords(words);
  const { state, letter, leftOn, why, turn } = row;
  const second = () => {
    if (state === 'left') return t('person.left_why', { why: whyOf(t, why), day: formatDay(leftOn) });
    return letter && t('person.letter', { number: letter.number, day: formatDay(letter.on) });
  };
  return (
    <>
      <StatusMark tone={personTones[state]}>{t(`person.${state}`, { turn })}</StatusMark>
      <span className={css.second}>{second()}</span>
    </>
  );
}
