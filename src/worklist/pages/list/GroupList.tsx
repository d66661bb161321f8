// One group whole, page after page.
import { useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Filter } from '../../../ui/list/column.ts';
import { useListing } from '../../../ui/list/listing.ts';
import { More } from '../../../ui/list/More.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { Waiting } from '../../../ui/show/Waiting.tsx';
import type { Group, WorkItem } from '../../view.ts';
import { useToday } from '../../../ui/session.tsx';
import { byDay } from '../due.ts';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { useAsked } from './asked.ts';
import { Line } from './Line.tsx';

/** Only which words of the address are asked with; their choices stand in the filter bar. */
const filters: Filter[] = ['kind', 'clock'].map((id) => ({ id, label: '', options: [] }));

export function GroupList({ group }: { group: Group }) {
  const t = useWords(words);
  const unit = useUnit();
  const listing = useListing<WorkItem>({ path: '/worklist', params: { unit, group }, filters });
  return (
    <div className={css.section}>
      <Panel title={t(`group.${group}`)} second={t(`text.${group}`)}>
        <Lines group={group} listing={listing} />
        <More listing={listing} />
      </Panel>
    </div>
  );
}

type Listing = ReturnType<typeof useListing<WorkItem>>;

function Lines({ group, listing: { query, items, total } }: { group: Group; listing: Listing }) {
  const t = useWords(words);
  const { narrowed } = useAsked();
  if (query.data === undefined)
    return query.error ? (
      <Failure error={query.error} retry={() => void query.refetch()} />
    ) : (
      <Waiting rows={8} />
    );
  if (items.length === 0)
    return narrowed ? (
      <Empty title={t('empty.filtered')} text={t('empty.filtered_text')} />
    ) : (
      <Empty title={t(`empty.${group}`)} />
    );
  const all = items.length >= total;
  return (
    <>
      <p className={css.total} role="status">
        {all ? t('list.total', { count: total }) : t('list.shown', { shown: items.length, count: total })}
      </p>
      <div aria-busy={query.isPlaceholderData}>
        {group === 'others' ? <ByDay items={items} /> : <List name={t(`group.${group}`)} items={items} />}
      </div>
    </>
  );
}

const List = ({ name, items }: { name: string; items: WorkItem[] }) => (
  <ul className={css.lines} aria-label={name}>
    {items.map((item) => (
      <Line key={item.key} item={item} />
    ))}
  </ul>
);

/** What others must do is as late or as near as one’s own. */
function ByDay({ items }: { items: WorkItem[] }) {
  const t = useWords(words);
  const today = useToday();
  return byDay(items, today).map(([when, own]) => (
    <section key={when} aria-label={t(`group.${when}`)}>
      <h3 className={css.when3}>{t(`group.${when}`)}</h3>
      <List name={t(`group.${when}`)} items={own} />
    </section>
  ));
}
