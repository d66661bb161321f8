// Steps beside the road – ways off it, cases of their own – each kind in a quiet menu.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTell } from '../../../ui/i18n.tsx';
import type { DossierView, NextView } from '../../../road/view.ts';
import type { Open } from './opening.ts';
import css from './road.module.css';

export function AsideMenus({ dossier, open }: { dossier: DossierView; open: Open }) {
  const tell = useTell();
  const own = dossier.asides.filter(({ mine, onBehalf }) => mine || onBehalf);
  const menus = Map.groupBy(own, ({ aside }) => (aside ? tell(aside) : ''));
  if (menus.size === 0) return null;
  return (
    <div className={`${css.asides} no-print`}>
      {[...menus].map(([name, steps]) => (
        <AsideMenu key={name} name={name} steps={steps} open={open} />
      ))}
    </div>
  );
}

function AsideMenu({ name, steps, open }: { name: string; steps: NextView[]; open: Open }) {
  const tell = useTell();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map(({ step, label }) => (
          <Menu.Item key={step} onClick={() => open(step)}>
            {tell(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
