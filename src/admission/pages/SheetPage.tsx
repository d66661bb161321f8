// The A4 sheet of an act: facts, vote, law and blanks for signatures, made from the record so that paper and record agree.
import { useEffect } from 'react';
import { formatDay } from '../../platform/day.ts';
import { messages as meetingWords } from '../../meetings/messages.ts';
import type { Message } from '../../platform/messages.ts';
import { To, useAddress, useParam } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatShare } from '../../ui/numbers.ts';
import { PrintSheet } from '../../ui/print/PrintSheet.tsx';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import type { DossierView, SheetView } from '../../road/view.ts';
import { beforeLine, lawLines } from './sheet.ts';
import css from './sheet.module.css';
import { words } from './words.ts';

export function SheetPage() {
  const t = useWords(words);
  const [id, entry] = [useParam('id'), useParam('entry')];
  const { words: address } = useAddress();
  const dossier = useRead<DossierView>(`/dossiers/${id}`, { enabled: !address.sheet });
  const first = dossier.data?.acts.find((act) => act.entry === entry)?.sheets[0]?.id;
  const chosen = address.sheet ?? first;
  return (
    <>
      <p className={`${css.back} no-print`}>
        <To href={`/dossiers/${id}`}>{t('sheet.back')}</To>
      </p>
      {chosen && <ChosenSheet id={id} entry={entry} sheet={chosen} />}
      {!chosen && (
        <Loaded of={dossier} rows={10}>
          {() => <Empty title={t('sheet.none')} />}
        </Loaded>
      )}
    </>
  );
}

function ChosenSheet({ id, entry, sheet }: { id: string; entry: string; sheet: string }) {
  const query = useRead<SheetView>(`/dossiers/${id}/sheets/${encodeURIComponent(sheet)}`, {
    params: { entry },
  });
  return (
    <Loaded of={query} rows={14} page>
      {(data) => <Sheet data={data} />}
    </Loaded>
  );
}

/** Paper is Vietnamese, whatever the language of the screen. */
const vi = (message: Message) => message.vi;

function Sheet({ data }: { data: SheetView }) {
  const tell = useTell();
  const { superior, unit } = data;
  const title = vi(data.title);
  const name = tell(data.title);
  useEffect(() => {
    document.title = `${name} · Nguồn`;
  }, [name]);
  return (
    <PrintSheet
      left={[superior, unit].filter((line) => line !== null).map((line) => line.toLocaleUpperCase('vi'))}
      right={[words['sheet.party'].vi]}
      place={data.place}
      on={data.on?.length === 10 ? data.on : null}
      {...(data.number ? { number: data.number } : {})}
      title={title.toLocaleUpperCase('vi')}
      {...(data.form ? { subtitle: words['sheet.form'].vi.replace('{form}', data.form) } : {})}
      signatures={data.signatures.map((one) => ({
        title: vi(one.title).toLocaleUpperCase('vi'),
        ...(one.name ? { name: one.name } : {}),
      }))}
      watermark={data.watermark && vi(data.watermark)}
    >
      <Facts data={data} />
      {data.vote && <Vote vote={data.vote} />}
      <Before acts={data.acts} />
      <Law law={data.law} />
    </PrintSheet>
  );
}

function Facts({ data: { person, facts } }: { data: SheetView }) {
  const born = formatDay(person.bornOn) || '……/……/…………';
  const known = facts.map(({ label, value }): Row => [vi(label), value]);
  return (
    <Table rows={[[words['sheet.person'].vi, person.fullName], [words['sheet.born'].vi, born], ...known]} />
  );
}

type Row = [label: string, value: string | number | null];

/** What is not known has no line. */
function Table({ rows }: { rows: Row[] }) {
  return (
    <table className={css.facts}>
      <tbody>
        {rows
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

const grounds: Readonly<Record<string, Message>> = meetingWords;
const groundWord = (ground: string) => grounds[`ballot.${ground}`]?.vi ?? ground;
const bodyWord = (body: string) => grounds[`meeting.body.${body}`]?.vi ?? body;

function Vote({ vote }: { vote: NonNullable<SheetView['vote']> }) {
  const share = formatShare(vote.base > 0 ? vote.yes / vote.base : 0);
  const result = vote.passed === null ? null : words[vote.passed ? 'sheet.carried' : 'sheet.not_carried'].vi;
  const left = vote.excluded.map(({ ground, count }): Row => {
    const named = groundWord(ground).toLocaleLowerCase('vi');
    return [words['sheet.excluded_line'].vi.replace('{ground}', named), count];
  });
  const rows: Row[] = [
    [words['sheet.body'].vi, bodyWord(vote.body)],
    [words['sheet.held_on'].vi, formatDay(vote.heldOn) || null],
    [words['sheet.total'].vi, vote.total],
    ...left,
    [words['sheet.base'].vi, vote.base],
    [words['sheet.present'].vi, vote.present],
    [words['sheet.yes'].vi, `${vote.yes}/${vote.base} (${share})`],
    [words['sheet.no'].vi, vote.no],
    [words['sheet.blank'].vi, vote.blank],
    [words['sheet.result'].vi, result],
  ];
  return (
    <section>
      <h2 className={css.head}>{words['sheet.vote'].vi}</h2>
      <Table rows={rows} />
    </section>
  );
}

function Before({ acts }: { acts: SheetView['acts'] }) {
  if (acts.length === 0) return null;
  return (
    <section>
      <h2 className={css.head}>{words['sheet.before'].vi}</h2>
      <ol className={css.acts}>
        {acts.map((act) => (
          <li key={`${act.label.vi}${act.on}`}>{beforeLine(act)}</li>
        ))}
      </ol>
    </section>
  );
}

function Law({ law }: { law: SheetView['law'] }) {
  if (law.length === 0) return null;
  return (
    <section>
      <h2 className={css.head}>{words['sheet.law'].vi}</h2>
      <ul className={css.law}>
        {lawLines(law).map(({ document, title, clauses, unsure }) => (
          <li key={document}>
            {[document, title].filter(Boolean).join(' – ')}: {clauses.join('; ')}
            {unsure && ` (${words['sheet.unsure'].vi})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
