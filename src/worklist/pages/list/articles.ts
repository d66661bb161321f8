// The articles of a line as links that open the rule; one word of doubt is enough for a line.
import type { WorkItem } from '../../view.ts';

export interface ArticleWords {
  label: string;
  href: string;
  unsure: boolean;
}

const shownArticles = 2;

export function articlesOf({
  citations,
  confidence,
}: Pick<WorkItem, 'citations' | 'confidence'>): ArticleWords[] {
  const labels = [...new Map(citations.map((one) => [`${one.document}, ${one.clause}`, one])).entries()];
  return labels.slice(0, shownArticles).map(([label, { document }], index, shown) => ({
    label,
    href: `/regulations/${encodeURIComponent(document)}`,
    unsure: confidence !== 'S' && index === shown.length - 1,
  }));
}
