// What the form of a document holds, and what is sent of it.
import type { Choice } from '../../ui/field/LookupField.tsx';
import type { ApiError } from '../../ui/api.ts';
import type { DocumentType } from '../type.ts';
import type { DocumentView } from '../view.ts';
import type { DocumentChoice } from './DocumentField.tsx';

export interface DocumentDraft {
  type: DocumentType;
  number: string;
  issuer: string;
  issuerUnit: Choice | null;
  subject: string;
  issuedOn: string;
  from: string;
  to: string;
  scope: Choice | null;
  parent: DocumentChoice | null;
  replaces: DocumentChoice | null;
  cites: DocumentChoice[];
}

/** A new one: it concerns the reader's own unit until said otherwise. */
export const emptyDraft = (scope: Choice | null, parent: DocumentChoice | null): DocumentDraft => ({
  type: 'ke_hoach',
  number: '',
  issuer: '',
  issuerUnit: null,
  subject: '',
  issuedOn: '',
  from: '',
  to: '',
  scope,
  parent,
  replaces: null,
  cites: [],
});

export function draftOf(document: DocumentView): DocumentDraft {
  const { issuerUnitId, issuer, scopeUnitId, scopeName } = document;
  return {
    type: document.type,
    number: document.number ?? '',
    issuer,
    issuerUnit: issuerUnitId === null ? null : { value: String(issuerUnitId), label: issuer },
    subject: document.subject,
    issuedOn: document.issuedOn ?? '',
    from: document.from ?? '',
    to: document.to ?? '',
    scope: { value: String(scopeUnitId), label: scopeName },
    parent: document.above.at(-1) ?? null,
    replaces: document.replaces,
    cites: document.cites,
  };
}

const given = (text: string): string | null => text.trim() || null;
const idIn = (choice: DocumentChoice | null): string | null => choice?.id ?? null;
const unitIn = (choice: Choice | null): number | null => (choice ? Number(choice.value) : null);

export const bodyOf = (draft: DocumentDraft) => ({
  type: draft.type,
  number: given(draft.number),
  issuer: draft.issuer,
  issuerUnitId: unitIn(draft.issuerUnit),
  subject: draft.subject,
  issuedOn: given(draft.issuedOn),
  from: given(draft.from),
  to: given(draft.to),
  scopeUnitId: unitIn(draft.scope),
  parentId: idIn(draft.parent),
  replacesId: idIn(draft.replaces),
  cites: draft.cites.map(({ id }) => id),
});

export interface Alike extends DocumentChoice {
  subject: string;
}

/** Documents of the same number, when that is why nothing was written. */
export const alikeIn = (error: ApiError | null): Alike[] | null =>
  error?.code === 'documents.number_used' ? (error.details as { alike: Alike[] }).alike : null;
