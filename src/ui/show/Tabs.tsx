// Parts of one page, one at a time; the open one is kept in the address.
import { Tabs as MantineTabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAddress } from '../address.tsx';
import { useLanguage } from '../i18n.tsx';
import { formatNumber } from '../numbers.ts';

interface Tab {
  id: string;
  label: string;
  count?: number;
  content: ReactNode;
}

export function Tabs({ name, tabs, word = 'tab' }: { name: string; tabs: Tab[]; word?: string }) {
  const { words, set } = useAddress();
  const { language } = useLanguage();
  const open = tabs.find(({ id }) => id === words[word]) ?? tabs[0];
  if (!open) return null;
  const choose = (id: string | null) => set({ [word]: id === tabs[0]?.id ? null : id });
  return (
    <MantineTabs value={open.id} onChange={choose} keepMounted={false} color="var(--n-ink)" mt="lg">
      <MantineTabs.List aria-label={name} className="no-print">
        {tabs.map(({ id, label, count }) => (
          <MantineTabs.Tab key={id} value={id} style={{ fontSize: '1rem' }}>
            {label}
            {count !== undefined && ` (${formatNumber(count, language)})`}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      <MantineTabs.Panel value={open.id} pt="md">
        {open.content}
      </MantineTabs.Panel>
    </MantineTabs>
  );
}
