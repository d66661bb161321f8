// Rounds in which this mass organisation confirms its numbers, and those of the organisations below it.
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import type { useRead } from '../../../ui/query.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import type { ReviewList } from '../../view.ts';
import { ReviewPanel } from '../mass/ReviewPanel.tsx';
import { words } from '../words.ts';

export function MyReviews({ query }: { query: ReturnType<typeof useRead<ReviewList>> }) {
  const t = useWords(words);
  return (
    <Loaded of={query} rows={4}>
      {(data) =>
        data.items.length === 0 ? (
          <Empty title={t('review.none')} />
        ) : (
          data.items.map((review) => <ReviewPanel key={review.id} review={review} />)
        )
      }
    </Loaded>
  );
}
