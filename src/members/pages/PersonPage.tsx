// One person: who, where on the roll, which offices, what happened, and the acts that can follow.
import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, useAddress, useGo, useParam } from '../../ui/address.tsx';
import { useErrand } from '../../ui/errand.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { PersonAnswer, WrittenAnswer } from '../answers.ts';
import { type FieldName, fieldNames, personFields } from '../fields.ts';
import type { ActName } from '../input.ts';
import { fieldsOf } from './act-body.ts';
import { AccessPart } from './AccessPart.tsx';
import { ActForm } from './ActForm.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { DossierPart, FactsPart, MembershipPart, OfficePart } from './PersonParts.tsx';
import { SealedPart } from './SealedPart.tsx';
import { openActs, standingWord } from './standing.ts';
import { words } from './words.ts';

export function PersonPage() {
  const id = useParam('id');
  const query = useRead<PersonAnswer>(`/people/${id}`);
  return (
    <Loaded of={query} rows={10} page>
      {(person) => <Person key={person.id} person={person} />}
    </Loaded>
  );
}

type Rejudged = WrittenAnswer['rejudged'];

function Person({ person }: { person: PersonAnswer }) {
  const t = useWords(words);
  const { words: address } = useAddress();
  const go = useGo();
  const toast = useToast();
  const { back, finish } = useErrand();
  const [rejudged, setRejudged] = useState<Rejudged>([]);
  const done = (written: WrittenAnswer | { gone: true }) => {
    if ('gone' in written) {
      toast(t('page.gone'));
      return go('/people');
    }
    // Acts that no longer hold must be read here first.
    if (written.rejudged.length > 0) toast(t('page.done'));
    else finish(t('page.done'), person.name);
    setRejudged(written.rejudged);
  };
  const writes = person.can.includes('person.write');
  return (
    <Page
      title={person.name}
      purpose={t('page.person_purpose', { standing: standingWord(person, t), unit: person.unit.name })}
      help={[t('page.person_help_1'), t('page.person_help_2'), t('page.person_help_3')]}
      back={
        back ?? { href: hrefOf('/people', { unit: address.unit, on: address.on }), label: t('page.back') }
      }
      action={writes && <Acts person={person} done={done} />}
      actions={writes && <EditButton person={person} done={done} />}
    >
      <ShutPart person={person} />
      <RejudgedPart items={rejudged} />
      <FactsPart person={person} />
      <MembershipPart person={person} />
      <OfficePart person={person} />
      {person.can.includes('dossier.read') && <DossierPart person={person} />}
      <HistoryPart person={person} done={done} />
      <SealedPart person={person} done={done} />
      {person.can.includes('access_log.read') && <AccessPart personId={person.id} />}
    </Page>
  );
}

function RejudgedPart({ items }: { items: Rejudged }) {
  const t = useWords(words);
  const tell = useTell();
  if (items.length === 0) return null;
  return (
    <Notice tone="act" title={t('page.rejudged')} alert>
      <ul>
        {items.map(({ entry, happenedOn, message }) => (
          <li key={entry}>{[formatDay(happenedOn), tell(message)].filter(Boolean).join(': ')}</li>
        ))}
      </ul>
    </Notice>
  );
}

const isAct = (word: string | undefined): word is ActName => word !== undefined && word in fieldsOf;

/** The act that the link asked for and that could not be recorded any more when the page was opened. */
function useShutAct(person: PersonAnswer): string | null {
  const { words: address } = useAddress();
  const mayNot = !person.can.includes('person.write');
  const [shut] = useState(() => {
    const asked = address.act;
    if (!asked) return null;
    return mayNot || !openActs(person).some((one) => one === asked) ? asked : null;
  });
  return shut;
}

function ShutPart({ person }: { person: PersonAnswer }) {
  const t = useWords(words);
  const { words: address } = useAddress();
  const shut = useShutAct(person);
  if (!shut || address.act !== shut) return null;
  return (
    <Notice tone="act" title={t('page.act_shut')}>
      {t('page.act_shut_text')}
    </Notice>
  );
}

interface DoingProps {
  person: PersonAnswer;
  done: (written: WrittenAnswer) => void;
}

/** The act whose form stands open is kept in the address, so that a line of the work list leads straight to it. */
function Acts({ person, done }: DoingProps) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const shut = useShutAct(person);
  const act = isAct(address.act) && address.act !== shut ? address.act : null;
  const close = () => set({ act: null });
  const offered = openActs(person);
  if (offered.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={18} aria-hidden />}>{t('page.record')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => (
            <Menu.Item key={one} onClick={() => set({ act: one }, { replace: false })}>
              {t(`act.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={act !== null}
        onClose={close}
        title={act && `${t(`act.${act}`)} · ${person.name}`}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {act && <ActForm act={act} person={person} close={close} done={done} />}
      </Modal>
    </>
  );
}

const ordinary: FieldName[] = fieldNames.filter((name) => personFields[name].class === 2);

function EditButton({ person, done }: DoingProps) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('page.edit')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={`${t('page.edit')} · ${person.name}`}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {open && (
          <DetailsForm person={person} names={ordinary} now={person.fields} close={close} done={done} />
        )}
      </Modal>
    </>
  );
}
