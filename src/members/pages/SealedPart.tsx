// Fields of class 3 and 4: opened one class at a time, class 4 with a purpose, each look logged. Not in profile B.
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { get } from '../../ui/api.ts';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useSession } from '../../ui/session.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { PersonAnswer, WrittenAnswer } from '../answers.ts';
import { type FieldName, fieldNames, personFields } from '../fields.ts';
import { DetailsForm } from './DetailsForm.tsx';
import { words } from './words.ts';

interface Opened {
  class: 3 | 4;
  fields: Record<string, string | null>;
}
interface SealedPartProps {
  person: PersonAnswer;
  done: (written: WrittenAnswer) => void;
}

const namesOf = (level: 3 | 4): FieldName[] =>
  fieldNames.filter((name) => personFields[name].class === level);

export function SealedPart({ person, done }: SealedPartProps) {
  const t = useWords(words);
  const { profile } = useSession();
  const [asking, setAsking] = useState<3 | 4 | null>(null);
  const [editing, setEditing] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  if (profile === 'B' || !person.can.includes('dossier.sensitive')) return null;
  const writes = opened && person.can.includes('person.write');
  const after = (written: WrittenAnswer) => {
    setOpened(null);
    done(written);
  };
  return (
    <Panel title={t('sealed.title')} second={t('sealed.text')}>
      {opened && <OpenFields opened={opened} />}
      <Group gap="sm" mt="sm">
        {([3, 4] as const).map((level) => (
          <Button key={level} variant="default" onClick={() => setAsking(level)}>
            {t(`sealed.open_${level}`)}
          </Button>
        ))}
        {writes && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('sealed.edit')}
          </Button>
        )}
      </Group>
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking && t(`sealed.open_${asking}`)}
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {asking && <Ask id={person.id} level={asking} close={() => setAsking(null)} done={setOpened} />}
      </Modal>
      <Modal
        opened={editing}
        onClose={() => setEditing(false)}
        title={t('sealed.edit')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {editing && opened && (
          <DetailsForm
            person={person}
            names={namesOf(opened.class)}
            now={opened.fields}
            close={() => setEditing(false)}
            done={after}
          />
        )}
      </Modal>
    </Panel>
  );
}

function OpenFields({ opened }: { opened: Opened }) {
  const { language } = useLanguage();
  const items = namesOf(opened.class).map((name) => ({
    label: personFields[name].label[language],
    value: opened.fields[name] ?? null,
  }));
  return <KeyValue items={items} />;
}

interface AskProps {
  id: string;
  level: 3 | 4;
  close: () => void;
  done: (opened: Opened) => void;
}

function Ask({ id, level, close, done }: AskProps) {
  const t = useWords(words);
  const form = useForm<{ purpose: string }, Opened>({
    initial: { purpose: '' },
    send: ({ purpose }) =>
      get<Opened>(`/people/${id}/sensitive`, { class: level, purpose: purpose.trim() || null }),
    done: (opened) => {
      close();
      done(opened);
    },
  });
  return (
    <FormFrame form={form} submit={t('sealed.open')} cancel={close}>
      <TextInput
        label={t('sealed.purpose')}
        required={level === 4}
        maxLength={300}
        data-autofocus
        {...form.text('purpose')}
      />
    </FormFrame>
  );
}
