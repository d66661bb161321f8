// The pages about regulations, side by side; the chosen unit and day stay when going from one to another.
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useSession } from '../../ui/session.tsx';
import { chainWords } from './words/chain-words.ts';
import css from './LawbookNav.module.css';

const pages = [
  { href: '/regulations', label: 'nav.documents' },
  { href: '/regulations/rules', label: 'nav.rules' },
  { href: '/regulations/compare', label: 'nav.compare' },
  { href: '/regulations/what-if', label: 'nav.what_if', needs: 'worklist.read' },
  { href: '/regulations/calendar', label: 'nav.calendar' },
] as const;

export function LawbookNav() {
  const t = useWords(chainWords);
  const { path, words } = useAddress();
  const { can } = useSession();
  const open = pages.filter((page) => !('needs' in page) || can.includes(page.needs));
  return (
    <nav aria-label={t('nav.name')} className={`${css.nav} no-print`}>
      <ul className={css.list}>
        {open.map(({ href, label }) => (
          <li key={href}>
            <To
              href={hrefOf(href, { on: words.on, unit: words.unit })}
              className={css.link}
              aria-current={path === href ? 'page' : undefined}
            >
              {t(label)}
            </To>
          </li>
        ))}
      </ul>
    </nav>
  );
}
