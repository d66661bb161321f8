// What a draft would change, in one paragraph; the list stands on the page “Nếu thay đổi”.
import { useWords } from '../../../ui/i18n.tsx';
import type { WhatIfView } from '../../view.ts';
import { whatIfWords } from '../words/what-if-words.ts';
import { useTell } from '../../../ui/i18n.tsx';

/** “Đã xem 120 hồ sơ …: 4 thời hạn đổi ngày …” and what stands in the way of recording it. */
export function Summary({ view }: { view: WhatIfView }) {
  const t = useWords(whatIfWords);
  const tell = useTell();
  const { totals, looked, remarks } = view;
  const nothing = totals.start + totals.switch + totals.next === 0;
  return (
    <>
      {nothing ? (
        <p>{looked === 0 ? t('what.nobody') : t('what.nothing', { looked })}</p>
      ) : (
        <ul>
          <li>{t('what.sum_start', { count: totals.start })}</li>
          <li>{t('what.sum_switch', { count: totals.switch })}</li>
          <li>{t('what.sum_next', { count: totals.next, looked })}</li>
        </ul>
      )}
      {remarks.map((remark) => (
        <p key={remark.vi}>
          <strong>{tell(remark)}</strong>
        </p>
      ))}
    </>
  );
}
