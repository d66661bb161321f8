// The entries of the rail, in order, and the parts of each: a reader sees only what the office may use, and an entry
// opens on the first part that it may.
import {
  IconBook2,
  IconBuildingCommunity,
  IconChartBar,
  IconChecklist,
  IconFileText,
  IconFileUpload,
  IconHeartHandshake,
  IconLayoutDashboard,
  IconReport,
  IconSchool,
  IconSeeding,
  IconSettings,
  IconTargetArrow,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import type { messages } from './messages.ts';

/** Who looks: what the office may do, and its kind. */
export interface Reader {
  can: readonly string[];
  office: string | null;
}

type Word = keyof typeof messages;

export interface Part {
  href: string;
  label: Word;
  /** Any of these actions opens the part. */
  needs: readonly string[];
  /** only these kinds of office, where the action alone does not tell */
  offices?: readonly string[];
  /** not for these kinds of office: they have pages of their own */
  notFor?: readonly string[];
}

export interface Entry extends Part {
  icon: typeof IconUsers;
  /** carries the number of lines that are overdue or due this week */
  counted?: true;
  /** pages beside the first one */
  parts?: readonly Part[];
}

/** Offices whose own simple pages are all they see of candidates. */
const outside = ['mass_officer', 'member'];

const sourcing: Part[] = [
  { href: '/pool', label: 'web.pool', needs: ['pool.read'] },
  { href: '/sourcing', label: 'web.sourcing', needs: ['survey.read'], notFor: outside },
  { href: '/fostering', label: 'web.fostering', needs: ['fostering.read'] },
];
const targets: Part[] = [
  { href: '/plans', label: 'web.targets', needs: ['plan.read'] },
  { href: '/documents', label: 'web.documents', needs: ['document.read'] },
];
const organisation: Part[] = [
  { href: '/units', label: 'web.tree', needs: ['unit.read'] },
  { href: '/areas', label: 'web.areas', needs: ['unit.read'], notFor: [...outside, 'political_centre'] },
  {
    href: '/programmes',
    label: 'web.programmes',
    needs: ['unit.read'],
    notFor: [...outside, 'political_centre'],
  },
];
const reports: Part[] = [
  { href: '/reports', label: 'web.all_reports', needs: ['report.read'] },
  { href: '/difficulties', label: 'web.difficulties', needs: ['report.read'] },
];
const dossiers: Part[] = [
  { href: '/dossiers', label: 'web.all_dossiers', needs: ['dossier.read'], notFor: outside },
  { href: '/verifications', label: 'web.verifications', needs: ['verification.read', 'verification.answer'] },
  { href: '/handovers', label: 'web.handovers', needs: ['handover.read', 'handover.answer'] },
  { href: '/returns', label: 'web.returns', needs: ['handover.read'] },
];

const entries: Entry[] = [
  { href: '/worklist', label: 'web.work', icon: IconChecklist, needs: ['worklist.read'], counted: true },
  { href: '/overview', label: 'web.overview', icon: IconLayoutDashboard, needs: ['statistics.read'] },
  {
    href: '/charges',
    label: 'web.charges',
    icon: IconHeartHandshake,
    needs: ['dossier.act'],
    offices: ['member'],
  },
  {
    href: '/nominate',
    label: 'web.nominate',
    icon: IconUserPlus,
    needs: ['dossier.nominate'],
    offices: outside,
  },
  group('web.source', IconSeeding, sourcing),
  group('web.dossiers', IconFileText, dossiers),
  { href: '/classes', label: 'web.classes', icon: IconSchool, needs: ['training.read'] },
  { href: '/people', label: 'web.people', icon: IconUsers, needs: ['person.read'] },
  group('web.targets', IconTargetArrow, targets),
  { href: '/statistics', label: 'web.statistics', icon: IconChartBar, needs: ['statistics.read'] },
  group('web.reports', IconReport, reports),
  group('web.units', IconBuildingCommunity, organisation),
  { href: '/imports', label: 'web.imports', icon: IconFileUpload, needs: ['import.run'] },
  { href: '/regulations', label: 'web.regulations', icon: IconBook2, needs: ['regulation.read'] },
  { href: '/admin', label: 'web.admin', icon: IconSettings, needs: ['account.read', 'backup.read'] },
];

function group(label: Word, icon: Entry['icon'], parts: readonly Part[]): Entry {
  return { href: parts[0]?.href ?? '/', label, icon, parts, needs: parts.flatMap(({ needs }) => needs) };
}

const opens = ({ can, office }: Reader, { needs, offices, notFor }: Part): boolean =>
  needs.some((action) => can.includes(action)) &&
  (!offices || offices.includes(office ?? '')) &&
  !notFor?.includes(office ?? '');

/** What this reader finds in the rail; an entry with parts leads to the first that opens. */
export const entriesFor = (reader: Reader): Entry[] =>
  entries.flatMap((entry) => {
    if (!entry.parts) return opens(reader, entry) ? [entry] : [];
    const parts = entry.parts.filter((part) => opens(reader, part));
    return parts[0] ? [{ ...entry, href: parts[0].href, parts }] : [];
  });

/** Is this the entry, or the part, that the address belongs to? */
export const isHere = ({ href, parts }: Pick<Entry, 'href' | 'parts'>, path: string): boolean =>
  [href, ...(parts ?? []).map((part) => part.href)].some(
    (place) => path === place || path.startsWith(`${place}/`),
  );

/** The parts that stand beside the page at this address; none where it stands alone. */
export function partsAt(reader: Reader, path: string): readonly Part[] {
  const parts = entriesFor(reader).find((entry) => isHere(entry, path))?.parts ?? [];
  return parts.length > 1 ? parts : [];
}
