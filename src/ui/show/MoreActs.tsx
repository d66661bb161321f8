// What else can be done: acts that are seldom needed, behind one button.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';

interface MoreActsProps {
  label: string;
  acts: readonly { label: string; act: () => void }[];
}

export function MoreActs({ label, acts }: MoreActsProps) {
  if (acts.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconDots size={18} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ label: name, act }) => (
          <Menu.Item key={name} onClick={act}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
