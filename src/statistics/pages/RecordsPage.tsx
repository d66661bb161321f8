// The records behind a number, page by page; each leads to the person, the dossier or the unit.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, To, useAddress, useParam } from '../../ui/address.tsx';
import { apiHref } from '../../ui/api.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { useListing } from '../../ui/list/listing.ts';
import { More } from '../../ui/list/More.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { Failure } from '../../ui/show/Failure.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import type { CatalogueView, FigureView, RecordsView } from '../catalogue/view.ts';
import type { Say } from './asked.ts';
import css from './statistics.module.css';
import { words } from './words.ts';

type Item = RecordsView['items'][number];
const carried = [
  'unit',
  'on',
  'from',
  'to',
  'tree',
  'where',
  'own',
  'net',
  'yearly',
  'since',
  'change',
] as const;

/** Pages whose numbers open here. */
const listedFrom = ['/statistics', '/overview'];

export function RecordsPage() {
  const t = useWords(words);
  const tell = useTell();
  const id = useParam('figure');
  const { words: address } = useAddress();
  const catalogue = useRead<CatalogueView>('/statistics', { staleTime: Number.POSITIVE_INFINITY });
  const figure = catalogue.data?.items.find((one) => one.id === id);
  const here = listedFrom.some((place) => address.back?.startsWith(place)) ? address.back : undefined;
  const back = here ?? hrefOf(`/statistics/${id}`, {});
  return (
    <Page
      title={t('rec.title', { figure: figure ? tell(figure.label) : '' })}
      purpose={t('rec.purpose')}
      help={[t('rec.help1'), t('rec.help2'), t('rec.help3')]}
      back={{ href: back, label: t('rec.back') }}
      actions={figure && <Download figure={figure} />}
    >
      {figure ? (
        <Records figure={figure} />
      ) : catalogue.isPending ? (
        <Waiting rows={8} />
      ) : (
        <Records figure={null} />
      )}
    </Page>
  );
}

/** The whole list, however long: the file is written while it is being fetched. */
function Download({ figure }: { figure: FigureView }) {
  const t = useWords(words);
  const { words: address } = useAddress();
  const asked = Object.fromEntries(carried.map((word) => [word, address[word] ?? null]));
  return (
    <Button
      component="a"
      href={apiHref(`/statistics/${figure.id}/records.xlsx`, asked)}
      download
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {t('stat.export')}
    </Button>
  );
}

function Records({ figure }: { figure: FigureView | null }) {
  const t = useWords(words);
  const tell = useTell();
  const id = useParam('figure');
  const { words: address } = useAddress();
  const params = Object.fromEntries(carried.map((word) => [word, address[word] ?? null]));
  const listing = useListing<Item>({ path: `/statistics/${id}/records`, params });
  const { query, items, total } = listing;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting rows={8} />;
  return (
    <>
      <p className={css.total} role="status">
        {t('rec.total', { count: total })}
      </p>
      <SmallTable<Item>
        name={figure ? tell(figure.label) : t('rec.purpose')}
        rows={items}
        keyOf={(item) => item.id}
        columns={columnsOf({ figure, t, tell })}
        empty={{ title: t('rec.none') }}
      />
      <More listing={listing} />
    </>
  );
}

const places: Record<Item['kind'], string> = { person: '/people', dossier: '/dossiers', unit: '/units' };

interface About {
  figure: FigureView | null;
  t: Say;
  tell: ReturnType<typeof useTell>;
}

function columnsOf({ figure, t, tell }: About): Column<Item>[] {
  const unit = figure?.record === 'unit';
  return [
    {
      id: 'subject',
      label: t(unit ? 'rec.unit_subject' : 'rec.subject'),
      cell: ({ subject, kind }) =>
        subject ? <To href={`${places[kind]}/${subject.id}`}>{subject.name}</To> : t('rec.away'),
    },
    { id: 'unit', label: t('rec.unit'), cell: ({ unitName }) => unitName },
    {
      id: 'on',
      label: t(figure?.nature === 'stock' ? 'rec.from' : 'rec.on'),
      tight: true,
      cell: ({ on }) => formatDay(on),
    },
    { id: 'said', label: t('rec.said'), cell: ({ said }) => (said ? tell(said) : '') },
  ];
}
