// Always in view at the foot: for each figure the gap to the unit's own number, and what is not saved yet.
import { Button, UnstyledButton } from '@mantine/core';
import { useConfirm } from '../../ui/Confirm.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import css from './cascade.module.css';
import { columnOf, gapOf, savingOf } from './editor.ts';
import type { Editor } from './use-editor.ts';
import { sayGap, useColumnName } from './words-of.ts';
import { words } from './words.ts';

interface GapBarProps {
  editor: Editor;
  columns: string[];
  locked: boolean;
}

export function GapBar({ editor, columns, locked }: GapBarProps) {
  return (
    <div className={`${css.place} no-print`}>
      <div className={css.bar}>
        <ul className={css.gaps}>
          {columns.map((id) => (
            <GapLine key={id} editor={editor} column={id} />
          ))}
        </ul>
        {!locked && <Saving editor={editor} />}
      </div>
    </div>
  );
}

export function GapLine({ editor, column }: { editor: Editor; column: string }) {
  const t = useWords(words);
  const nameOf = useColumnName();
  const { parts, short, verdict, even } = sayGap(gapOf(editor.view, editor.typings, columnOf(column)), t);
  return (
    <li>
      <strong>{nameOf(column)}</strong>: <span className={css.long}>{parts.join(' · ')}</span>
      <span className={css.short}>{short}</span>
      {verdict && (
        <>
          {' · '}
          <StatusMark tone={even ? 'done' : 'act'}>{verdict}</StatusMark>
        </>
      )}
    </li>
  );
}

function Saving({ editor }: { editor: Editor }) {
  const t = useWords(words);
  const tell = useTell();
  const ask = useConfirm();
  const count = Object.keys(editor.typings).length;
  const { problems } = savingOf(editor.view, editor.typings);
  const drop = async () => {
    const sure = await ask({
      title: t('save.drop_title', { count }),
      text: t('save.drop_text'),
      yes: t('save.drop'),
    });
    if (sure) editor.drop();
  };
  return (
    <div className={css.saving}>
      <span role="status">
        {editor.error
          ? `${t('save.failed')}: ${tell(editor.error.words)}`
          : count > 0
            ? t('save.unsaved', { count })
            : ''}
        {problems.length > 0 && ` · ${t('save.problems', { count: problems.length })}`}
      </span>
      {editor.canUndo && (
        <UnstyledButton className={css.link} onClick={editor.undo}>
          {t('save.undo')}
        </UnstyledButton>
      )}
      {count > 0 && (
        <UnstyledButton className={css.link} onClick={() => void drop()}>
          {t('save.drop')}
        </UnstyledButton>
      )}
      <Button onClick={() => void editor.save()} loading={editor.busy} disabled={count === 0}>
        {t('save.save')}
      </Button>
    </div>
  );
}
