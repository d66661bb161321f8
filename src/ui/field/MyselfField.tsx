// For readers who may not look people up: whoever is signed in can still be named, by ticking oneself.
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../session.tsx';

export interface Myself {
  value: string;
  label: string;
}

interface MyselfFieldProps {
  /** words of the tick, with the reader's name */
  label: (name: string) => string;
  /** shown when nobody is behind the account */
  instead: ReactNode;
  value: { value: string } | null;
  onChange: (choice: Myself | null) => void;
}

export function MyselfField({ label, instead, value, onChange }: MyselfFieldProps) {
  const { account } = useSession();
  if (!account?.personId) return instead;
  const me = { value: account.personId, label: account.displayName };
  return (
    <Checkbox
      label={label(me.label)}
      checked={value?.value === me.value}
      onChange={(event) => onChange(event.currentTarget.checked ? me : null)}
    />
  );
}
