// Adding a member: found on the office's list, or moved in. Who resembles the person is shown before anything is written.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { type ApiError, send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import type { Choice } from '../../ui/field/LookupField.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { WrittenAnswer } from '../answers.ts';
import type { FieldName } from '../fields.ts';
import { paperBody, roadOf } from './act-body.ts';
import { CellField, RoadPart } from './ActParts.tsx';
import { useBook } from './book.ts';
import { FieldInput } from './FieldInput.tsx';
import { words } from './words.ts';

const asked = [
  'fullName',
  'bornOn',
  'sex',
  'cardNumber',
  'nativePlace',
  'residence',
  'phone',
] as const satisfies FieldName[];

const empty = {
  fullName: '',
  bornOn: '',
  sex: '',
  cardNumber: '',
  nativePlace: '',
  residence: '',
  phone: '',
  as: 'taken_over',
  unit: null as Choice | null,
  kind: 'official',
  happenedOn: '',
  admittedOn: '',
  decidedOn: '',
  officialOn: '',
  place: '',
  number: '',
  paperOn: '',
  by: '',
  note: '',
};
type Values = typeof empty;

interface AddMemberProps {
  unit: string | null;
  close: () => void;
  done: (id: string) => void;
}

export function AddMember({ unit, close, done }: AddMemberProps) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  // A reference: the press that says “seen” also sends, before anything is drawn again.
  const seen = useRef('');
  const chosen = useChosenCell(unit);
  const form = useForm<Values, WrittenAnswer>({
    initial: { ...empty, happenedOn: today, unit: chosen },
    draft: 'member.new',
    send: (values, clientId) =>
      send('POST', '/people', { clientId, ...bodyOf(values), alikeSeen: seen.current === whoIs(values) }),
    refresh: ['/people', '/units', '/worklist'],
    done: (written) => {
      toast(t('page.done'));
      close();
      done(written.id);
    },
  });
  const { values } = form;
  const alike = alikeOf(form.error);
  return (
    <FormFrame
      form={form}
      submit={t('page.add')}
      cancel={close}
      before={
        alike && (
          <AlikeNotice
            alike={alike}
            goOn={() => {
              seen.current = whoIs(values);
            }}
          />
        )
      }
    >
      {asked.map((name) => (
        <FieldInput key={name} field={name} required={name === 'fullName'} {...form.field(name)} />
      ))}
      <CellField label={t('page.at_cell')} {...form.field('unit')} />
      <NativeSelect
        label={t('page.how')}
        data={[
          { value: 'taken_over', label: t('page.as_found') },
          { value: 'moved_in', label: t('page.as_moved_in') },
        ]}
        {...form.text('as')}
      />
      <DayField
        label={t(values.as === 'moved_in' ? 'page.day_moved_in' : 'page.day_found')}
        required
        max={today}
        {...form.field('happenedOn')}
      />
      <NativeSelect
        label={t('page.kind')}
        data={[
          { value: 'official', label: t('page.kind_official') },
          { value: 'probationary', label: t('page.kind_probationary') },
        ]}
        {...form.text('kind')}
      />
      <RoadPart form={form} />
      {values.as === 'moved_in' && (
        <>
          <TextInput label={t('page.place_in')} maxLength={200} {...form.text('place')} />
          <TextInput label={t('page.number')} maxLength={60} {...form.text('number')} />
          <DayField label={t('page.decided_on')} precision="year" max={today} {...form.field('paperOn')} />
        </>
      )}
      <Textarea
        label={t('page.note')}
        description={t('page.note_text')}
        maxLength={2000}
        autosize
        {...form.text('note')}
      />
    </FormFrame>
  );
}

interface FoundUnit {
  id: number;
  name: string;
  kind: string;
}

/** The cell chosen in the top bar is the cell of the new member. */
function useChosenCell(unit: string | null): Choice | null {
  const book = useBook();
  const { data } = useRead<{ items: FoundUnit[] }>('/units', { enabled: unit !== null, staleTime: 300_000 });
  const found = data?.items.find(({ id, kind }) => String(id) === unit && book.isCell(kind));
  return found ? { value: String(found.id), label: found.name } : null;
}

const whoIs = ({ fullName, bornOn, cardNumber }: Values): string => [fullName, bornOn, cardNumber].join('|');

function bodyOf(values: Values) {
  const given = asked.map((name) => [name, values[name].trim()] as const).filter(([, value]) => value);
  return {
    unitId: Number(values.unit?.value),
    as: values.as,
    kind: values.kind,
    happenedOn: values.happenedOn,
    ...roadOf(values),
    place: values.as === 'moved_in' ? values.place.trim() || null : null,
    decision: values.as === 'moved_in' ? paperBody(values) : null,
    note: values.note.trim() || null,
    fields: Object.fromEntries(given),
  };
}

interface Alike {
  within: {
    id: string;
    name: string;
    bornOn: string | null;
    unitName: string;
    evidence: 'card' | 'birth' | 'part';
  }[];
  outside: boolean;
}

function alikeOf(error: ApiError | null): Alike | null {
  const codes = ['members.alike', 'members.alike_outside', 'members.card_taken'];
  return error && codes.includes(error.code) ? (error.details as Alike) : null;
}

function AlikeNotice({ alike, goOn }: { alike: Alike; goOn: () => void }) {
  const t = useWords(words);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  const sameCard = alike.within.some(({ evidence }) => evidence === 'card');
  const action = !sameCard && (
    <Button type="submit" variant="default" onClick={goOn}>
      {t('alike.other')}
    </Button>
  );
  return (
    <div ref={place}>
      <Notice tone="act" title={t('alike.title')} action={action} alert>
        <ul>
          {alike.within.map(({ id, name, bornOn, unitName, evidence }) => (
            <li key={id}>
              <To href={`/people/${id}`} target="_blank">
                {name}
              </To>
              {` · ${[formatDay(bornOn), unitName, t(`alike.${evidence}`)].filter(Boolean).join(' · ')}`}
            </li>
          ))}
        </ul>
        {alike.outside && <p>{t('alike.outside')}</p>}
      </Notice>
    </div>
  );
}
