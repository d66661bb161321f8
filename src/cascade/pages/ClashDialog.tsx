// Two people wrote the same cells: both numbers side by side, and the person chooses for each.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/i18n.tsx';
import type { Clash } from '../view.ts';
import css from './cascade.module.css';
import { keyOf } from './editor.ts';
import type { Editor } from './use-editor.ts';
import { sayHeld, useColumnName } from './words-of.ts';
import { words } from './words.ts';

export function ClashDialog({ editor, clashes }: { editor: Editor; clashes: Clash[] }) {
  const t = useWords(words);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const keys = clashes.map((clash) => keyOf(clash.unitId, clash));
  const choose = (key: string, take: boolean) =>
    setTheirs((held) => new Set(take ? [...held, key] : [...held].filter((one) => one !== key)));
  return (
    <Dialog title={t('clash.title')} onClose={() => editor.settle(null)}>
      <p>{t('clash.text')}</p>
      <ul className={css.cards}>
        {clashes.map((clash) => (
          <ClashLine key={keyOf(clash.unitId, clash)} editor={editor} clash={clash} choose={choose} />
        ))}
      </ul>
      <Button onClick={() => editor.settle(new Set(keys.filter((key) => !theirs.has(key))))}>
        {t('clash.save')}
      </Button>
    </Dialog>
  );
}

interface ClashLineProps {
  editor: Editor;
  clash: Clash;
  choose: (key: string, theirs: boolean) => void;
}

function ClashLine({ editor, clash, choose }: ClashLineProps) {
  const t = useWords(words);
  const nameOf = useColumnName();
  const key = keyOf(clash.unitId, clash);
  const by = clash.by ?? t('clash.somebody');
  const column = clash.part ? `${clash.figure}.${clash.part}` : clash.figure;
  const mine = editor.typings[key]?.text || t('clash.none');
  const other = sayHeld(clash.theirs) || t('clash.none');
  return (
    <li className={css.card}>
      <NativeSelect
        label={`${clash.name} – ${nameOf(column)}`}
        data={[
          { value: 'mine', label: t('clash.mine', { number: mine }) },
          { value: 'theirs', label: t('clash.theirs', { by, number: other }) },
        ]}
        onChange={(event) => choose(key, event.currentTarget.value === 'theirs')}
      />
    </li>
  );
}
