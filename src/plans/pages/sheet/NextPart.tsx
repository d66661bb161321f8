// Who and which step is next: those nearest to admission first, each with the step that brings them on; then how many
// stand at each stage of the road.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { hrefOf, To, useGo } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { useCan } from '../../../ui/session.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { type Book, useBook } from '../../../road/pages/book.ts';
import type { DossierList, DossierRow } from '../../../road/view.ts';
import type { SheetView } from '../../view.ts';
import { words } from '../words.ts';
import css from './sheet.module.css';

type Stage = SheetView['stages'][number];

const stagesShown = 4;
const peopleShown = 3;

export function NextPart({ sheet, past }: { sheet: SheetView; past: boolean }) {
  const t = useWords(words);
  const book = useBook();
  const reads = useCan('dossier.read');
  const inOrder = book ? alongRoad(sheet.stages, book) : [];
  const count = sheet.stages.reduce((sum, stage) => sum + stage.count, 0);
  if (past || !book) return null;
  return (
    <Panel title={t('next.title')} second={count > 0 ? t('next.second', { count }) : null}>
      {count === 0 && <Nobody unitId={sheet.unit.id} />}
      <div className={css.next}>
        {reads && count > 0 && <People stages={inOrder.toReversed()} book={book} unitId={sheet.unit.id} />}
        {count > 0 && <Stages stages={inOrder} book={book} />}
      </div>
    </Panel>
  );
}

/** As the road has them, from the first step on. */
function alongRoad(stages: readonly Stage[], book: Book): Stage[] {
  const place = new Map(book.stages.map(({ id }, at) => [id, at]));
  return stages
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => (place.get(a.stage) ?? 0) - (place.get(b.stage) ?? 0));
}

function Nobody({ unitId }: { unitId: number }) {
  const t = useWords(words);
  const go = useGo();
  const survey = (
    <Button variant="default" onClick={() => go(hrefOf('/sourcing', { unit: String(unitId) }))}>
      {t('next.survey')}
    </Button>
  );
  return <Empty title={t('next.none')} text={t('next.none_way')} action={survey} />;
}

interface PeopleProps {
  /** nearest to admission first */
  stages: readonly Stage[];
  book: Book;
  unitId: number;
}

function People({ stages, book, unitId }: PeopleProps) {
  const t = useWords(words);
  return (
    <div>
      {stages.slice(0, stagesShown).map((stage) => (
        <AtStage key={stage.stage} stage={stage} book={book} unitId={unitId} />
      ))}
      <To className={css.all} href={hrefOf('/dossiers', { unit: String(unitId), open: 'true' })}>
        {t('next.all')}
      </To>
    </div>
  );
}

function AtStage({ stage: { stage, count }, book, unitId }: { stage: Stage; book: Book; unitId: number }) {
  const t = useWords(words);
  const tell = useTell();
  const params = { unit: unitId, stage, open: 'true', sort: 'due', limit: peopleShown };
  const people = useRead<DossierList>('/dossiers', { params, keep: true });
  return (
    <div className={css.atStage}>
      <h3>{tell(book.stageLabel(stage))}</h3>
      <Loaded of={people} rows={1}>
        {({ items }) => (
          <ul>
            {items.map((row) => (
              <Person key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Loaded>
      {count > peopleShown && (
        <To className={css.second} href={hrefOf('/dossiers', { unit: String(unitId), open: 'true', stage })}>
          {t('next.more', { count: count - peopleShown })}
        </To>
      )}
    </div>
  );
}

/** With the nearest duty; what ends years from now (a certificate, a term) is none. Where the rules bid wait, until when. */
function Person({ row }: { row: DossierRow }) {
  const t = useWords(words);
  const tell = useTell();
  const { id, fullName, unitName, nextStep, dutyOn, lateDays, blocked } = row;
  return (
    <li className={css.person}>
      <div>
        <To href={`/dossiers/${id}`} className={css.strong}>
          {fullName}
        </To>
        <span className={css.second}>{unitName}</span>
      </div>
      <div>
        {nextStep ? t('next.step_is', { step: tell(nextStep) }) : t('next.nothing')}
        {dutyOn && <Due on={dutyOn} late={(lateDays ?? 0) > 0} />}
        {blocked && <span className={css.second}>{tell(blocked)}</span>}
      </div>
    </li>
  );
}

function Due({ on, late }: { on: string; late: boolean }) {
  const t = useWords(words);
  const said = t('next.due_on', { day: formatDay(on) });
  return <span className={css.second}>{late ? <StatusMark tone="act">{said}</StatusMark> : said}</span>;
}

function Stages({ stages, book }: { stages: readonly Stage[]; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <div>
      <h3 className={css.strong}>{t('next.stages')}</h3>
      <p className={css.second}>{t('next.stages_second')}</p>
      <ul className={css.stages}>
        {stages.map(({ stage, count }) => (
          <li key={stage} className={css.stage}>
            <span>{tell(book.stageLabel(stage))}</span>
            <span aria-hidden>
              <span className={css.stageBar} style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span>{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
