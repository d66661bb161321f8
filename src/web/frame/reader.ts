// Who looks at the frame: the actions and the kind of the office acted in.
import { useSession } from '../../ui/session.tsx';
import type { Reader } from './entries.ts';

export function useReader(): Reader {
  const { can, offices, office } = useSession();
  return { can, office: offices.find(({ id }) => id === office)?.kind ?? null };
}
