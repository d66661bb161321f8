// Chooses a document by its number, kind or subject – or adds one that the register does not hold yet, without leaving
// the page. For every form that cites a document.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { type Choice, LookupField } from '../../ui/field/LookupField.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useCan } from '../../ui/session.tsx';
import type { DocumentRow } from '../view.ts';
import { DocumentForm } from './DocumentForm.tsx';
import css from './documents.module.css';
import { words } from './words.ts';

/** What a form holds of a document. */
export interface DocumentChoice {
  id: string;
  label: string;
}

export interface DocumentFieldProps {
  /** “Theo văn bản” when left out */
  label?: ReactNode;
  value: DocumentChoice | null;
  onChange: (value: DocumentChoice | null) => void;
  required?: boolean;
  disabled?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  id?: string;
  name?: string;
  /** without “Thêm văn bản mới”, as inside the form of a document itself */
  onlyChoose?: boolean;
}

const choiceOf = ({ id, label, subject }: Pick<DocumentRow, 'id' | 'label' | 'subject'>): Choice => ({
  value: id,
  label,
  second: subject,
});

export function DocumentField({ label, value, onChange, onlyChoose = false, ...rest }: DocumentFieldProps) {
  const t = useWords(words);
  const writes = useCan('document.write');
  const [adding, setAdding] = useState(false);
  return (
    <div className={css.field}>
      <LookupField<DocumentRow>
        label={label ?? t('field.label')}
        placeholder={t('field.hint')}
        {...rest}
        path="/documents"
        toChoice={choiceOf}
        value={value && { value: value.id, label: value.label }}
        onChange={(choice) => onChange(choice && { id: choice.value, label: choice.label })}
      />
      {writes && !onlyChoose && !rest.disabled && (
        <Button
          variant="default"
          size="xs"
          className={css.add}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('field.new')}
        </Button>
      )}
      {adding && (
        <Dialog title={t('field.new')} onClose={() => setAdding(false)} size="lg">
          <DocumentForm
            brief
            close={() => setAdding(false)}
            done={(written) => {
              setAdding(false);
              onChange(written);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
