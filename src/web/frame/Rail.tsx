// The rail: the parts of the work that this office may use; a bottom bar on a phone, the rest behind “Thêm”.
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { hrefOf, To, useAddress, useGo, wordsOf } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import type { Badge } from '../../worklist/view.ts';
import { type Entry, entriesFor, isHere } from './entries.ts';
import { messages } from './messages.ts';
import { useReader } from './reader.ts';
import { ProfileMark } from './ProfileMark.tsx';
import css from './Rail.module.css';

export function Rail() {
  const t = useWords(messages);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const all = entriesFor(useReader());
  const inBar = phone && all.length > 5 ? all.slice(0, 4) : all;
  const rest = all.slice(inBar.length);
  return (
    <nav className={`${css.rail} no-print`} aria-label={t('web.rail')}>
      {!phone && (
        <div className={css.head}>
          <To href="/" className={css.name}>
            {t('web.name')}
          </To>
          <ProfileMark />
        </div>
      )}
      <ul className={css.list}>
        {inBar.map((entry) => (
          <li key={entry.href}>
            <EntryLink entry={entry} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <More entries={rest} />
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The chosen unit and day stay when going from one part to another. */
function useEntryHref() {
  const { words } = useAddress();
  return (href: string) => {
    const [path = '', query = ''] = href.split('?');
    return hrefOf(path, { ...wordsOf(query), unit: words.unit, on: words.on });
  };
}

function EntryLink({ entry }: { entry: Entry }) {
  const { href, label, icon: Icon, counted } = entry;
  const t = useWords(messages);
  const { path } = useAddress();
  const hrefFor = useEntryHref();
  return (
    <To href={hrefFor(href)} className={css.entry} aria-current={isHere(entry, path) ? 'page' : undefined}>
      <Icon size={20} stroke={1.7} aria-hidden />
      <span>{t(label)}</span>
      {counted && <DueCount />}
    </To>
  );
}

/** Beyond this a number tells nothing more at a glance. */
const mostShown = 99;

/** How much is overdue or due this week: a quiet number, gone when there is nothing. */
function DueCount() {
  const t = useWords(messages);
  const { data } = useRead<Badge>('/worklist/counts', { keep: true, staleTime: 60_000 });
  const count = data ? data.overdue + data.week : 0;
  if (count === 0) return null;
  return (
    <span className={css.count}>
      <span aria-hidden>{count > mostShown ? `${mostShown}+` : count}</span>
      <VisuallyHidden>{t('web.work_count', { count })}</VisuallyHidden>
    </span>
  );
}

function More({ entries }: { entries: Entry[] }) {
  const t = useWords(messages);
  const go = useGo();
  const { path } = useAddress();
  const hrefFor = useEntryHref();
  const here = entries.some((entry) => isHere(entry, path));
  return (
    <Menu position="top-end">
      <Menu.Target>
        <UnstyledButton className={css.entry} data-here={here}>
          <IconDots size={20} stroke={1.7} aria-hidden />
          <span>{t('web.more')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ href, label, icon: Icon }) => (
          <Menu.Item
            key={href}
            leftSection={<Icon size={20} aria-hidden />}
            onClick={() => go(hrefFor(href))}
          >
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
