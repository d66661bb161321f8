// Who the members are: ages on both sides of a line, and parts of the whole. In what is taken away of another unit small
// counts are spared.
import { useMemo } from 'react';
import { heightOfBars, sketchBars } from '../../ui/chart/bars.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { sketchPyramid } from '../../ui/chart/pyramid.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatNumber, formatShare } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { agesMayLeave, type Band, shownBands, shownParts } from '../spared.ts';
import type { Opened, OverviewView } from '../view.ts';
import { words } from '../words.ts';
import { useBack } from './OpenNumber.tsx';
import { type Say, useFile } from './parts.ts';
import css from './overview.module.css';

export function PeopleParts({ view }: { view: OverviewView }) {
  if (view.people.total.count === 0) return null;
  return (
    <div className={css.pair}>
      <Ages view={view} />
      <Composition view={view} />
    </div>
  );
}

const sumOf = (bands: readonly Band[], side: 'men' | 'women'): number =>
  bands.reduce((sum, band) => sum + (band[side] ?? 0), 0);

function Ages({ view }: { view: OverviewView }) {
  const t = useWords(words);
  const tell = useTell();
  const back = useBack();
  const file = useFile(view);
  const { unknown } = view.people;
  const plain = useMemo(() => shownBands(view, false), [view]);
  const bands = useMemo(() => withPeople(view.people.bands), [view]);
  const heads = { men: sumOf(plain, 'men'), women: sumOf(plain, 'women') };
  const sketch = useMemo(() => pyramidOf(plain, bands, t), [plain, bands, t]);
  const paper = pyramidOf(shownBands(view, true), bands, t);
  const highest = bands.toSorted((a, b) => b.men.count + b.women.count - a.men.count - a.women.count)[0];
  if (!highest) return null;
  const sums = t('age.told_sums', {
    ...heads,
    share: formatShare(heads.women / Math.max(1, heads.men + heads.women)),
  });
  const most = t('age.told_most', {
    band: tell(highest.label).toLocaleLowerCase('vi'),
    count: highest.men.count + highest.women.count,
  });
  const told = `${sums} ${most}${unknown > 0 ? t('age.unknown', { count: unknown }) : ''}`;
  const cell = ({ count, href }: Opened, what: string) => ({
    said: formatNumber(count),
    href: href && back(href),
    label: t('over.open', { what, count }),
  });
  return (
    <Panel title={t('age.title')}>
      <Chart
        name={t('age.title')}
        told={told}
        sketch={sketch}
        height={3 + bands.length * 2.25}
        figures={{
          head: [t('age.band'), t('age.men'), t('age.women')],
          rows: bands.map(({ label, men, women }) => [
            tell(label),
            cell(men, `${t('age.men')}, ${tell(label)}`),
            cell(women, `${t('age.women')}, ${tell(label)}`),
          ]),
        }}
        {...(agesMayLeave(view)
          ? { file: { ...file(true), sketch: paper, told: view.own ? told : sums } }
          : {})}
      />
    </Panel>
  );
}

/** Without the ages at both ends that nobody has. */
function withPeople(bands: OverviewView['people']['bands']) {
  const held = ({ men, women }: (typeof bands)[number]) => men.count + women.count > 0;
  return bands.slice(bands.findIndex(held), bands.findLastIndex(held) + 1);
}

/** Short enough for the line in the middle: 'Từ 18 đến 30 tuổi' → '18–30'. */
const short = ({ code }: Band): string => code.replace('-', '–');

/** Of those that have people; the sums are of all. */
function pyramidOf(
  all: readonly Band[],
  held: readonly { code: string; men: Opened; women: Opened }[],
  t: Say,
) {
  const bands = all.filter(({ code }) => held.some((band) => band.code === code));
  const heads = {
    men: held.reduce((sum, { men }) => sum + men.count, 0),
    women: held.reduce((sum, { women }) => sum + women.count, 0),
  };
  const said = (count: number | null) => (count === null ? t('over.hidden') : formatNumber(count));
  return sketchPyramid({
    bands: bands.map((band) => ({
      name: short(band),
      left: band.men ?? 0,
      right: band.women ?? 0,
      leftSaid: said(band.men),
      rightSaid: said(band.women),
    })),
    left: t('age.head', { word: t('age.men'), count: heads.men }),
    right: t('age.head', { word: t('age.women'), count: heads.women }),
  });
}

function Composition({ view }: { view: OverviewView }) {
  const t = useWords(words);
  const tell = useTell();
  const back = useBack();
  const file = useFile(view);
  const { total } = view.people;
  const bars = (away: boolean) =>
    shownParts(view, away).map(({ label, count }) => ({
      name: tell(label),
      value: count ?? 0,
      said: count === null ? t('over.hidden') : saidOf(count, total.count),
      behind: total.count,
    }));
  const [shown, taken] = [bars(false), bars(true)];
  const parts = view.people.parts.filter(({ count }) => count > 0);
  if (parts.length === 0) return null;
  return (
    <Panel title={t('parts.title')}>
      <Chart
        name={t('parts.title')}
        told={t('parts.told', { total: total.count })}
        sketch={sketchBars(shown)}
        height={heightOfBars(shown)}
        figures={{
          head: [t('parts.part'), t('parts.count'), t('parts.share')],
          rows: parts.map(({ label, count, href }) => [
            tell(label),
            {
              said: formatNumber(count),
              href: href && back(href),
              label: t('over.open', { what: tell(label), count }),
            },
            formatShare(count / total.count),
          ]),
        }}
        file={{ ...file(true), sketch: sketchBars(taken) }}
      />
    </Panel>
  );
}

const saidOf = (count: number, total: number): string =>
  `${formatNumber(count)} · ${formatShare(count / total)}`;
