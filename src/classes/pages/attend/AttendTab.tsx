// Attendance of one session, made for a phone in the hall: three marks a person, one for all, kept on the device when
// the line is weak and sent once.
import { NativeSelect } from '@mantine/core';
import { formatDay, formatDayLong } from '../../../platform/day.ts';
import { useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import type { ClassView, RollView, SessionView } from '../../view.ts';
import { words } from '../words.ts';
import { Roll } from './Roll.tsx';

export function AttendTab({ view }: { view: ClassView }) {
  const t = useWords(words);
  const today = useToday();
  const { words: address, set } = useAddress();
  const past = view.sessionList.filter(({ on }) => on <= today);
  const chosen = past.find(({ id }) => String(id) === address.session) ?? pick(past);
  if (view.enrolled === 0) return <Empty title={t('attend.nobody')} text={t('attend.nobody_text')} />;
  if (!chosen)
    return (
      <Empty title={t('attend.future')} text={t('attend.future_text', { day: formatDay(view.firstOn) })} />
    );
  return (
    <>
      <NativeSelect
        label={t('attend.session')}
        value={String(chosen.id)}
        onChange={(event) => set({ session: event.currentTarget.value })}
        data={past.map(({ id, on, topic }) => ({
          value: String(id),
          label: [formatDayLong(on), topic].filter(Boolean).join(' · '),
        }))}
        maw="46rem"
        mb="md"
      />
      <SessionRoll key={chosen.id} id={view.id} session={chosen} />
    </>
  );
}

/** The newest that nobody has marked yet, else the newest. */
const pick = (past: readonly SessionView[]): SessionView | undefined =>
  past.findLast(({ marked }) => marked === 0) ?? past.at(-1);

function SessionRoll({ id, session }: { id: string; session: SessionView }) {
  const query = useRead<RollView>(`/classes/${id}/sessions/${session.id}`, { carry: true });
  return (
    <Loaded of={query} rows={8}>
      {(roll) => <Roll id={id} roll={roll} />}
    </Loaded>
  );
}
