// Who is reading, in which office, what that office may do, and the server's today – as GET /api/session says.
import { createContext, type ReactNode, useContext } from 'react';

export interface SessionOffice {
  id: string | number;
  kind: string;
  label: string;
  unitId: string | number;
  unitName: string;
}
export interface TrainingAccount {
  userName: string;
  password: string;
  /** office, unit and name in one line */
  label: string;
}
export interface Session {
  account: {
    id: string;
    userName: string;
    displayName: string;
    personId: string | null;
    mustChange: boolean;
    totp: boolean;
  } | null;
  offices: SessionOffice[];
  office: string | number | null;
  can: string[];
  profile: 'A' | 'B' | 'C';
  today: string;
  version: string;
  needsSetup: boolean;
  trainingAccounts?: TrainingAccount[];
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside the frame');
  return session;
}

/** May the office acted in do this at all? (Whether on one record is that record's own `can`.) */
export const useCan = (action: string): boolean => useSession().can.includes(action);

export const useToday = (): string => useSession().today;

/** The office acted in; null before one is chosen. */
export function useOffice(): SessionOffice | null {
  const { offices, office } = useSession();
  return offices.find(({ id }) => id === office) ?? null;
}
