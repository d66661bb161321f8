// What stands before any page: set-up on the first run, signing in, a new password, the choice of an office.
import { Outlet } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { ApiError } from '../ui/api.ts';
import { setDraftOwner } from '../ui/draft.ts';
import { setOutboxOwner } from '../ui/outbox/box.ts';
import { useTell, useWords } from '../ui/i18n.tsx';
import { useRead } from '../ui/query.tsx';
import { type Session, SessionProvider } from '../ui/session.tsx';
import { Empty } from '../ui/show/Empty.tsx';
import { Frame } from './frame/Frame.tsx';
import { messages } from './frame/messages.ts';
import { Plain } from './Plain.tsx';
import css from './Plain.module.css';

const SetupPage = lazy(() => import('./pages/SetupPage.tsx').then((m) => ({ default: m.SetupPage })));
const SignInPage = lazy(() => import('./pages/SignInPage.tsx').then((m) => ({ default: m.SignInPage })));
const PasswordPage = lazy(() =>
  import('./pages/PasswordPage.tsx').then((m) => ({ default: m.PasswordPage })),
);
const OfficePage = lazy(() => import('./pages/OfficePage.tsx').then((m) => ({ default: m.OfficePage })));

export function Gate() {
  const query = useRead<Session>('/session', { staleTime: 60_000, carry: true });
  if (query.data) return <Door session={query.data} />;
  if (query.error) return <NoServer error={query.error} retry={() => void query.refetch()} />;
  return <Starting />;
}

function Door({ session }: { session: Session }) {
  setDraftOwner(session.account?.id ?? null);
  useOutboxOf(session);
  const before = beforePages(session);
  return (
    <SessionProvider session={session}>
      {before ? (
        <Suspense fallback={<Starting />}>{before}</Suspense>
      ) : (
        // Another office sees other records: nothing of the former one stays on the screen.
        <Frame key={String(session.office)}>
          <Outlet />
        </Frame>
      )}
    </SessionProvider>
  );
}

/** The waiting writes of this account, in this office; nobody's at the doors. */
function useOutboxOf({ account, offices, office }: Session): void {
  const accountId = account?.id ?? null;
  const label = offices.find(({ id }) => id === office)?.label ?? '';
  useEffect(() => {
    setOutboxOwner(accountId === null ? null : { account: accountId, office, officeLabel: label });
  }, [accountId, office, label]);
}

function beforePages({ needsSetup, account, offices, office }: Session): ReactNode {
  if (needsSetup) return <SetupPage />;
  if (!account) return <SignInPage />;
  if (account.mustChange) return <PasswordPage />;
  return office === null && offices.length > 0 ? <OfficePage /> : null;
}

function Starting() {
  const t = useWords(messages);
  return (
    <Plain>
      <h1 className={css.starting}>{t('web.starting')}</h1>
    </Plain>
  );
}

function NoServer({ error, retry }: { error: ApiError; retry: () => void }) {
  const t = useWords(messages);
  const tell = useTell();
  return (
    <Plain>
      <Empty
        title={t('web.unreachable')}
        text={tell(error.words)}
        action={<Button onClick={retry}>{t('web.again')}</Button>}
      />
    </Plain>
  );
}
