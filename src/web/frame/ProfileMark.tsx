// Which deployment this is (A, B or C), in words, on every page.
import { useWords } from '../../ui/i18n.tsx';
import { useSession } from '../../ui/session.tsx';
import { messages } from './messages.ts';
import css from './ProfileMark.module.css';

const words = { A: 'web.profile_a', B: 'web.profile_b', C: 'web.profile_c' } as const;

export function ProfileMark() {
  const t = useWords(messages);
  const { profile } = useSession();
  return (
    <span className={css.mark} data-profile={profile}>
      {t(words[profile])
        .split(' · ')
        .map((part) => (
          <span key={part}>{part}</span>
        ))}
    </span>
  );
}
