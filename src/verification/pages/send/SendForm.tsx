// A new request for one dossier: from the list of relatives, or typed; place, persons, letter, officer – judged as the
// step of the road that it is.
import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { Refusal } from '../../../road/pages/step/Refusal.tsx';
import { sendingStep } from '../../../road/road.ts';
import { hrefOf, useAddress, useGo } from '../../../ui/address.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { LookupField } from '../../../ui/field/LookupField.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { CaseView, RequestView } from '../../view.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';
import { useOfficers } from './officers.ts';
import { PersonLines } from './PersonLines.tsx';
import { PlaceField } from './PlaceField.tsx';
import { freshLine, openGroups, type SendForm as Form, useSendForm } from './send-form.ts';

export function SendForm({ dossier }: { dossier: string }) {
  const t = useWords(words);
  const { words: address } = useAddress();
  const query = useRead<CaseView>(`/verifications/dossiers/${dossier}`, { params: { names: true } });
  const name = query.data?.person ?? '';
  return (
    <Page
      title={t(address.police ? 'send.title_police' : 'send.title')}
      purpose={query.data ? t('send.purpose', { name, unit: query.data.unitName }) : t('list.purpose')}
      back={{ href: `/dossiers/${dossier}`, label: t('send.back', { name }) }}
    >
      <Loaded of={query} rows={12}>
        {(about) => <Sending key={`${address.place ?? ''}`} about={about} />}
      </Loaded>
    </Page>
  );
}

function Sending({ about }: { about: CaseView }) {
  const t = useWords(words);
  const go = useGo();
  const toast = useToast();
  const { words: address } = useAddress();
  const police = address.police === '1';
  const groups = police ? [] : openGroups(about);
  const group = groups.find(({ place }) => place === address.place);
  const done = (request: RequestView) => {
    toast(t('send.done'));
    go(`/verifications/${request.id}`, { replace: true });
  };
  const form = useSendForm({ about, purpose: police ? 'police' : 'history', group, done });
  if (!about.can.includes('send')) return <Notice tone="act">{t('send.not_now')}</Notice>;
  const needsReason = form.error?.code === 'admission.needs_reason';
  return (
    <>
      {groups.length > 0 && !group && <Groups places={groups.map(({ place }) => place)} about={about} />}
      <FormFrame
        form={form}
        submit={t('send.submit')}
        cancel={() => go(`/dossiers/${about.dossierId}`)}
        ownRefusal
        before={<Refusal error={form.error} here={sendingStep} />}
      >
        <Where form={form} />
        <Whom form={form} profile={about.profile} />
        <How form={form} about={about} />
        {needsReason && (
          <Textarea
            label={t('send.reason')}
            required
            minLength={5}
            autosize
            minRows={2}
            {...form.text('reason')}
          />
        )}
      </FormFrame>
    </>
  );
}

function Groups({ places, about }: { places: string[]; about: CaseView }) {
  const t = useWords(words);
  const go = useGo();
  return (
    <section className={css.groups} aria-label={t('send.from_list')}>
      <h2 className={css.head}>{t('send.from_list')}</h2>
      {places.map((place) => (
        <Button
          key={place}
          variant="default"
          h="auto"
          py="xs"
          styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
          onClick={() => go(hrefOf('/verifications', { dossier: about.dossierId, place }))}
        >
          {t('send.choose', { place })}
        </Button>
      ))}
    </section>
  );
}

function Where({ form }: { form: Form }) {
  const t = useWords(words);
  const { inWords } = form.values;
  return (
    <>
      {inWords ? (
        <>
          <TextInput label={t('send.place_text')} required maxLength={150} {...form.text('text')} />
          <Checkbox label={t('send.abroad')} {...form.tick('abroad')} />
        </>
      ) : (
        <PlaceField label={t('send.place')} required {...form.field('place')} />
      )}
      <Checkbox label={t('send.in_words')} {...form.tick('inWords')} />
    </>
  );
}

function Whom({ form, profile }: { form: Form; profile: CaseView['profile'] }) {
  const t = useWords(words);
  const { people } = form.values;
  return (
    <>
      {people.length === 0 && (
        <NumberField
          label={t('send.persons')}
          {...(profile === 'B' ? { description: t('send.persons_b') } : {})}
          required
          min={1}
          max={50}
          {...form.field('persons')}
        />
      )}
      {profile !== 'B' && (
        <section aria-label={t('send.people')}>
          <h2 className={css.head}>{t('send.people')}</h2>
          <PersonLines lines={people} onChange={(lines) => form.set('people', lines)} fresh={freshLine} />
        </section>
      )}
    </>
  );
}

function How({ form, about }: { form: Form; about: CaseView }) {
  const t = useWords(words);
  const officers = useOfficers(about.dossierId);
  const { today } = about;
  const byLetter = form.values.way === 'letter';
  return (
    <>
      <DayField label={t('send.sealed')} max={today} {...form.field('sealedOn')} />
      <Radio.Group label={t('send.way')} {...form.field('way')}>
        <div className={css.acts}>
          <Radio value="letter" label={t('way.letter')} />
          <Radio value="member" label={t('way.member')} />
        </div>
      </Radio.Group>
      <div className={css.pair}>
        <TextInput
          label={t('send.number')}
          required={byLetter}
          maxLength={60}
          {...form.text('letterNumber')}
        />
        <DayField label={t('send.doc_on')} required={byLetter} max={today} {...form.field('docOn')} />
        <DayField label={t('send.on')} required max={today} {...form.field('happenedOn')} />
        {byLetter && <DayField label={t('send.received')} max={today} {...form.field('receivedOn')} />}
      </div>
      {!byLetter && <Verifier form={form} />}
      <NativeSelect
        label={t('send.officer')}
        data={[{ value: '', label: t('assign.nobody') }, ...officers]}
        {...form.text('officerId')}
      />
    </>
  );
}

interface Member {
  id: string;
  fullName: string;
  unitName: string;
}

function Verifier({ form }: { form: Form }) {
  const t = useWords(words);
  return (
    <>
      <LookupField<Member>
        label={t('send.verifier')}
        path="/people"
        toChoice={({ id, fullName, unitName }) => ({ value: id, label: fullName, second: unitName })}
        {...form.field('verifier')}
      />
      <Checkbox label={t('send.is_relative')} {...form.tick('verifierIsRelative')} />
    </>
  );
}
