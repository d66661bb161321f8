// The articles that something rests on, as links that open the rule.
import { type Article, ArticleLink } from '../../../ui/show/ReasonCard.tsx';
import css from './time.module.css';

const shownArticles = 2;

export function Articles({ articles }: { articles: readonly Article[] }) {
  if (articles.length === 0) return null;
  return (
    <p className={css.articles}>
      {articles.slice(0, shownArticles).map((article) => (
        <span key={article.label}>
          <ArticleLink article={article} />
        </span>
      ))}
    </p>
  );
}
