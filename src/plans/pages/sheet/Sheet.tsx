// The sheet itself, for its own page and for whoever has nothing below: the answer first, then its parts.
import { type ComponentType, Suspense } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useOn } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Tabs } from '../../../ui/show/Tabs.tsx';
import { Waiting } from '../../../ui/show/Waiting.tsx';
import { findFigure } from '../../../statistics/figure.ts';
import type { FigureSheet, SheetView } from '../../view.ts';
import type { Asked } from '../asked.ts';
import { OutlookPart, type PartProps, sheetParts } from '../parts.tsx';
import { Switches } from '../tree/Switches.tsx';
import { words } from '../words.ts';
import { Boxes } from './Boxes.tsx';
import { CoursePart } from './CoursePart.tsx';
import { GivenPart } from './GivenPart.tsx';
import { NextPart } from './NextPart.tsx';
import { WhoPart } from './WhoPart.tsx';
import { YearsPart } from './YearsPart.tsx';

export function Sheet({ unitId, asked }: { unitId: number; asked: Asked }) {
  const { period, on } = asked;
  const query = useRead<SheetView>(`/plans/${unitId}`, { params: { period, on }, keep: true });
  return (
    <Loaded of={query} rows={14}>
      {(data) => <SheetBody sheet={data} asked={asked} />}
    </Loaded>
  );
}

export function SheetBody({ sheet, asked }: { sheet: SheetView; asked: Asked }) {
  const t = useWords(words);
  const own = sheet.figures.find(({ figure }) => figure === asked.figure) ?? sheet.figures[0];
  if (!own) return <Empty title={t('given.history_none')} />;
  return (
    <>
      <Switches plan={offered(sheet, own)} />
      {sheet.unit.endedOn && (
        <Notice title={t('sheet.ended', { day: formatDay(sheet.unit.endedOn) })}>{null}</Notice>
      )}
      <Boxes sheet={sheet} own={own} />
      <Tabs
        name={t('sheet.parts')}
        word="part"
        tabs={[
          { id: 'todo', label: t('sheet.tab_todo'), content: <Todo sheet={sheet} own={own} /> },
          {
            id: 'course',
            label: t('sheet.tab_course'),
            content: (
              <>
                <CoursePart sheet={sheet} own={own} />
                <YearsPart sheet={sheet} own={own} />
              </>
            ),
          },
          { id: 'who', label: t('sheet.tab_who'), content: <WhoPart sheet={sheet} own={own} /> },
          { id: 'given', label: t('sheet.tab_given'), content: <GivenPart sheet={sheet} own={own} /> },
        ]}
      />
    </>
  );
}

/** Years and longer periods that this unit has something of. */
function offered(sheet: SheetView, own: FigureSheet) {
  const years = own.years.map(({ year }) => String(year)).toReversed();
  const longer = own.within.map(({ period }) => period.key);
  return {
    ...sheet,
    figure: own.figure,
    figures: sheet.figures.map(({ figure }) => ({
      id: figure,
      label: findFigure(figure)?.label ?? { vi: figure, en: figure },
      parts: [],
    })),
    periods: [...new Set([...longer, ...years])],
  };
}

/** Who and which step is next, how it may end, what is being done about it. */
function Todo({ sheet, own }: { sheet: SheetView; own: FigureSheet }) {
  const t = useWords(words);
  const { past } = useOn();
  const { RegisterForm, MeasurePart, UrgePart } = sheetParts();
  const about = {
    unitId: sheet.unit.id,
    period: sheet.period.key,
    figure: own.figure,
    ...(past ? { on: sheet.on } : {}),
  };
  // Who is urged reads it first; who urges others looks at the people first.
  const urges = own.line.can.includes('urge');
  return (
    <>
      {!urges && <Shown part={UrgePart} about={about} />}
      {findFigure(own.figure)?.of === 'party' && <NextPart sheet={sheet} past={past} />}
      {RegisterForm && own.line.can.includes('propose') && !past && (
        <Panel title={t('register.title')} second={t('register.second')}>
          <Shown part={RegisterForm} about={about} />
        </Panel>
      )}
      <Shown part={OutlookPart} about={about} />
      <Shown part={MeasurePart} about={about} />
      {urges && <Shown part={UrgePart} about={about} />}
    </>
  );
}

function Shown({ part: Part, about }: { part: ComponentType<PartProps> | undefined; about: PartProps }) {
  if (!Part) return null;
  return (
    <Suspense fallback={<Waiting rows={3} />}>
      <Part {...about} />
    </Suspense>
  );
}
