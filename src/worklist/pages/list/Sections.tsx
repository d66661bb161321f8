// Everything that is to be done, group after group: the nearest lines of each, and the way to the rest.
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { Waiting } from '../../../ui/show/Waiting.tsx';
import type { Counts, Group, Worklist } from '../../view.ts';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { useAsked } from './asked.ts';
import { Line } from './Line.tsx';

const shownGroups = ['overdue', 'week', 'month'] as const satisfies Group[];

/** As many of each group as one glance takes in; the group itself shows all. */
const shownAtOnce = 10;

export function Sections({ counts }: { counts: Counts }) {
  const t = useWords(words);
  const { narrowed } = useAsked();
  if (shownGroups.every((group) => counts[group] === 0)) {
    const why = narrowed ? 'empty.filtered' : 'empty.all';
    return (
      <div className={css.gap}>
        <Empty title={t(why)} text={t(`${why}_text`)} />
      </div>
    );
  }
  return shownGroups.map((group) => <Section key={group} group={group} count={counts[group]} />);
}

function Section({ group, count }: { group: (typeof shownGroups)[number]; count: number }) {
  const t = useWords(words);
  const { path, words: address } = useAddress();
  // One line says it: on a phone what there is to do must not stand below what there is not.
  if (count === 0) return <p className={css.nothing}>{t(`empty.${group}`)}</p>;
  const more = count > shownAtOnce && (
    <To href={hrefOf(path, { ...address, group })}>{t('list.see_all', { count })}</To>
  );
  return (
    <div className={css.section}>
      <Panel title={t(`group.${group}`)} second={t(`text.${group}`)} action={more}>
        <Nearest group={group} />
      </Panel>
    </div>
  );
}

function Nearest({ group }: { group: Group }) {
  const t = useWords(words);
  const { asked } = useAsked();
  const query = useRead<Worklist>('/worklist', {
    params: { ...asked, group, limit: shownAtOnce },
    keep: true,
  });
  if (query.data === undefined)
    return query.error ? (
      <Failure error={query.error} retry={() => void query.refetch()} />
    ) : (
      <Waiting rows={6} />
    );
  return (
    <ul className={css.lines} aria-label={t(`group.${group}`)} aria-busy={query.isPlaceholderData}>
      {query.data.items.map((item) => (
        <Line key={item.key} item={item} />
      ))}
    </ul>
  );
}
