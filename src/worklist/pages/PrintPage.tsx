// The list of one cell on A4, for a cell without a telephone: boxes to tick, due days, articles, who acts.
import { TextInput } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { addDays, formatDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import { fold } from '../../platform/text.ts';
import { hrefOf, To, useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { PrintSheet } from '../../ui/print/PrintSheet.tsx';
import { useCan } from '../../ui/session.tsx';
import { NoRight } from '../../ui/show/NoRight.tsx';
import type { WorkItem, WorkSheet } from '../view.ts';
import { dueWords, longDay } from '../../wording/due.ts';
import { byDay, countedFrom, lineName, partWords } from './due.ts';
import { useUnits } from './list/Filters.tsx';
import { articlesOf } from './list/articles.ts';
import { useSheet } from './sheet.ts';
import { words } from './words.ts';
import css from './worklist.module.css';

export function PrintPage() {
  const unit = useUnit();
  const units = useUnits();
  // A secretary has one cell: nothing to choose.
  const only = units.length === 1 ? String(units[0]?.id) : null;
  const shown = unit ?? only;
  const mayRead = useCan('worklist.read');
  if (!mayRead) return <NoRight />;
  return shown ? <Sheet key={shown} unit={shown} /> : <Choose />;
}

const mostOffered = 60;

function Choose() {
  const t = useWords(words);
  const units = useUnits();
  const [text, setText] = useState('');
  const wanted = fold(text);
  const found = units.filter(({ name }) => fold(name).includes(wanted)).slice(0, mostOffered);
  return (
    <Page
      title={t('print.choose')}
      purpose={t('print.choose_purpose')}
      back={{ href: '/worklist', label: t('print.back') }}
    >
      <TextInput
        type="search"
        label={t('print.choose_find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        className={css.find}
      />
      <ul className={css.cells}>
        {found.map(({ id, name }) => (
          <li key={id}>
            <To href={hrefOf('/worklist/print', { unit: String(id) })}>{name}</To>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">{t('print.choose_none')}</p>}
    </Page>
  );
}

function Sheet({ unit }: { unit: string }) {
  const query = useSheet(unit);
  return (
    <>
      <Around unit={unit} />
      <Loaded of={query} rows={14} page>
        {(data) => <Paper sheet={data} />}
      </Loaded>
    </>
  );
}

/** Back to the list, to another cell, and on to the next: forty sheets are printed one after the other. */
function Around({ unit }: { unit: string }) {
  const t = useWords(words);
  const units = useUnits();
  const next = units[units.findIndex(({ id }) => String(id) === unit) + 1];
  return (
    <nav aria-label={t('print.other')} className={`${css.around} no-print`}>
      <To href="/worklist">
        <IconArrowLeft size={16} aria-hidden /> {t('print.back')}
      </To>
      {units.length > 1 && <To href="/worklist/print">{t('print.other')}</To>}
      {next && (
        <To href={hrefOf('/worklist/print', { unit: String(next.id) })}>
          {t('print.next', { unit: next.name })} <IconArrowRight size={16} aria-hidden />
        </To>
      )}
    </nav>
  );
}

/** Paper is Vietnamese, whatever the language of the screen. */
const vi = (message: Message) => message.vi;
const upper = (text: string) => text.toLocaleUpperCase('vi');
const fill = (message: Message, params: Record<string, unknown> = {}) =>
  message.vi.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** A sheet is for the wall of the next meetings; what is due years ahead would only hide it. */
const daysAhead = 92;

function Paper({ sheet }: { sheet: WorkSheet }) {
  const { unit, superior, place, on, watermark } = sheet;
  const lastOn = addDays(on, daysAhead);
  const items = sheet.items.filter(({ dueOn }) => dueOn === null || dueOn <= lastOn);
  const later = sheet.items.length - items.length;
  const title = useTell()(words['print.title']);
  useEffect(() => {
    document.title = `${title} · ${unit.name} · Nguồn`;
  }, [title, unit.name]);
  return (
    <PrintSheet
      left={[superior?.name, unit.name].filter((line) => line !== undefined).map(upper)}
      right={[vi(words['print.party'])]}
      {...(place ? { place } : {})}
      on={on}
      title={upper(vi(words['print.title']))}
      subtitle={fill(words['print.subtitle'], { day: vi(longDay(on)) })}
      watermark={watermark && vi(watermark)}
    >
      {items.length === 0 ? <p>{vi(words['print.none'])}</p> : <Rows items={items} on={on} />}
      {later > 0 && <p>{fill(words['print.later'], { count: later, day: formatDay(lastOn) })}</p>}
      {items.length > 0 && <p className={css.paperNote}>{vi(words['print.note'])}</p>}
    </PrintSheet>
  );
}

const heads = ['print.done', 'print.due', 'print.what', 'print.law', 'print.who'] as const;

function Rows({ items, on }: { items: WorkItem[]; on: string }) {
  return (
    <div className={css.paperRows}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {vi(words[head])}
              </th>
            ))}
          </tr>
        </thead>
        {byDay(items, on).map(([when, own]) => (
          <tbody key={when}>
            <tr>
              <th colSpan={heads.length} scope="rowgroup">
                {vi(words[`group.${when}`])}
              </th>
            </tr>
            {own.map((item) => (
              <Row key={item.key} item={item} on={on} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ item, on }: { item: WorkItem; on: string }) {
  const part = partWords(item);
  const from = countedFrom(item);
  return (
    <tr>
      <td className={css.tick}>
        <span className={css.box} />
      </td>
      <td>
        <Due item={item} on={on} />
      </td>
      <td>
        <strong>
          {vi(lineName(item))}
          {part && ` – ${fill(part.message, part.params)}`}
        </strong>
        <br />
        {item.title}
        {item.second && ` · ${item.second}`}
        {from && <span className={css.small}>{fill(from.message, from.params)}</span>}
      </td>
      <td>
        {articlesOf(item).map(({ label, unsure }) => (
          <span key={label} className={css.small}>
            {label}
            {unsure && ` (${vi(words['print.unsure'])})`}
          </span>
        ))}
      </td>
      <td className={css.small}>{item.waitsFor.map(vi).join(', ')}</td>
    </tr>
  );
}

function Due({ item, on }: { item: WorkItem; on: string }) {
  const { late, message, params } = dueWords(item, on);
  if (!item.dueOn) return <>{vi(message)}</>;
  return (
    <>
      {vi(longDay(item.dueOn)).replace(formatDay(item.dueOn), '')}
      <strong>{formatDay(item.dueOn)}</strong>
      {late ? (
        <strong className={css.small}>{fill(message, params)}</strong>
      ) : (
        <span className={css.small}>{fill(message, params)}</span>
      )}
    </>
  );
}
