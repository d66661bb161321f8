// The frame around the fields of a form: what is wrong and where, what is kept as a draft, and the one act.
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FormState } from '../form.ts';
import { useTell, useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { formatInstant } from '../numbers.ts';
import { Notice } from '../show/Notice.tsx';
import css from './FormFrame.module.css';
import { type FieldProblem, inOrder, labelFor, problemsIn } from './verify.ts';

interface FormFrameProps {
  form: FormState;
  /** The verb of the act: “Ghi”, “Thêm đảng viên”. */
  submit: string;
  cancel?: () => void;
  /** What is said above an error; “not saved” when left out. */
  failed?: string;
  /** Between the fields and the button: a verdict, a preview. */
  before?: ReactNode;
  /** The form draws the refusal itself (a verdict with its reasons). */
  ownRefusal?: boolean;
  children: ReactNode;
}

export function FormFrame({
  form,
  submit,
  cancel,
  failed,
  before,
  ownRefusal = false,
  children,
}: FormFrameProps) {
  const t = useWords(messages);
  const [loose, setLoose] = useState<FieldProblem[]>([]);
  const named = Object.entries(form.problems).map(([name, text]) => ({ id: form.fieldId(name), text }));
  const found = inOrder([...loose, ...named]);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const wording = { required: t('ui.required'), notGood: t('ui.field_not_good') };
    const bad = problemsIn(event.currentTarget, wording);
    const bound = bad.filter(({ id, name }) => id === form.fieldId(name));
    setLoose(bad.filter((one) => !bound.includes(one)));
    const good = bad.length === bound.length;
    void form.submit(Object.fromEntries(bound.map(({ name, text }) => [name, text])), good);
  };
  const refused = ownRefusal && form.error?.kind === 'Refused';
  return (
    <form noValidate onSubmit={send} className={css.form} aria-busy={form.busy}>
      {form.draftFrom && <DraftNotice form={form} at={form.draftFrom} />}
      {form.error && !refused && <NotSaved form={form} title={failed} />}
      {found.length > 0 && <Summary problems={found} />}
      <div className={css.fields}>{children}</div>
      {before}
      <div className={css.end}>
        <Button type="submit" loading={form.busy}>
          {submit}
        </Button>
        {cancel && (
          <Button variant="default" onClick={cancel} disabled={form.busy}>
            {t('ui.cancel')}
          </Button>
        )}
        <span role="status">{form.busy && t('ui.sending')}</span>
      </div>
    </form>
  );
}

function Summary({ problems }: { problems: { id: string; text: string }[] }) {
  const t = useWords(messages);
  const place = useRef<HTMLDivElement>(null);
  const count = problems.length;
  useEffect(() => {
    if (count > 0) place.current?.focus();
  }, [count]);
  return (
    <div ref={place} tabIndex={-1} className={css.summary}>
      <Notice tone="act" title={t('ui.problems', { count })} alert>
        <ul className={css.problems}>
          {problems.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={(event) => jump(event, id)}>
                {[labelFor(id), text].filter(Boolean).join(': ')}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function jump(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

function NotSaved({ form, title }: { form: FormState; title: string | undefined }) {
  const t = useWords(messages);
  const tell = useTell();
  const place = useRef<HTMLDivElement>(null);
  const { error } = form;
  // In a long form the button that was pressed stands far below.
  useEffect(() => {
    if (error) place.current?.focus();
  }, [error]);
  if (!error) return null;
  return (
    <div ref={place} tabIndex={-1} className={css.summary}>
      <Notice tone="act" title={title ?? t('ui.not_saved')} alert>
        {tell(error.words)}
      </Notice>
    </div>
  );
}

function DraftNotice({ form, at }: { form: FormState; at: string }) {
  const t = useWords(messages);
  return (
    <Notice
      action={
        <Button variant="default" onClick={form.reset}>
          {t('ui.draft_drop')}
        </Button>
      }
    >
      {t('ui.draft', { at: formatInstant(at) })}
    </Notice>
  );
}
