// The entries of the rail, in order, each with the action that opens it: a reader sees only what the office may use.
import {
  IconBook2,
  IconBuildingCommunity,
  IconChecklist,
  IconFileText,
  IconFileUpload,
  IconSettings,
  IconSeeding,
  IconUsers,
} from '@tabler/icons-react';
import type { messages } from './messages.ts';

export interface Entry {
  href: string;
  label: keyof typeof messages;
  icon: typeof IconUsers;
  /** Any of these actions opens the entry. */
  needs: string[];
  /** carries the number of lines that are overdue or due this week */
  counted?: true;
}

export const entries: Entry[] = [
  { href: '/worklist', label: 'web.work', icon: IconChecklist, needs: ['worklist.read'], counted: true },
  { href: '/dossiers?phase=source', label: 'web.source', icon: IconSeeding, needs: ['dossier.nominate'] },
  { href: '/dossiers', label: 'web.dossiers', icon: IconFileText, needs: ['dossier.read', 'training.read'] },
  { href: '/people', label: 'web.people', icon: IconUsers, needs: ['person.read'] },
  { href: '/units', label: 'web.units', icon: IconBuildingCommunity, needs: ['unit.read'] },
  { href: '/imports', label: 'web.imports', icon: IconFileUpload, needs: ['import.run'] },
  { href: '/regulations', label: 'web.regulations', icon: IconBook2, needs: ['regulation.read'] },
  { href: '/admin', label: 'web.admin', icon: IconSettings, needs: ['account.read', 'backup.read'] },
];

export const entriesFor = (can: string[]): Entry[] =>
  entries.filter(({ needs }) => needs.some((action) => can.includes(action)));

/** Is this the entry that the address belongs to? '/dossiers?phase=source' is told apart from '/dossiers'. */
export function isHere(href: string, path: string, words: Record<string, string>): boolean {
  const [entryPath = '', query] = href.split('?');
  if (path !== entryPath && !path.startsWith(`${entryPath}/`)) return false;
  const inSource = words.phase === 'source';
  if (entryPath !== '/dossiers') return true;
  return query === 'phase=source' ? inSource : !inSource;
}
