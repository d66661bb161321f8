// The helper's own page, made for a phone: the people I help, what is missing, and the small forms that belong to it.
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useWaitingPosts } from '../../ui/outbox.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import type { MyCharges } from '../view.ts';
import { ChargeCard } from './charges/ChargeCard.tsx';
import css from './fostering.module.css';
import { helperWords as words } from './helper-words.ts';

export function ChargesPage() {
  const t = useWords(words);
  const query = useRead<MyCharges>('/charges', { keep: true, carry: true });
  return (
    <Page
      title={t('charges.title')}
      purpose={t('charges.purpose')}
      help={[t('charges.help1'), t('charges.help2'), t('charges.help3')]}
    >
      <Kept />
      <Loaded of={query} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('charges.none')} text={t('charges.none_text')} />
          ) : (
            <ul className={css.cards}>
              {items.map((charge) => (
                <ChargeCard key={charge.id} charge={charge} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What waits on this device, in words; it goes out by itself. */
function Kept() {
  const t = useWords(words);
  const posts = useWaitingPosts();
  if (posts.length === 0) return null;
  return (
    <Notice tone="act" title={t('charges.waiting', { count: posts.length })}>
      <ul className={css.lines}>
        {posts.map(({ clientId, title }) => (
          <li key={clientId}>{title}</li>
        ))}
      </ul>
    </Notice>
  );
}
