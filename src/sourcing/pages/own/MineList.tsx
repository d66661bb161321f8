// Those whom the reader introduced, newest first, with the answer of the cell; what still waits on the device stands above.
import { formatDay } from '../../../platform/day.ts';
import { useBook } from '../../../road/pages/book.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useWaitingPosts } from '../../../ui/outbox.ts';
import { useRead } from '../../../ui/query.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { MineList as Mine, MineRow } from '../../view.ts';
import { codeWord } from '../inbox/codes.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { nominationPost } from './introduce.ts';
import { stateWord } from './state.ts';

export function MineList() {
  const query = useRead<Mine>('/nominations/mine', { keep: true, carry: true });
  return (
    <>
      <WaitingHere />
      <Loaded of={query} rows={5}>
        {(data) => <Lines rows={data.items} />}
      </Loaded>
    </>
  );
}

function WaitingHere() {
  const t = useWords(words);
  const posts = useWaitingPosts(nominationPost);
  if (posts.length === 0) return null;
  return (
    <ul className={css.lines} aria-label={t('own.waiting_title')}>
      {posts.map((post) => (
        <li key={post.clientId} className={css.line}>
          <span className={css.strong}>{post.title}</span>
          <StatusMark tone="wait">{t('own.waiting_title')}</StatusMark>
        </li>
      ))}
    </ul>
  );
}

function Lines({ rows }: { rows: MineRow[] }) {
  const t = useWords(words);
  if (rows.length === 0) return <Empty title={t('own.empty')} text={t('own.empty_text')} />;
  return (
    <ul className={css.lines} aria-label={t('own.mine')}>
      {rows.map((row) => (
        <Line key={row.id} row={row} />
      ))}
    </ul>
  );
}

const tones = { waiting: 'wait', accepted: 'done', returned: 'act', ended: 'ended' } as const;

function Line({ row }: { row: MineRow }) {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  return (
    <li className={css.line}>
      <span>
        <span className={css.strong}>{row.fullName}</span>
        <span className={css.second}>
          {row.unitName}
          {row.on && ` · ${t('own.on', { day: formatDay(row.on) })}`}
        </span>
        {row.charter && <span className={css.second}>{t('own.charter')}</span>}
      </span>
      <span>
        <StatusMark tone={tones[row.state]}>{t(stateWord(row))}</StatusMark>
        {row.reason && (
          <span className={css.second}>
            {tell(codeWord(book, 'answer_nomination', 'reason', row.reason))}
          </span>
        )}
      </span>
    </li>
  );
}
