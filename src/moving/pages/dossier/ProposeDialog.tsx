// Proposing a hand-over: to an organisation of this installation, or on paper to a place outside it. What the rule asks
// for the state of the file stands above the fields.
import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { Refusal, verdictOf } from '../../../road/pages/step/Refusal.tsx';
import type { DossierView } from '../../../road/view.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { LookupField } from '../../../ui/field/LookupField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { moveReasons } from '../../state.ts';
import type { AboutView, Destination } from '../../view.ts';
import css from '../moving.module.css';
import { wordFor, words } from '../words.ts';
import { type Proposing, usePropose } from './propose.ts';

interface ProposeDialogProps {
  dossier: DossierView;
  about: AboutView;
  to: Destination | null;
  close: () => void;
}

export function ProposeDialog({ dossier, about, to, close }: ProposeDialogProps) {
  const t = useWords(words);
  const state = usePropose(dossier, to, close);
  const { form } = state;
  const outside = form.values.way === 'outside';
  const uncertain = verdictOf(form.error)?.outcome === 'unverified' || form.values.consent !== '';
  return (
    <Dialog onClose={close} title={t('propose.title')} size="lg">
      <Stack gap="md">
        <Notice>{t(wordFor('rule', about.case))}</Notice>
        <FormFrame
          form={form}
          submit={t(outside ? 'propose.submit_out' : 'propose.submit')}
          cancel={close}
          ownRefusal
          before={<Refusal error={form.error} here="move" />}
        >
          <Where state={state} from={dossier.unit.id} />
          <When state={state} about={about} />
          {!outside && (
            <Textarea
              label={t('propose.message')}
              autosize
              minRows={2}
              maxLength={2000}
              {...form.text('message')}
            />
          )}
          {uncertain && (
            <Textarea
              label={t('form.consent')}
              description={t('form.consent_hint')}
              autosize
              minRows={2}
              maxLength={2000}
              {...form.text('consent')}
            />
          )}
        </FormFrame>
      </Stack>
    </Dialog>
  );
}

function Where({ state: { form, remember, silent }, from }: { state: Proposing; from: number }) {
  const t = useWords(words);
  const way = form.values.way;
  return (
    <>
      <Radio.Group
        label={t('propose.where')}
        value={way}
        onChange={(value) => form.set('way', value === 'outside' ? 'outside' : 'inside')}
      >
        <div className={css.checks}>
          <Radio value="inside" label={t('propose.inside')} />
          <Radio value="outside" label={t('propose.outside')} />
        </div>
      </Radio.Group>
      {way === 'inside' ? (
        <LookupField<Destination>
          label={t('propose.unit')}
          description={t('propose.unit_hint')}
          required
          path="/handovers/destinations"
          params={{ except: String(from) }}
          toChoice={remember}
          {...form.field('unit')}
        />
      ) : (
        <>
          <Notice>{t('propose.place_text')}</Notice>
          <TextInput
            label={t('propose.place')}
            required
            minLength={3}
            maxLength={200}
            {...form.text('place')}
          />
          <Checkbox label={t('propose.has_organisation')} {...form.tick('organised')} />
        </>
      )}
      {silent && <Notice>{t('propose.no_account_text')}</Notice>}
    </>
  );
}

function When({ state: { form, asksSentUp }, about }: { state: Proposing; about: AboutView }) {
  const t = useWords(words);
  const today = useToday();
  const onTheWay = about.case === 'resolved' || about.case === 'decided';
  return (
    <>
      <NativeSelect
        label={t('propose.reason')}
        required
        {...form.text('reason')}
        data={[
          { value: '', label: t('propose.pick') },
          ...moveReasons.map((code) => ({ value: code, label: t(wordFor('reason', code)) })),
        ]}
      />
      <div className={css.pair}>
        <DayField label={t('propose.on')} required max={today} {...form.field('on')} />
        {about.case !== 'early' && about.case !== 'probation' && (
          <DayField
            label={t('propose.order')}
            description={t('propose.order_hint')}
            required={onTheWay}
            max={today}
            {...form.field('orderOn')}
          />
        )}
      </div>
      {asksSentUp && <Checkbox label={t('propose.sent_up')} {...form.tick('sentUp')} />}
      <div className={css.pair}>
        <TextInput label={t('propose.letter')} maxLength={60} {...form.text('letter')} />
        <DayField label={t('propose.letter_on')} max={today} {...form.field('letterOn')} />
      </div>
    </>
  );
}
