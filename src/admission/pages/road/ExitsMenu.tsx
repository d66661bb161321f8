// The ways off the road, kept in a quiet menu.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { DossierView } from '../../../road/view.ts';
import { words } from '../words.ts';
import type { Open } from './opening.ts';
import css from './road.module.css';

export function ExitsMenu({ dossier, open }: { dossier: DossierView; open: Open }) {
  const t = useWords(words);
  const tell = useTell();
  const exits = dossier.exits.filter(({ mine, onBehalf }) => mine || onBehalf);
  if (exits.length === 0) return null;
  return (
    <div className={`${css.exits} no-print`}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            {t('exits.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exits.map(({ step, label }) => (
            <Menu.Item key={step} onClick={() => open(step)}>
              {tell(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
