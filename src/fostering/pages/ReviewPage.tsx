// The monthly review of one cell: one page, one resolution – who comes on, who stays, who goes off.
import { useUnit } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import type { ReviewPage as Review } from '../view.ts';
import { ChooseCell, useCells } from './review/cells.tsx';
import { HeldReviews } from './review/HeldReviews.tsx';
import { ReviewForm } from './review/ReviewForm.tsx';
import { words } from './words.ts';

export function ReviewPage() {
  const t = useWords(words);
  const chosen = useUnit();
  const cells = useCells();
  // A secretary has one cell: nothing to choose.
  const only = cells.length === 1 ? String(cells[0]?.id) : null;
  const unit = cells.some(({ id }) => String(id) === chosen) ? chosen : only;
  return (
    <Page
      title={t('review.title')}
      purpose={t('review.purpose')}
      help={[t('review.help1'), t('review.help2'), t('review.help3')]}
      back={{ href: '/fostering', label: t('review.back') }}
    >
      {unit ? <Reviewed key={unit} unit={unit} /> : <ChooseCell cells={cells} />}
    </Page>
  );
}

function Reviewed({ unit }: { unit: string }) {
  const query = useRead<Review>('/fostering/reviews', { params: { unit } });
  return (
    <Loaded of={query} rows={10}>
      {(data) => (
        <>
          <ReviewForm review={data} />
          <HeldReviews review={data} />
        </>
      )}
    </Loaded>
  );
}
