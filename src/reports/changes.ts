// Why a closed number is another one now: who counts and did not, who does not and did, each with what was recorded since.
import type { Language, Message } from '../platform/messages.ts';
import { sayNumber } from './grid.ts';

export interface Changed {
  sign: 1 | -1;
  id: string;
  /** what was recorded of the subject after the report was closed */
  reason: string;
  recordedAt: string | null;
}

/** Kinds of entry, the ones that tell most first. */
const told: Record<string, Message> = {
  'act.withdrawn': { vi: 'rút lại việc đã ghi', en: 'an act withdrawn' },
  'member.admitted': { vi: 'kết nạp', en: 'admitted' },
  'member.moved_in': { vi: 'chuyển đến', en: 'moved in' },
  'member.restored': { vi: 'phục hồi', en: 'restored' },
  'member.taken_over': { vi: 'ghi nhận hiện trạng', en: 'taken over' },
  'member.moved_out': { vi: 'chuyển đi', en: 'moved out' },
  'member.moved': { vi: 'chuyển chi bộ', en: 'moved between cells' },
  'member.died': { vi: 'từ trần', en: 'died' },
  'member.removed': { vi: 'xóa tên', en: 'struck off' },
  'member.expelled': { vi: 'khai trừ', en: 'expelled' },
  'member.left': { vi: 'xin ra', en: 'left' },
  'member.annulled': { vi: 'hủy quyết định kết nạp', en: 'admission annulled' },
  'member.recognised': { vi: 'công nhận chính thức', en: 'recognised' },
  'person.corrected': { vi: 'đính chính thông tin', en: 'information corrected' },
  'batch.undone': { vi: 'hủy lần nhập từ tệp', en: 'an import undone' },
  person: { vi: 'việc khác ghi sau về đảng viên', en: 'something else recorded of the member' },
  dossier: { vi: 'việc ghi sau trong hồ sơ', en: 'something recorded in the case' },
  unit: { vi: 'thay đổi tổ chức', en: 'a change of units' },
};
const order = Object.keys(told);

/** Of several entries the one that tells most. */
export function reasonOf(kinds: readonly string[], record: 'person' | 'dossier' | 'unit'): string {
  const known = order.find((kind) => kinds.includes(kind));
  if (known) return known;
  return kinds.length > 0 ? record : 'unit';
}
export const sayReason = (reason: string): Message => told[reason] ?? (told.unit as Message);

export interface Because {
  id: string;
  label: Message;
  sign: 1 | -1;
  count: number;
}

/** Counted by reason, in the order in which they are told. */
export function becauseOf(changes: readonly Changed[]): Because[] {
  const groups = Map.groupBy(changes, ({ sign, reason }) => `${sign} ${reason}`);
  return [...groups.values()]
    .map((all) => {
      const [{ sign, reason }] = all as [Changed, ...Changed[]];
      return { id: reason, label: sayReason(reason), sign, count: all.length };
    })
    .toSorted((a, b) => b.sign - a.sign || order.indexOf(a.id) - order.indexOf(b.id));
}

/** '+1', '−3'; nought says nothing. */
export function signed(number: number, language: Language = 'vi'): string {
  const said = sayNumber(Math.abs(number), language);
  return said === sayNumber(0, language) ? '' : `${number < 0 ? '−' : '+'}${said}`;
}

/** 'đã báo cáo 463, nay 464 (+1), do ghi sau khi chốt: +1 kết nạp'; null: there was no number. */
export function sayChange(reported: number | null, now: number | null, because: readonly Because[]): Message {
  const number = (value: number | null, language: Language) =>
    value === null ? '–' : sayNumber(value, language);
  const inWords = (language: Language, [then, by, why]: readonly [string, string, string]): string => {
    const difference = reported === null || now === null ? '' : signed(now - reported, language);
    const told = because.map(
      ({ sign, count, label }) => `${sign === 1 ? '+' : '−'}${sayNumber(count, language)} ${label[language]}`,
    );
    return [
      `${then} ${number(reported, language)}, ${by} ${number(now, language)}`,
      difference && ` (${difference})`,
      told.length > 0 ? `, ${why}: ${told.join(', ')}` : '',
    ].join('');
  };
  return {
    vi: inWords('vi', ['đã báo cáo', 'nay', 'do ghi sau khi chốt']),
    en: inWords('en', ['reported', 'now', 'recorded since']),
  };
}
