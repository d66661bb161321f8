// The catalogue: every figure by its group, found by a word with or without its accents.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { fold } from '../../platform/text.ts';
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import type { CatalogueView, FigureView } from '../catalogue/view.ts';
import css from './statistics.module.css';
import { words } from './words.ts';

export function StatisticsPage() {
  const t = useWords(words);
  const query = useRead<CatalogueView>('/statistics', { staleTime: Number.POSITIVE_INFINITY });
  return (
    <Page
      title={t('stat.title')}
      purpose={t('stat.purpose')}
      help={[t('stat.help1'), t('stat.help2'), t('stat.help3')]}
    >
      <Loaded of={query} rows={12}>
        {(catalogue) => <Groups catalogue={catalogue} />}
      </Loaded>
    </Page>
  );
}

function Groups({ catalogue }: { catalogue: CatalogueView }) {
  const t = useWords(words);
  const tell = useTell();
  const { words: address, set } = useAddress();
  const sought = fold(address.q ?? '').trim();
  const found = catalogue.items.filter((figure) => matches(figure, sought));
  return (
    <>
      <TextInput
        className={css.search}
        label={t('stat.search')}
        description={t('stat.search_hint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={address.q ?? ''}
        onChange={(event) => set({ q: event.currentTarget.value || null })}
      />
      {found.length === 0 && <Empty title={t('stat.none_found')} />}
      {catalogue.groups.map(({ id, label }) => (
        <Group key={id} name={tell(label)} figures={found.filter(({ group }) => group === id)} />
      ))}
    </>
  );
}

const matches = ({ label, definition }: FigureView, sought: string): boolean =>
  sought === '' || [label.vi, label.en, definition.vi].some((text) => fold(text).includes(sought));

/** The whole of it stands on the page of the figure. */
const firstPart = (text: string): string => `${text.split(/[.;:] /)[0]?.replace(/\.$/, '')}.`;

function Group({ name, figures }: { name: string; figures: FigureView[] }) {
  const tell = useTell();
  const { words: address } = useAddress();
  if (figures.length === 0) return null;
  return (
    <section className={css.group}>
      <h2>{name}</h2>
      <ul>
        {figures.map(({ id, label, definition }) => (
          <li key={id}>
            <To href={hrefOf(`/statistics/${id}`, { unit: address.unit, on: address.on })}>{tell(label)}</To>
            <p className={css.second}>{firstPart(tell(definition))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
