// Where the unit stands: for a cell few and large things, for a committee what stands out, its units, years and members.
import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { useOn, useUnit } from '../../ui/address.tsx';
import { apiHref } from '../../ui/api.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import type { OverviewView } from '../view.ts';
import { words } from '../words.ts';
import { Boxes } from './Boxes.tsx';
import { FunnelPart } from './FunnelPart.tsx';
import { HeatPart } from './HeatPart.tsx';
import { Helps } from './Helps.tsx';
import { PeopleParts } from './PeopleParts.tsx';
import { Standouts } from './Standouts.tsx';
import { nameOf } from './parts.ts';
import { AgesPart, CombinedPart, MonthsPart, YearsPart } from './YearsParts.tsx';
import css from './overview.module.css';

export function OverviewPage() {
  const t = useWords(words);
  const unit = useUnit();
  const { on, past } = useOn();
  const params = { unit, on: past ? on : null };
  const query = useRead<OverviewView>('/overview', { params, keep: true });
  return (
    <Page
      title={t('over.title')}
      purpose={query.data ? `${nameOf(query.data, t)}. ${t('over.purpose')}` : t('over.purpose')}
      help={[t('over.help1'), t('over.help2'), t('over.help3')]}
      asOf={formatDay(on)}
      actions={<Lesser params={params} />}
    >
      <Loaded of={query} rows={14}>
        {(view) => (view.unit?.cell ? <Cell view={view} /> : <Branch view={view} />)}
      </Loaded>
    </Page>
  );
}

function Lesser({ params }: { params: { unit: string | null; on: string | null } }) {
  const t = useWords(words);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('over.print')}
      </Button>
      <Button
        component="a"
        href={apiHref('/overview.xlsx', params)}
        download
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('over.export')}
      </Button>
    </>
  );
}

/** Few, large and calm. */
function Cell({ view }: { view: OverviewView }) {
  return (
    <>
      <Boxes view={view} />
      {view.standouts.length > 0 && <Standouts view={view} />}
      {view.helps && view.unit && <Helps unit={view.unit.id} />}
      <YearsPart view={view} />
    </>
  );
}

function Branch({ view }: { view: OverviewView }) {
  return (
    <>
      <Boxes view={view} />
      <Standouts view={view} />
      {view.units.length > 1 && <HeatPart view={view} />}
      <div className={css.pair}>
        <YearsPart view={view} />
        <MonthsPart view={view} />
      </div>
      <FunnelPart view={view} />
      <PeopleParts view={view} />
      <div className={css.pair}>
        <AgesPart view={view} />
        <CombinedPart view={view} />
      </div>
    </>
  );
}
