// The help page: moving about, the keyboard, the marks, and what happens to what is typed.
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { Tone } from '../../ui/show/Shape.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { messages } from '../help.messages.ts';
import css from './HelpPage.module.css';

type Key = keyof typeof messages;

const parts: [Key, Key[]][] = [
  ['help.move', ['help.move_rail', 'help.move_unit', 'help.move_day', 'help.move_search']],
  ['help.keys', ['help.keys_tab', 'help.keys_tree', 'help.keys_day']],
];
const safety: Key[] = ['help.safe_draft', 'help.safe_twice', 'help.safe_correct', 'help.safe_people'];
const tones: Tone[] = ['act', 'done', 'wait', 'plain', 'ended', 'unsure'];

export function HelpPage() {
  const t = useWords(messages);
  return (
    <Page title={t('help.title')} purpose={t('help.purpose')}>
      {parts.map(([title, lines]) => (
        <Panel key={title} title={t(title)}>
          <Lines lines={lines} />
        </Panel>
      ))}
      <Panel title={t('help.marks')}>
        <ul className={css.lines}>
          {tones.map((tone) => (
            <li key={tone}>
              <StatusMark tone={tone}>{t(`help.mark_${tone}`)}</StatusMark>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('help.safe')}>
        <Lines lines={safety} />
      </Panel>
    </Page>
  );
}

function Lines({ lines }: { lines: Key[] }) {
  const t = useWords(messages);
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <li key={line}>{t(line)}</li>
      ))}
    </ul>
  );
}
