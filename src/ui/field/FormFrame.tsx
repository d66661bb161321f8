// The frame around the fields of a form: what is wrong and where, what is kept as a draft, and the one act.
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../api.ts';
import { type FormState, problemsOf } from '../form.ts';
import { useLanguage, useTell, useWords } from '../i18n.tsx';
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
  const [press, setPress] = useState(0);
  const named = Object.entries(form.problems).map(([name, text]) => ({ id: form.fieldId(name), text }));
  const found = inOrder([...loose, ...named]);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    setPress((before) => before + 1);
    const wording = { required: t('ui.required'), notGood: t('ui.field_not_good') };
    const bad = problemsIn(event.currentTarget, wording);
    const bound = bad.filter(({ id, name }) => id === form.fieldId(name));
    setLoose(bad.filter((one) => !bound.includes(one)));
    const good = bad.length === bound.length;
    void form.submit(Object.fromEntries(bound.map(({ name, text }) => [name, text])), good);
  };
  const error = ownRefusal && form.error?.kind === 'Refused' ? null : form.error;
  return (
    <form noValidate onSubmit={send} className={css.form} aria-busy={form.busy}>
      {form.draftFrom && <DraftNotice form={form} at={form.draftFrom} />}
      {(error || found.length > 0) && <Trouble press={press} error={error} title={failed} problems={found} />}
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

interface TroubleProps {
  /** the last press of the button */
  press: number;
  error: ApiError | null;
  title: string | undefined;
  problems: readonly Pick<FieldProblem, 'id' | 'text'>[];
}

/** What kept the form from being saved, and the way to each place: one notice, which says nothing twice. */
function Trouble({ press, error, title, problems }: TroubleProps) {
  const t = useWords(messages);
  const tell = useTell();
  const { language } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const heading = error ? (title ?? t('ui.not_saved')) : t('ui.problems', { count: problems.length });
  const said = error && tell(error.words);
  // What is said of a field stands at the field: it is not said above, not even once the field is mended.
  const ofFields = error ? Object.values(problemsOf(error, language)) : [];
  // In a long form the button that was pressed stands far below. Whoever mends one of several places is left where he is.
  useEffect(() => {
    if (press > 0 || error) place.current?.focus();
  }, [press, error]);
  return (
    <div ref={place} tabIndex={-1} className={css.summary}>
      <Notice tone="act" title={heading} alert>
        {said !== null && !ofFields.includes(said) && said}
        {problems.length > 0 && (
          <ul className={css.problems}>
            {problems.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`} onClick={(event) => jump(event, id)}>
                  {[labelFor(id), text].filter(Boolean).join(': ')}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

function jump(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
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
