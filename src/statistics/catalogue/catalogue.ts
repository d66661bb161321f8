// All figures that can be asked for, by group, and what is said of a group.
import type { Message } from '../../platform/messages.ts';
import { admissionEntries, memberEntries, movementEntries } from './entries.ts';
import type { Entry, GroupId } from './entry.ts';
import { candidateEntries, organisationEntries } from './more.ts';

export const catalogue: readonly Entry[] = [
  ...memberEntries,
  ...movementEntries,
  ...admissionEntries,
  ...candidateEntries,
  ...organisationEntries,
];
const known = new Map(catalogue.map((entry) => [entry.id, entry]));
export const findEntry = (id: string): Entry | undefined => known.get(id);

export const groups: Record<GroupId, Message> = {
  members: { vi: 'Đảng viên', en: 'Members' },
  movement: { vi: 'Biến động', en: 'Movement' },
  admission: { vi: 'Kết nạp, công nhận', en: 'Admission and recognition' },
  candidates: { vi: 'Nguồn kết nạp', en: 'Candidates' },
  organisation: { vi: 'Tổ chức đảng', en: 'Organisations' },
};
