// The person as both organisations see him while the hand-over waits: who, how far, with whose help, with what papers.
import { formatDay } from '../../../platform/day.ts';
import type { Book } from '../../../road/pages/book.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { HandoverView, SharedView } from '../../view.ts';
import css from '../moving.module.css';
import { words } from '../words.ts';

interface SharedProps {
  handover: HandoverView;
  shared: SharedView;
  book: Book | null;
}

export function Shared({ handover, shared, book }: SharedProps) {
  const t = useWords(words);
  const tell = useTell();
  const stage = book && tell(book.stageLabel(shared.stage));
  return (
    <Panel title={t('one.shared')} second={t('one.shared_second', { owner: shared.owner })}>
      <div className={css.two}>
        <KeyValue
          items={[
            { label: t('list.name'), value: handover.fullName },
            { label: t('one.born'), value: handover.bornOn && formatDay(handover.bornOn) },
            { label: t('one.residence'), value: shared.residence },
            { label: t('one.workplace'), value: shared.workplace },
            { label: t('one.phone'), value: shared.phone },
          ]}
        />
        <KeyValue
          items={[
            { label: t('one.stage'), value: stage, second: shared.stageOn && formatDay(shared.stageOn) },
            { label: t('one.certificate'), value: certificateOf(shared, t) },
            { label: t('one.old_helper'), value: helperOf(shared, t) },
            {
              label: t('one.papers'),
              value:
                shared.papersHeld + shared.papersMissing > 0 &&
                t('one.papers_of', { held: shared.papersHeld, missing: shared.papersMissing }),
            },
          ]}
        />
      </div>
      <h3 className={css.head}>{t('one.steps')}</h3>
      <ul className={css.lines}>
        {shared.steps.map(({ label, on }, index) => (
          <li key={`${index}${on}`} className={css.line}>
            <span>{tell(label)}</span>
            <span>{on ? formatDay(on) : t('away.unknown')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;

function certificateOf({ certificateOn, certificateUntil }: SharedView, t: Say): string | null {
  if (!certificateOn) return null;
  const day = formatDay(certificateOn);
  return certificateUntil ? t('one.certificate_until', { day, until: formatDay(certificateUntil) }) : day;
}

const helperOf = ({ helperName, helpedOn }: SharedView, t: Say): string | null =>
  helperName && (helpedOn ? t('one.since', { name: helperName, day: formatDay(helpedOn) }) : helperName);
