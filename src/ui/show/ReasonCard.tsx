// Why a step is refused, needs a reason, or is uncertain: what is missing · the article · the facts used · the way out.
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { To, useGo } from '../address.tsx';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import css from './ReasonCard.module.css';
import { Shape, type Tone } from './Shape.tsx';

export interface Article {
  label: string;
  href?: string;
  /** The text was not checked against the original. */
  unsure?: boolean;
}
export interface WayOutWords {
  text: ReactNode;
  label?: string;
  href?: string;
  onGo?: () => void;
}
interface ReasonCardProps {
  tone: 'refused' | 'consent' | 'unsure' | 'allowed';
  title: string;
  missing?: string[];
  threshold?: ReactNode;
  facts?: { label: string; value: ReactNode }[];
  articles?: Article[];
  wayOut?: WayOutWords | null;
  children?: ReactNode;
}

const shapes: Record<ReasonCardProps['tone'], Tone> = {
  refused: 'act',
  consent: 'wait',
  unsure: 'unsure',
  allowed: 'done',
};

export function ReasonCard(props: ReasonCardProps) {
  const { tone, title, missing = [], threshold, facts = [], articles = [], wayOut, children } = props;
  const t = useWords(messages);
  const id = useId();
  return (
    <section className={css.card} data-tone={tone} aria-labelledby={id}>
      <h3 id={id} className={css.title}>
        <span className={css.shape}>
          <Shape tone={shapes[tone]} size={16} />
        </span>
        {title}
      </h3>
      <dl className={css.parts}>
        {missing.length > 0 && <Part label={t('ui.what_missing')}>{missing.join(' · ')}</Part>}
        {threshold && <Part label={t('ui.threshold')}>{threshold}</Part>}
        {facts.length > 0 && (
          <Part label={t('ui.facts')}>
            <ul>
              {facts.map(({ label, value }) => (
                <li key={label}>
                  {label}: <strong>{value}</strong>
                </li>
              ))}
            </ul>
          </Part>
        )}
        {articles.length > 0 && (
          <Part label={t('ui.law')}>
            <ul>
              {articles.map((article) => (
                <li key={article.label}>
                  <ArticleLink article={article} />
                </li>
              ))}
            </ul>
          </Part>
        )}
      </dl>
      {wayOut && <WayOut wayOut={wayOut} />}
      {children && <div className={css.more}>{children}</div>}
    </section>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.part}>
      <dt>{label.replace(/:$/, '')}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** An article with its mark when nobody has checked it against the original. */
export function ArticleLink({ article }: { article: Article }) {
  const t = useWords(messages);
  return (
    <>
      {article.href ? (
        <To href={article.href} className={css.article}>
          {article.label}
        </To>
      ) : (
        article.label
      )}
      {article.unsure && (
        <>
          {' '}
          <span className={css.chip} title={t('ui.unsure_long')}>
            {t('ui.unsure')}
          </span>
        </>
      )}
    </>
  );
}

function WayOut({ wayOut: { text, label, href, onGo } }: { wayOut: WayOutWords }) {
  const t = useWords(messages);
  const go = useGo();
  const follow = onGo ?? (href ? () => go(href) : undefined);
  return (
    <div className={css.way}>
      <p>
        <span className={css.wayLabel}>{t('ui.way_out')}:</span> {text}
      </p>
      {label && follow && (
        <Button
          variant="default"
          className="no-print"
          onClick={follow}
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          {label}
        </Button>
      )}
    </div>
  );
}
