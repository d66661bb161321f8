// Steps beside the road – following, ways off it, cases of their own – each kind in a quiet menu.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Message } from '../../../platform/messages.ts';
import { useTell } from '../../../ui/i18n.tsx';
import type { DossierView, NextView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { isNote } from '../follow/notes.ts';
import type { Open } from './opening.ts';
import css from './road.module.css';

export interface Aside {
  procedure: string;
  name: Message;
  /** what is noted of somebody who is followed: its menu stands beside those notes once there are any */
  following: boolean;
  steps: NextView[];
}

/** What this reader may do beside the road, by the procedure it belongs to. */
export function menusOf(dossier: DossierView, { law }: Pick<Book, 'law'>): Aside[] {
  const own = dossier.asides.filter(({ mine, onBehalf }) => mine || onBehalf);
  const byProcedure = Map.groupBy(own, ({ step }) => law.findStep(step)?.procedure ?? '');
  return [...byProcedure].flatMap(([procedure, steps]) => {
    const name = steps[0]?.aside;
    return name ? [{ procedure, name, following: steps.some(isNote), steps }] : [];
  });
}

export function AsideMenus({ dossier, book, open }: { dossier: DossierView; book: Book; open: Open }) {
  const noted = dossier.acts.some(isNote);
  const menus = menusOf(dossier, book).filter(({ following }) => !(following && noted));
  if (menus.length === 0) return null;
  return (
    <div className={`${css.asides} no-print`}>
      {menus.map((menu) => (
        <AsideMenu key={menu.procedure} {...menu} open={open} />
      ))}
    </div>
  );
}

export function AsideMenu({ name, steps, open }: Pick<Aside, 'name' | 'steps'> & { open: Open }) {
  const tell = useTell();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
          {tell(name)}
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
