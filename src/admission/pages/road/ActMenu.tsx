// What may be done with an act: print its sheets, correct it, withdraw it, or – the cell – contest it.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddress, useGo } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { ActView, DossierView } from '../../../road/view.ts';
import { words } from '../words.ts';
import { ActReason } from './ActReason.tsx';

interface ActMenuProps {
  act: ActView;
  dossier: DossierView;
}
const asked = ['withdraw', 'contest'] as const;

export function ActMenu({ act, dossier }: ActMenuProps) {
  const t = useWords(words);
  const tell = useTell();
  const go = useGo();
  const { set } = useAddress();
  const [asking, setAsking] = useState<(typeof asked)[number] | null>(null);
  const may = (what: string) => act.can.includes(what);
  if (act.sheets.length === 0 && act.can.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('acts.menu', { step: tell(act.label) })}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {act.sheets.map((sheet) => (
            <Menu.Item
              key={sheet.id}
              onClick={() => go(`/dossiers/${dossier.id}/sheet/${act.entry}?sheet=${sheet.id}`)}
            >
              {t('acts.print', { sheet: tell(sheet.label) })}
            </Menu.Item>
          ))}
          {may('correct') && (
            <Menu.Item onClick={() => set({ correct: act.entry, step: null }, { replace: false })}>
              {t('acts.correct')}
            </Menu.Item>
          )}
          {asked.filter(may).map((what) => (
            <Menu.Item key={what} onClick={() => setAsking(what)}>
              {t(`acts.${what}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asking && <ActReason {...{ act, dossier }} what={asking} close={() => setAsking(null)} />}
    </>
  );
}
