// Assigning targets: one committee and period on one sheet – its own number, what the units below have, register and get.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { hrefOf, To, useAddress, useGo, useParam } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { CascadeView } from '../view.ts';
import css from './cascade.module.css';
import { ClashDialog } from './ClashDialog.tsx';
import { CoursePart } from './course/CoursePart.tsx';
import { GapBar } from './GapBar.tsx';
import { OwnPart } from './OwnPart.tsx';
import { Paper } from './Paper.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { SayPart } from './course/SayPart.tsx';
import { Sheet } from './Sheet.tsx';
import { Figures, Helpers, massColumn, useColumns } from './Tools.tsx';
import { type Editor, useEditor } from './use-editor.ts';
import { words } from './words.ts';
import { type Say, sayPeriod } from './words-of.ts';
import { YearsPart } from './YearsPart.tsx';

export function CascadePage() {
  const t = useWords(words);
  const id = useParam('unit');
  const { words: address } = useAddress();
  const today = useToday();
  const period = address.period ?? today.slice(0, 4);
  // Whoever types is not interrupted; what others saved is told when saving.
  const query = useRead<CascadeView>(`/plans/${id}/cascade`, { params: { period }, keep: true });
  const unit = query.data?.unit;
  if (address.print) return <Printed query={query} />;
  return (
    <Page
      {...headOf(unit, period, t)}
      help={[t('page.help1'), t('page.help2'), t('page.help3')]}
      back={{ href: hrefOf('/plans', { period, unit: id }), label: t('page.back') }}
      actions={<HeadActions period={period} id={id} terms={query.data?.terms ?? []} />}
    >
      <Loaded of={query} rows={14}>
        {(view) => <Cascade key={`${view.unit.id} ${view.period.key}`} view={view} />}
      </Loaded>
    </Page>
  );
}

/** What the page is called; whose sheet it is, is said once it is known. */
function headOf(unit: CascadeView['unit'] | undefined, period: string, t: Say) {
  const about = { unit: unit?.name ?? '', period: sayPeriod(period, t) };
  const purpose = unit?.cell ? t('page.purpose_cell', about) : t('page.purpose', about);
  return {
    title: t(unit?.cell ? 'page.title_cell' : 'page.title'),
    purpose: unit ? purpose : t('page.purpose_any'),
  };
}

function HeadActions({ period, id, terms }: { period: string; id: string; terms: string[] }) {
  const t = useWords(words);
  const go = useGo();
  const { path, words: address } = useAddress();
  return (
    <>
      <PeriodPicker period={period} terms={terms} />
      <Button variant="default" onClick={() => go(hrefOf(`/plans/${id}`, { period }))}>
        {t('page.sheet')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => go(hrefOf(path, { ...address, print: '1' }))}
      >
        {t('page.print')}
      </Button>
    </>
  );
}

function Printed({ query }: { query: ReturnType<typeof useRead<CascadeView>> }) {
  const t = useWords(words);
  const { path, words: address } = useAddress();
  const { columns } = useColumns();
  return (
    <>
      <p className="no-print">
        <To href={hrefOf(path, { ...address, print: null })}>{t('paper.back')}</To>
      </p>
      <Loaded of={query} rows={14} page>
        {(view) => <Paper view={view} columns={columns} />}
      </Loaded>
    </>
  );
}

function Cascade({ view }: { view: CascadeView }) {
  const editor = useEditor(view);
  const shown = useColumns();
  const party = view.rows.filter((row) => !row.mass);
  const mass = view.rows.filter((row) => row.mass);
  const own = party.length > 0 || mass.length === 0 ? shown.columns : [];
  const columns = mass.length > 0 ? [...own, massColumn] : own;
  const locked = !view.can.includes('assign') || view.plan?.state === 'approved';
  return (
    <>
      <CoursePart editor={editor} columns={columns} />
      <Kept editor={editor} />
      <OwnPart view={view} columns={columns} />
      {view.period.kind === 'years' && <YearsPart view={view} columns={shown.columns} />}
      <Sheets editor={editor} {...{ party, mass, locked, shown }} />
      <SayPart view={view} />
      {view.rows.length > 0 && <GapBar editor={editor} columns={columns} locked={locked} />}
      {editor.clashes && <ClashDialog editor={editor} clashes={editor.clashes} />}
    </>
  );
}

/** What was typed on an earlier visit is there again, and said. */
function Kept({ editor: { keptFrom, typings } }: { editor: Editor }) {
  const t = useWords(words);
  if (!keptFrom || Object.keys(typings).length === 0) return null;
  return <Notice>{t('save.kept', { at: formatInstant(keptFrom) })}</Notice>;
}

interface SheetsProps {
  editor: Editor;
  party: CascadeView['rows'];
  mass: CascadeView['rows'];
  locked: boolean;
  shown: ReturnType<typeof useColumns>;
}

function Sheets({ editor, party, mass, locked, shown }: SheetsProps) {
  const t = useWords(words);
  if (party.length + mass.length === 0) return <Empty title={t('sheet.none')} text={t('sheet.none_way')} />;
  const strained = party.some(({ strain }) => strain.length > 0);
  const parts = shown.columns.some((id) => id.includes('.'));
  return (
    <>
      {party.length > 0 && (
        <Panel title={t('sheet.party')}>
          <Figures {...shown} />
          {!locked && (
            <Helpers editor={editor} columns={[...shown.columns, ...(mass.length > 0 ? [massColumn] : [])]} />
          )}
          <Sheet editor={editor} rows={party} columns={shown.columns} locked={locked} />
          {strained && <p className={css.hint}>{t('sheet.quality')}</p>}
          {parts && <p className={css.hint}>{t('sheet.parts')}</p>}
        </Panel>
      )}
      {mass.length > 0 && (
        <Panel title={t('sheet.mass')} second={t('sheet.mass_second')}>
          <Sheet editor={editor} rows={mass} columns={[massColumn]} locked={locked} />
        </Panel>
      )}
    </>
  );
}
