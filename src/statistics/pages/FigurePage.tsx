// One figure: its table for the chosen unit, day or period, its definition, and for one that stands why it differs
// from an earlier day.
import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, useAddress, useParam } from '../../ui/address.tsx';
import { apiHref } from '../../ui/api.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import type { CatalogueView, FigureView } from '../catalogue/view.ts';
import { type Asked, useAsked } from './asked.ts';
import { BridgePart } from './BridgePart.tsx';
import { Definition } from './Definition.tsx';
import { Movement } from './Movement.tsx';
import { FigurePaper } from './Paper.tsx';
import { ReportedPart } from './ReportedPart.tsx';
import { Switches } from './Switches.tsx';
import { Table } from './Table.tsx';
import { words } from './words.ts';

export function FigurePage() {
  const t = useWords(words);
  const tell = useTell();
  const id = useParam('figure');
  const asked = useAsked();
  const { words: address } = useAddress();
  const catalogue = useRead<CatalogueView>('/statistics', { staleTime: Number.POSITIVE_INFINITY });
  const figure = catalogue.data?.items.find((one) => one.id === id);
  if (address.print && figure) return <FigurePaper figure={figure} asked={asked} />;
  return (
    <Page
      title={figure ? tell(figure.label) : t('stat.title')}
      purpose={t('stat.purpose')}
      help={[t('stat.help1'), t('stat.help2'), t('stat.help3')]}
      asOf={formatDay(asked.on)}
      back={{ href: hrefOf('/statistics', { unit: address.unit, on: address.on }), label: t('stat.back') }}
      actions={figure && <Lesser figure={figure} asked={asked} />}
    >
      <Loaded of={catalogue} rows={10}>
        {() => <Shown id={id} figure={figure} asked={asked} />}
      </Loaded>
    </Page>
  );
}

function Shown({ id, figure, asked }: { id: string; figure: FigureView | undefined; asked: Asked }) {
  // A figure that does not exist is told by its own answer.
  if (!figure) return <Table id={id} asked={asked} />;
  const counts = figure.measure === 'count';
  return (
    <>
      <Switches figure={figure} asked={asked} />
      {figure.measure === 'identity' ? <Movement asked={asked} /> : <Table id={id} asked={asked} />}
      {figure.nature === 'stock' && counts && !asked.where && <BridgePart id={id} asked={asked} />}
      {counts && <ReportedPart figure={figure} asked={asked} />}
      <Definition figure={figure} />
    </>
  );
}

function Lesser({ figure, asked }: { figure: FigureView; asked: Asked }) {
  const t = useWords(words);
  const { set } = useAddress();
  const { unit, on, period, by, where } = asked;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => set({ print: 'a4' }, { replace: false })}
      >
        {t('stat.print')}
      </Button>
      <Button
        component="a"
        href={apiHref('/statistics.xlsx', { figure: figure.id, unit, on, period, by, where })}
        download
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('stat.export')}
      </Button>
    </>
  );
}
