// The pages that belong together, in one row above the page: Tạo nguồn and Hồ sơ have several.
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { isHere, partsAt } from './entries.ts';
import { messages } from './messages.ts';
import css from './Parts.module.css';
import { useReader } from './reader.ts';

export function Parts() {
  const t = useWords(messages);
  const reader = useReader();
  const { path, words } = useAddress();
  const parts = partsAt(reader, path);
  // The pages of one record stand alone: they have their own way back.
  if (!parts.some(({ href }) => href === path)) return null;
  return (
    <nav className={`${css.parts} no-print`} aria-label={t('web.parts')}>
      <ul>
        {parts.map((part) => (
          <li key={part.href}>
            <To
              href={hrefOf(part.href, { unit: words.unit, on: words.on })}
              aria-current={isHere(part, path) ? 'page' : undefined}
            >
              {t(part.label)}
            </To>
          </li>
        ))}
      </ul>
    </nav>
  );
}
