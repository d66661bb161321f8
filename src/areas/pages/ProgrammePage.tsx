// One programme: what it is, and the units that take part with how far each has come.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import type { Language } from '../../platform/messages.ts';
import { To, useGo, useParam } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { partStates, programmeKinds } from '../programme.ts';
import type { ProgrammeView } from '../view.ts';
import css from './areas.module.css';
import { EndForm, LeaveForm, PartsForm, WithdrawForm } from './programme-forms.tsx';
import { ProgrammeForm } from './ProgrammeForm.tsx';
import { partTones, type Say, yearsOf } from './said.ts';
import { words } from './words.ts';

type Part = ProgrammeView['parts'][number];
type Act = 'amend' | 'end' | 'withdraw' | 'units' | Part;

export function ProgrammePage() {
  const id = useParam('id');
  const query = useRead<ProgrammeView>(`/programmes/${id}`);
  return (
    <Loaded of={query} rows={8} page>
      {(programme) => <Programme programme={programme} />}
    </Loaded>
  );
}

function Programme({ programme }: { programme: ProgrammeView }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [act, setAct] = useState<Act | null>(null);
  const writes = programme.can.includes('unit.write');
  const add = writes && programme.endedOn === null && (
    <Button onClick={() => setAct('units')}>{t('prog.add_units')}</Button>
  );
  return (
    <Page
      title={programme.name}
      purpose={`${programmeKinds[programme.kind][language]} · ${programme.unitName}`}
      help={[t('prog.help1'), t('prog.help2'), t('prog.help3')]}
      back={{ href: '/programmes', label: t('prog.back') }}
      action={add}
      actions={writes && <Changes programme={programme} open={setAct} />}
    >
      <Facts programme={programme} />
      <Panel title={t('prog.units')}>
        <SmallTable<Part>
          name={t('prog.units')}
          rows={programme.parts}
          keyOf={({ unitId }) => String(unitId)}
          columns={columnsOf({ t, language, leave: writes ? setAct : null })}
          empty={{ title: t('prog.no_units') }}
        />
        {programme.unseen > 0 && (
          <p className={css.second}>{t('prog.unseen', { count: programme.unseen })}</p>
        )}
      </Panel>
      <Forms programme={programme} act={act} close={() => setAct(null)} />
    </Page>
  );
}

function Changes({ programme, open }: { programme: ProgrammeView; open: (act: Act) => void }) {
  const t = useWords(words);
  const offered = [
    'amend',
    ...(programme.endedOn === null ? ['end'] : []),
    ...(nobody(programme) ? ['withdraw'] : []),
  ];
  return (
    <div className={css.buttons}>
      {(offered as ('amend' | 'end' | 'withdraw')[]).map((act) => (
        <Button key={act} variant="default" onClick={() => open(act)}>
          {t(`prog.${act}`)}
        </Button>
      ))}
    </div>
  );
}
const nobody = ({ parts, unseen }: ProgrammeView): boolean => parts.length + unseen === 0;

function Facts({ programme }: { programme: ProgrammeView }) {
  const t = useWords(words);
  const { document, endedOn, unitId, unitName } = programme;
  return (
    <KeyValue
      items={[
        { label: t('prog.lead'), value: <To href={`/units/${unitId}`}>{unitName}</To> },
        { label: t('prog.years'), value: yearsOf(t, programme) },
        ...(document
          ? [
              {
                label: t('prog.document'),
                value: <To href={`/documents/${document.id}`}>{document.label}</To>,
              },
            ]
          : []),
        ...(endedOn ? [{ label: t('prog.state'), value: t('prog.ended', { day: formatDay(endedOn) }) }] : []),
      ]}
    />
  );
}

interface FormsProps {
  programme: ProgrammeView;
  act: Act | null;
  close: () => void;
}
function Forms({ programme, act, close }: FormsProps) {
  const go = useGo();
  if (act === null) return null;
  if (act === 'amend') return <ProgrammeForm programme={programme} close={close} />;
  if (act === 'units') return <PartsForm programme={programme} close={close} />;
  if (act === 'end') return <EndForm programme={programme} close={close} />;
  if (act === 'withdraw')
    return (
      <WithdrawForm programme={programme} close={close} done={() => go('/programmes', { replace: true })} />
    );
  return <LeaveForm programme={programme} unitId={act.unitId} name={act.name} close={close} />;
}

interface Telling {
  t: Say;
  language: Language;
  /** null for those who only read */
  leave: ((part: Part) => void) | null;
}
const columnsOf = ({ t, language, leave }: Telling): Column<Part>[] => [
  {
    id: 'name',
    label: t('page.unit'),
    cell: ({ unitId, name }) => <To href={`/units/${unitId}`}>{name}</To>,
    second: ({ parentName }) => parentName,
  },
  {
    id: 'state',
    label: t('prog.state'),
    cell: ({ state }) => <StatusMark tone={partTones[state]}>{partStates[state][language]}</StatusMark>,
    second: ({ on }) => t('part.since', { day: formatDay(on) }),
  },
  { id: 'plan', label: t('prog.plan'), cell: ({ plan }) => plan ?? '–' },
  ...(leave
    ? [
        {
          id: 'acts',
          label: t('part.act'),
          tight: true,
          cell: (part: Part) => (
            <Button
              size="compact-md"
              variant="default"
              aria-label={t('prog.leave_of', { unit: part.name })}
              onClick={() => leave(part)}
            >
              {t('prog.leave')}
            </Button>
          ),
        },
      ]
    : []),
];
