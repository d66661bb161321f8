// How the mail stands, in words: what waits, what went out, what was given up, and why.
import { useLanguage, useWords } from '../../../ui/i18n.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { SettingsView } from '../../view.ts';
import { words } from '../words.ts';
import { failureWord } from './days.ts';

export function MailState({ mail: { on, waiting, sent, givenUp, failure } }: { mail: SettingsView['mail'] }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const count = (number: number) => formatNumber(number, language);
  const server = <StatusMark tone={on ? 'done' : 'ended'}>{t(on ? 'mail.on' : 'mail.off')}</StatusMark>;
  const gone = count(givenUp);
  return (
    <Panel title={t('mail.title')}>
      <KeyValue
        items={[
          { label: t('mail.server'), value: server, second: on ? null : t('mail.off_how') },
          { label: t('mail.waiting'), value: count(waiting) },
          { label: t('mail.sent'), value: count(sent) },
          {
            label: t('mail.given_up'),
            value: givenUp > 0 ? <StatusMark tone="act">{gone}</StatusMark> : gone,
          },
          {
            label: t('mail.failure'),
            value: failure ? t(failureWord(failure)) : t('mail.no_failure'),
            second: failure && t('mail.detail', { text: failure }),
          },
        ]}
      />
    </Panel>
  );
}
