// The frame around every page: rail (bottom bar on a phone), top bar, and the one place where pages stand.
import { useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../ui/i18n.tsx';
import { Outbox } from '../../ui/outbox/Outbox.tsx';
import css from './Frame.module.css';
import { messages } from './messages.ts';
import { Parts } from './Parts.tsx';
import { PastBar } from './PastBar.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

// The rules are heavy and hardly ever needed here.
const PostVerdict = lazy(() => import('./PostVerdict.tsx').then((m) => ({ default: m.PostVerdict })));

export function Frame({ children }: { children: ReactNode }) {
  const t = useWords(messages);
  const main = useFocusOnNewPage();
  return (
    <div className={css.frame}>
      <a href="#content" className={`${css.skip} no-print`}>
        {t('web.skip')}
      </a>
      <Rail />
      <TopBar />
      <div className={css.ground}>
        <PastBar />
        <Outbox Verdict={PostVerdict} />
        <Parts />
        <main id="content" ref={main} tabIndex={-1} className={css.main}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** A new page is announced from its heading once it stands; the first one is left to the browser. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    const first = last.current === undefined;
    if (last.current === path) return;
    last.current = path;
    if (!first)
      (main.current?.querySelector<HTMLElement>('h1') ?? main.current)?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
