// What the roll says of the day of a vote, taken over with one press – the minutes may say otherwise – and the meetings
// of that day that the vote may belong to.
import { Button, NativeSelect } from '@mantine/core';
import { formatDay, isDay } from '../../../platform/day.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import type { RollView } from '../../view.ts';
import type { FieldProps } from './asked.ts';
import type { BallotTyped } from './ballot.ts';
import css from './step.module.css';
import { formWords } from './words.ts';

type Props = FieldProps<BallotTyped>;

export function Roll(props: Props) {
  const { asked, input, value } = props;
  const { data } = useRead<RollView>(`/dossiers/${asked.dossier?.id ?? ''}/roll`, {
    params: { on: asked.on, body: input.body ?? 'cell' },
    enabled: asked.dossier !== null && isDay(asked.on),
  });
  if (!data) return null;
  return (
    <>
      {data.total !== null && value.total === null && <Proposed {...props} roll={data} />}
      {data.meetings.length > 0 && <Meetings {...props} roll={data} />}
    </>
  );
}

function Proposed({ roll, value, onChange }: Props & { roll: RollView }) {
  const t = useWords(formWords);
  const left = Object.values(roll.excluded).reduce((all, count) => all + count, 0);
  const use = () =>
    onChange({ ...value, total: roll.total, excluded: { ...value.excluded, ...roll.excluded } });
  return (
    <p className={css.roll}>
      {t(left > 0 ? 'ballot.roll_away' : 'ballot.roll', {
        day: formatDay(roll.on),
        count: roll.total,
        away: left,
      })}
      <Button variant="default" size="compact-md" onClick={use}>
        {t('ballot.roll_use')}
      </Button>
    </p>
  );
}

/** One meeting may hold several votes: they share its day and who came. */
function Meetings({ id, name, roll, value, onChange }: Props & { roll: RollView }) {
  const t = useWords(formWords);
  const choose = (meetingId: string) => {
    const meeting = roll.meetings.find((one) => one.id === meetingId);
    onChange({ ...value, meetingId: meetingId || null, present: value.present ?? meeting?.present ?? null });
  };
  return (
    <NativeSelect
      id={`${id}-meeting`}
      name={`${name}.meetingId`}
      label={t('ballot.meeting')}
      value={value.meetingId ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('ballot.meeting_new') },
        ...roll.meetings.map(({ id: value, number, present, base }) => ({
          value,
          label: t(number ? 'ballot.meeting_numbered' : 'ballot.meeting_held', { number, present, base }),
        })),
      ]}
    />
  );
}
