// The source groups by name, in the order of the catalogue, those put first in front.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useBook } from '../../../road/pages/book.ts';
import { inOrder } from '../../survey.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';

export interface Groups {
  codes: string[];
  nameOf: (code: string) => string;
}

export function useGroups(): Groups {
  const tell = useTell();
  const items = useBook()?.catalogue('candidate_source') ?? [];
  const labels = new Map(items.map(({ code, label }) => [code, tell(label)]));
  return { codes: items.map(({ code }) => code), nameOf: (code) => labels.get(code) ?? code };
}

/** “Bộ đội xuất ngũ (2), Hội viên Hội Phụ nữ (4)”; what is put first is said in bold. */
export function GroupWords({
  groups,
  first,
}: {
  groups: Readonly<Record<string, number>>;
  first: ReadonlySet<string>;
}) {
  const t = useWords(words);
  const { codes, nameOf } = useGroups();
  const shown = inOrder(codes, first).filter((code) => (groups[code] ?? 0) > 0);
  return (
    <>
      {shown.map((code, index) => (
        <span key={code} className={first.has(code) ? css.strong : undefined}>
          {index > 0 && ' · '}
          {t('survey.group_count', { group: nameOf(code), count: groups[code] ?? 0 })}
        </span>
      ))}
    </>
  );
}
