// How a kit field tells the form around it what is wrong: through the browser's own validity, read by FormFrame.
import { type RefObject, useEffect } from 'react';

export function useValidity(input: RefObject<HTMLInputElement | null>, problem: string | null): void {
  useEffect(() => {
    input.current?.setCustomValidity(problem ?? '');
  }, [input, problem]);
}

export interface FieldProblem {
  id: string;
  name: string;
  text: string;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element | null): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** The label of a field as people read it, without the asterisk. */
export function labelFor(id: string): string {
  const control = document.getElementById(id);
  if (!isControl(control)) return '';
  const text = labelOf(control)?.textContent ?? control.getAttribute('aria-label');
  return (text ?? '').replace(/\s*\*\s*$/, '').trim();
}

function labelOf(control: Control): Element | null | undefined {
  const group = control.type === 'radio' ? control.closest('[role="radiogroup"],fieldset') : null;
  const named = group?.getAttribute('aria-labelledby');
  const groupLabel = named ? document.getElementById(named) : group?.querySelector('legend');
  return groupLabel ?? control.labels?.[0];
}

interface Wording {
  required: string;
  notGood: string;
}

/** Every field of the form that is not good, in order, once per radio group. */
export function problemsIn(form: HTMLFormElement, wording: Wording): FieldProblem[] {
  const seen = new Set<string>();
  const found: FieldProblem[] = [];
  for (const control of [...form.elements].filter(isControl)) {
    const group = control.type === 'radio' ? control.name : control.id;
    if (control.validity.valid || seen.has(group)) continue;
    seen.add(group);
    found.push({ id: control.id, name: control.name, text: textFor(control, wording) });
  }
  return found;
}

function textFor({ validity, validationMessage }: Control, wording: Wording): string {
  if (validity.customError) return validationMessage;
  return validity.valueMissing ? wording.required : wording.notGood;
}

/** Top to bottom, as the reader meets the fields. */
export function inOrder<P extends { id: string }>(problems: P[]): P[] {
  const place = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? 0;
  return problems.toSorted((a, b) => place(a.id) - place(b.id));
}
