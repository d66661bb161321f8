// The form of a document: what stands on the paper, whom it concerns, what it carries out. A number that was used already is
// shown before anything is written.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId, useRef } from 'react';
import { To } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { type Choice, LookupField } from '../../ui/field/LookupField.tsx';
import { useForm } from '../../ui/form.ts';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice, useToday } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { documentTypeIds, documentTypes } from '../type.ts';
import type { DocumentView } from '../view.ts';
import { type DocumentChoice, DocumentField } from './DocumentField.tsx';
import css from './documents.module.css';
import { type Alike, alikeIn, bodyOf, type DocumentDraft, draftOf, emptyDraft } from './draft.ts';
import { words } from './words.ts';

interface DocumentFormProps {
  /** amended, when given */
  document?: DocumentView;
  /** what a new one carries out */
  parent?: DocumentChoice | null;
  /** in a dialog of another form: only what is needed to name it */
  brief?: boolean;
  close: () => void;
  done: (written: DocumentChoice) => void;
}

function useDocumentForm({ document, parent = null, brief, done }: DocumentFormProps) {
  const office = useOffice();
  const own = office && { value: String(office.unitId), label: office.unitName };
  // A reference: the press that says “seen” also sends, before anything is drawn again.
  const seen = useRef('');
  const form = useForm<DocumentDraft, DocumentChoice>({
    initial: document ? draftOf(document) : emptyDraft(own, parent),
    ...(document || brief ? {} : { draft: `document.new.${parent?.id ?? ''}` }),
    send: (draft, clientId) =>
      send<DocumentChoice>('POST', document ? `/documents/${document.id}/amend` : '/documents', {
        clientId,
        ...bodyOf(draft),
        ...(document ? { version: document.version } : {}),
        sure: seen.current === whichIs(draft),
      }),
    refresh: ['/documents'],
    done,
  });
  const goOn = () => {
    seen.current = whichIs(form.values);
  };
  return { form, goOn };
}
const whichIs = ({ number, issuer, issuedOn }: DocumentDraft) => [number, issuer, issuedOn].join('|');

export function DocumentForm(props: DocumentFormProps) {
  const t = useWords(words);
  const { form, goOn } = useDocumentForm(props);
  const alike = alikeIn(form.error);
  return (
    <FormFrame
      form={form}
      submit={t('form.save')}
      cancel={props.close}
      before={
        alike && <AlikeNotice alike={alike} goOn={goOn} {...(props.brief ? { use: props.done } : {})} />
      }
    >
      <Paper form={form} />
      <DocumentField
        label={t('form.parent')}
        description={t('form.parent_hint')}
        onlyChoose
        {...form.field('parent')}
      />
      <UnitField
        label={t('form.scope')}
        description={t('form.scope_hint')}
        required
        {...form.field('scope')}
      />
      {!props.brief && <Further form={form} />}
    </FormFrame>
  );
}

type Form = ReturnType<typeof useDocumentForm>['form'];

/** What stands on the first page of the paper. */
function Paper({ form }: { form: Form }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const today = useToday();
  const types = documentTypeIds.map((value) => ({ value, label: documentTypes[value][language] }));
  return (
    <>
      <div className={css.pair}>
        <NativeSelect label={t('form.type')} data={types} {...form.text('type')} />
        <TextInput
          label={t('form.number')}
          description={t('form.number_hint')}
          maxLength={60}
          {...form.text('number')}
        />
      </div>
      <IssuerField form={form} />
      <Textarea
        label={t('form.subject')}
        description={t('form.subject_hint')}
        required
        autosize
        maxLength={300}
        {...form.text('subject')}
      />
      <DayField label={t('form.issued')} precision="year" max={today} {...form.field('issuedOn')} />
    </>
  );
}

/** Typed, with the issuers that the register knows offered. */
function IssuerField({ form }: { form: Form }) {
  const t = useWords(words);
  const id = useId();
  const { data } = useRead<{ items: string[] }>('/documents/issuers', { staleTime: 300_000 });
  return (
    <>
      <TextInput
        label={t('form.issuer')}
        description={t('form.issuer_hint')}
        required
        maxLength={300}
        list={id}
        {...form.text('issuer')}
      />
      <datalist id={id}>
        {data?.items.map((issuer) => (
          <option key={issuer} value={issuer} />
        ))}
      </datalist>
    </>
  );
}

/** Behind a fold: what most documents do not need. */
function Further({ form }: { form: Form }) {
  const t = useWords(words);
  const { from, to, replaces, cites, issuerUnit } = form.values;
  const used = !!(from || to || replaces || issuerUnit) || cites.length > 0;
  return (
    <details className={css.further} open={used || undefined}>
      <summary>{t('form.more')}</summary>
      <div className={css.fields}>
        <div className={css.pair}>
          <DayField label={t('form.from')} precision="year" {...form.field('from')} />
          <DayField label={t('form.to')} precision="year" {...form.field('to')} />
        </div>
        <DocumentField label={t('form.replaces')} onlyChoose {...form.field('replaces')} />
        <CitesField value={cites} onChange={(next) => form.set('cites', next)} />
        <UnitField
          label={t('form.issuer_unit')}
          description={t('form.issuer_unit_hint')}
          {...form.field('issuerUnit')}
        />
      </div>
    </details>
  );
}

interface CitesFieldProps {
  value: DocumentChoice[];
  onChange: (value: DocumentChoice[]) => void;
}

function CitesField({ value, onChange }: CitesFieldProps) {
  const t = useWords(words);
  const add = (one: DocumentChoice | null) => {
    if (one && value.every(({ id }) => id !== one.id)) onChange([...value, one]);
  };
  return (
    <div className={css.fields}>
      <DocumentField
        key={value.length}
        label={value.length === 0 ? t('form.cites') : t('form.cites_add')}
        onlyChoose
        value={null}
        onChange={add}
      />
      {value.length > 0 && (
        <ul className={css.chosen}>
          {value.map((one) => (
            <li key={one.id}>
              <span>{one.label}</span>
              <Button
                variant="default"
                size="xs"
                onClick={() => onChange(value.filter(({ id }) => id !== one.id))}
              >
                {t('form.drop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface UnitFieldProps {
  label: string;
  description: string;
  required?: boolean;
  value: Choice | null;
  onChange: (value: Choice | null) => void;
}

const unitChoice = ({ id, name }: { id: number; name: string }): Choice => ({
  value: String(id),
  label: name,
});
const UnitField = (props: UnitFieldProps) => <LookupField path="/units" toChoice={unitChoice} {...props} />;

interface AlikeNoticeProps {
  alike: Alike[];
  goOn: () => void;
  /** where a document is chosen: take the one that is there */
  use?: (one: DocumentChoice) => void;
}

function AlikeNotice({ alike, goOn, use }: AlikeNoticeProps) {
  const t = useWords(words);
  const other = (
    <Button type="submit" variant="default" onClick={goOn}>
      {t('form.alike_other')}
    </Button>
  );
  return (
    <Notice tone="act" title={t('form.alike')} action={other}>
      <p>{t('form.alike_text')}</p>
      <ul className={css.chosen}>
        {alike.map((one) => (
          <li key={one.id}>
            <span>
              <To href={`/documents/${one.id}`} target="_blank">
                {one.label}
              </To>
              <span className={css.second}>{one.subject}</span>
            </span>
            {use && (
              <Button variant="default" size="xs" onClick={() => use({ id: one.id, label: one.label })}>
                {t('form.alike_use')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
