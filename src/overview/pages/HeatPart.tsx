// The units below as areas, shaded by one of three figures; the same figures of every unit as a table, each name leading
// down.
import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useAddress } from '../../ui/address.tsx';
import { Chart } from '../../ui/chart/Chart.tsx';
import { type HeatUnit, sketchHeat } from '../../ui/chart/heat.ts';
import { useWords } from '../../ui/i18n.tsx';
import { formatNumber, formatShare, formatTenths } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import type { Below, OverviewView } from '../view.ts';
import { words } from '../words.ts';
import { type Say, useFile, useGoDown, useUnitHref } from './parts.ts';
import css from './overview.module.css';

const ways = ['progress', 'per_hundred', 'idle'] as const;
type Way = (typeof ways)[number];

export function HeatPart({ view }: { view: OverviewView }) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const hrefFor = useUnitHref();
  const go = useGoDown();
  const fileFor = useFile(view);
  const way = ways.find((one) => one === address.heat) ?? 'progress';
  const sketch = useMemo(() => sketchHeat(areasOf(view.units, way)), [view.units, way]);
  const name = t(`heat.${way}`);
  return (
    <Panel
      title={t('heat.title')}
      second={t('heat.second')}
      action={
        <NativeSelect
          label={t('heat.choose')}
          value={way}
          onChange={(event) =>
            set({ heat: event.currentTarget.value === 'progress' ? null : event.currentTarget.value })
          }
          data={ways.map((one) => ({ value: one, label: t(`heat.${one}`) }))}
        />
      }
    >
      <div className={css.heat}>
        <Chart
          name={`${t('heat.title')}: ${name}`}
          told={toldOf(view.units, way, t)}
          sketch={sketch}
          height={Math.min(34, 12 + view.units.length * 0.4)}
          figures={{ head: headOf(t), rows: view.units.map((unit) => rowOf(unit, hrefFor(unit.id))) }}
          file={fileFor()}
          pick={go}
        />
      </div>
    </Panel>
  );
}

const valueOf: Record<Way, (unit: Below) => number | null> = {
  progress: ({ progress }) => progress,
  per_hundred: ({ perHundred }) => perHundred,
  idle: ({ idle, cells }) => (cells > 0 ? idle / cells : null),
};

const saidOf = (unit: Below, way: Way): string => {
  const value = valueOf[way](unit);
  if (way === 'idle') return `${formatNumber(unit.idle)}/${formatNumber(unit.cells)}`;
  if (value === null) return '–';
  return way === 'progress' ? formatShare(value) : formatTenths(value);
};

/** Shares as they are; a rate against the highest of those shown. */
function areasOf(units: readonly Below[], way: Way): HeatUnit[] {
  const highest = Math.max(0, ...units.map((unit) => valueOf[way](unit) ?? 0));
  const full = way === 'per_hundred' ? highest || 1 : 1;
  return units.map((unit) => {
    const value = valueOf[way](unit);
    return {
      id: String(unit.id),
      name: unit.name,
      size: unit.members,
      heat: value === null ? null : Math.min(1, value / full),
      said: saidOf(unit, way),
      reached: way === 'progress' && value !== null && value >= 1,
    };
  });
}

function toldOf(units: readonly Below[], way: Way, t: Say): string {
  if (way === 'idle') {
    const sum = (of: (unit: Below) => number) => units.reduce((all, unit) => all + of(unit), 0);
    return t('heat.idle_told', { idle: sum(({ idle }) => idle), cells: sum(({ cells }) => cells) });
  }
  const known = units.filter((unit) => valueOf[way](unit) !== null);
  if (way === 'progress') {
    const reached = known.filter(({ progress }) => (progress ?? 0) >= 1).length;
    return t('heat.progress_told', { reached, of: known.length });
  }
  const highest = known.toSorted((a, b) => (b.perHundred ?? 0) - (a.perHundred ?? 0))[0];
  return highest
    ? t('heat.per_hundred_told', { name: highest.name, said: saidOf(highest, way) })
    : t('heat.second');
}

const headOf = (t: Say): string[] => [
  t('heat.unit'),
  t('heat.members'),
  t('heat.done'),
  t('heat.target'),
  t('heat.share'),
  t('heat.hundred'),
  t('heat.cells'),
];

const rowOf = (unit: Below, href: string) => [
  { said: unit.name, href },
  formatNumber(unit.members),
  formatNumber(unit.done),
  unit.target === null ? '–' : formatNumber(unit.target),
  unit.progress === null ? '–' : formatShare(unit.progress),
  unit.perHundred === null ? '–' : formatTenths(unit.perHundred),
  `${formatNumber(unit.idle)}/${formatNumber(unit.cells)}`,
];
