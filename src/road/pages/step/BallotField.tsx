// The numbers of a vote: the members, those left out by ground, who came and how they voted. The base and the least
// number of votes are worked out while typing; numbers that cannot be are said at once.
import { Fieldset } from '@mantine/core';
import { exclusionGrounds } from '../../../meetings/ballot.ts';
import { messages as meetingWords } from '../../../meetings/messages.ts';
import type { Message } from '../../../platform/messages.ts';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { ballotFault, type BallotNumber, type BallotTyped, tallyOf } from './ballot.ts';
import { Legend } from './DocumentField.tsx';
import type { FieldProps } from './asked.ts';
import { Roll } from './Roll.tsx';
import css from './step.module.css';
import { formWords } from './words.ts';

type Props = FieldProps<BallotTyped>;
const bodies = {
  cell: 'ballot.total.cell',
  base_committee: 'ballot.total.base_committee',
  decider: 'ballot.total.decider',
} as const;

export function BallotField(props: Props) {
  const { input, label, error, value, onChange } = props;
  const t = useWords(formWords);
  const number = (field: BallotNumber, text: string) => (
    <NumberField
      id={field === 'total' ? props.id : `${props.id}-${field}`}
      name={`${props.name}.${field}`}
      label={text}
      max={100_000}
      value={value[field]}
      onChange={(count) => onChange({ ...value, [field]: count })}
    />
  );
  return (
    <Fieldset
      className={css.ballot}
      legend={<Legend label={label} required={input.required} />}
      variant="unstyled"
    >
      <div className={css.pair}>
        {number('total', t(bodies[input.body ?? 'cell']))}
        {number('excused', t('ballot.excused'))}
      </div>
      <Roll {...props} />
      <Exclusions {...props} />
      <Base ballot={value} share={props.asked.share} />
      <div className={css.votes}>
        {number('present', t('ballot.present'))}
        {number('yes', t('ballot.yes'))}
        {number('no', t('ballot.no'))}
        {number('blank', t('ballot.blank'))}
      </div>
      <Fault ballot={value} error={error} />
    </Fieldset>
  );
}

function Exclusions({ id, name, value, onChange }: Props) {
  const t = useWords(formWords);
  const ground = useWords(meetingWords);
  const some = Object.values(value.excluded).some((count) => count !== null && count > 0);
  return (
    <details className={css.exclusions} open={some || undefined}>
      <summary>{t('ballot.excluded')}</summary>
      <p className={css.quiet}>{t('ballot.excluded_hint')}</p>
      <div className={css.pair}>
        {exclusionGrounds.map((code) => (
          <NumberField
            key={code}
            id={`${id}-${code}`}
            name={`${name}.excluded.${code}`}
            label={ground(`ballot.${code}`)}
            max={100_000}
            value={value.excluded[code] ?? null}
            onChange={(count) => onChange({ ...value, excluded: { ...value.excluded, [code]: count } })}
          />
        ))}
      </div>
    </details>
  );
}

/** “Tính trên 23 người · cần ít nhất 16 phiếu tán thành”, said again when it changes. */
function Base({ ballot, share }: { ballot: BallotTyped; share: Props['asked']['share'] }) {
  const t = useWords(formWords);
  const tally = tallyOf(ballot, share);
  const { base, needed, yes } = tally ?? { base: 0, needed: null, yes: null };
  return (
    <p className={css.base} role="status">
      {tally && (needed === null ? t('ballot.base', { base }) : t('ballot.base_needed', { base, needed }))}
      {needed !== null && yes !== null && <Votes yes={yes} needed={needed} />}
    </p>
  );
}

function Votes({ yes, needed }: { yes: number; needed: number }) {
  const t = useWords(formWords);
  const missing = needed - yes;
  return (
    <strong className={missing > 0 ? css.short : css.enough}>
      {` · ${t('ballot.has', { yes })}, ${missing > 0 ? t('ballot.short', { count: missing }) : t('ballot.over')}`}
    </strong>
  );
}

const wordsByCode: Readonly<Record<string, Message>> = meetingWords;

function Fault({ ballot, error }: { ballot: BallotTyped; error: string | undefined }) {
  const tell = useTell();
  const fault = ballotFault(ballot);
  const said = fault ? wordsByCode[fault.code] : undefined;
  const text = fault && said ? tell(said, fault.params) : error;
  return (
    <p className={css.error} role="status">
      {text}
    </p>
  );
}
