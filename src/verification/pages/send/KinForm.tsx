// The list of relatives of one candidate (not in profile B): who, where, and on what ground somebody may be exempt.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useGo } from '../../../ui/address.tsx';
import { send } from '../../../ui/api.ts';
import type { Choice } from '../../../ui/field/LookupField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { grounds, type KinLine } from '../../kin.ts';
import type { CaseView } from '../../view.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';
import { type PersonLine, PersonLines } from './PersonLines.tsx';
import { codesOf, todayOf, writtenOf } from './place.ts';
import { PlaceField } from './PlaceField.tsx';
import { freshLine } from './send-form.ts';

interface Line extends PersonLine {
  place: Choice | null;
  /** of today's unit */
  code: string | null;
  /** as it was kept, while nothing else is chosen */
  written: string;
  inWords: boolean;
  abroad: boolean;
  exempt: string;
}

export function KinForm({ dossier }: { dossier: string }) {
  const t = useWords(words);
  const query = useRead<CaseView>(`/verifications/dossiers/${dossier}`, { params: { names: true } });
  const name = query.data?.person ?? '';
  return (
    <Page
      title={t('kin.title')}
      purpose={t('kin.purpose', { name })}
      back={{ href: `/dossiers/${dossier}`, label: t('send.back', { name }) }}
    >
      <Loaded of={query} rows={12}>
        {(about) =>
          about.can.includes('kin') ? (
            <Listing about={about} />
          ) : (
            <Notice tone="act">{t('send.not_now')}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

function Listing({ about }: { about: CaseView }) {
  const t = useWords(words);
  const go = useGo();
  const toast = useToast();
  const { dossierId, kin } = about;
  const back = () => go(`/dossiers/${dossierId}`);
  const form = useForm({
    initial: { people: kin ? kin.map(({ line }) => lineOf(line)) : [fresh()] },
    send: ({ people }, clientId) =>
      send('POST', `/verifications/dossiers/${dossierId}/kin`, { clientId, people: people.map(keptOf) }),
    refresh: ['/verifications'],
    done: () => {
      toast(t('kin.done'));
      back();
    },
  });
  return (
    <FormFrame form={form} submit={t('kin.submit')} cancel={back}>
      <Notice>{t('kin.sealed')}</Notice>
      <PersonLines<Line>
        lines={form.values.people}
        onChange={(people) => form.set('people', people)}
        fresh={fresh}
        renderMore={(line, change) => <Where line={line} change={change} />}
      />
    </FormFrame>
  );
}

function Where({ line, change }: { line: Line; change: (part: Partial<Line>) => void }) {
  const t = useWords(words);
  return (
    <>
      {line.inWords ? (
        <>
          <TextInput
            label={t('send.place_text')}
            required
            maxLength={150}
            value={line.written}
            onChange={(event) => change({ written: event.currentTarget.value })}
          />
          <Checkbox
            label={t('send.abroad')}
            checked={line.abroad}
            onChange={(event) => change({ abroad: event.currentTarget.checked })}
          />
        </>
      ) : (
        <PlaceField
          label={t('send.place')}
          required
          value={line.place}
          onChange={(place) => change({ place, code: todayOf(place), written: writtenOf(place) })}
        />
      )}
      <Checkbox
        label={t('send.in_words')}
        checked={line.inWords}
        onChange={(event) => change({ inWords: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('kin.exempt')}
        className={css.line}
        data={[
          { value: '', label: t('kin.exempt_none') },
          ...grounds.map((value) => ({ value, label: t(`ground.${value}`) })),
        ]}
        value={line.exempt}
        onChange={(event) => change({ exempt: event.currentTarget.value })}
      />
    </>
  );
}

const fresh = (): Line => ({
  ...freshLine(),
  place: null,
  code: null,
  written: '',
  inWords: false,
  abroad: false,
  exempt: '',
});

function lineOf({
  id,
  relation,
  fullName,
  bornOn,
  place,
  placeCode,
  oldCode,
  abroad,
  exempt,
}: KinLine): Line {
  const value = oldCode ? `old:${oldCode}` : placeCode;
  return {
    id,
    relation,
    fullName,
    bornOn: bornOn ?? '',
    place: value ? { value, label: place } : null,
    code: placeCode,
    written: place,
    inWords: value === null,
    abroad,
    exempt: exempt ?? '',
  };
}

function keptOf({ id, relation, fullName, bornOn, place, code, written, inWords, abroad, exempt }: Line) {
  return {
    id,
    relation,
    fullName,
    bornOn: bornOn || null,
    place: written,
    placeCode: inWords ? null : code,
    oldCode: inWords ? null : codesOf(place).oldCode,
    abroad: inWords && abroad,
    exempt: exempt || null,
  };
}
