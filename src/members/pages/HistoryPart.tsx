// What happened to a person, newest first: who decided, who typed, on which paper. An act that stands can be corrected
// or withdrawn with a reason; the cell for which it was entered may contest it.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useOffice } from '../../ui/session.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { TimeLine } from '../../ui/show/TimeLine.tsx';
import type { PersonAnswer, PersonEvent, WrittenAnswer } from '../answers.ts';
import { isFieldName, personFields } from '../fields.ts';
import { actOf } from './act-body.ts';
import { ActForm } from './ActForm.tsx';
import { useBook } from './book.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { wordKey } from './standing.ts';
import { words } from './words.ts';

const whats = ['correct', 'withdraw', 'contest'] as const;
type What = (typeof whats)[number];
type Doing = { what: What; event: PersonEvent } | null;

interface HistoryPartProps {
  person: PersonAnswer;
  done: (written: WrittenAnswer | { gone: true }) => void;
}

export function HistoryPart({ person, done }: HistoryPartProps) {
  const t = useWords(words);
  const titleOf = useTitles();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const act = doing && actOf(doing.event);
  return (
    <Panel title={t('page.history')}>
      <TimeLine
        name={t('page.history')}
        items={person.history.map((event) => ({
          id: event.entry,
          on: formatDay(event.happenedOn) || formatInstant(event.recordedAt).slice(0, 10),
          title: titleOf(event),
          struck: event.state === 'withdrawn',
          second: <Second event={event} />,
          body: <Remarks event={event} />,
          actions: <EventActs person={person} event={event} start={(what) => setDoing({ what, event })} />,
        }))}
      />
      <Modal
        opened={doing !== null}
        onClose={close}
        title={doing && `${t(`page.${doing.what}`)} · ${titleOf(doing.event)}`}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {doing?.what === 'correct' && act && (
          <ActForm act={act} person={person} event={doing.event} close={close} done={done} />
        )}
        {doing && doing.what !== 'correct' && (
          <ReasonForm what={doing.what} person={person} entry={doing.event.entry} close={close} done={done} />
        )}
      </Modal>
    </Panel>
  );
}

function useTitles() {
  const t = useWords(words);
  const { language } = useLanguage();
  return (event: PersonEvent): string => {
    const key = wordKey('event', event.kind);
    if (!key) return '';
    const fields = event.fields.map((name) =>
      isFieldName(name) ? personFields[name].label[language] : name,
    );
    return t(key, {
      unit: event.unitName ?? '',
      from: event.fromUnitName ?? '',
      place: event.toUnitName ?? event.place ?? '',
      kind: event.memberKind === 'probationary' ? t('status.probationary') : t('status.official'),
      fields: fields.join(', ').toLowerCase(),
    });
  };
}

function Second({ event }: { event: PersonEvent }) {
  const t = useWords(words);
  const book = useBook();
  const removal = event.kind === 'member.removed';
  const reason = removal ? book.label('removal_reason', event.reason) : exemptWord(event.reason, t);
  return (
    <>
      {reason && <div>{reason}</div>}
      <Paper event={event} />
      {event.dossierId && <To href={`/dossiers/${event.dossierId}`}>{t('page.open_dossier')}</To>}
      <div>
        {t(event.recordedBy ? 'page.recorded' : 'page.recorded_at', {
          at: formatInstant(event.recordedAt),
          by: event.recordedBy,
        })}
        {event.batch && ` · ${t('page.imported')}`}
      </div>
      {event.note && <div>{t('page.note_line', { note: event.note })}</div>}
    </>
  );
}

/** The decision, and the minutes from which the act was typed for a cell. */
function Paper({ event: { decision, onBehalf } }: { event: PersonEvent }) {
  const t = useWords(words);
  return (
    <>
      {decision?.number && (
        <div>
          {t(decision.on ? 'page.decision_line' : 'page.decision_number', {
            number: decision.number,
            on: formatDay(decision.on),
          })}
          {decision.by && t('page.decision_by', { by: decision.by })}
        </div>
      )}
      {onBehalf && (
        <div>
          {t('page.behalf_line', {
            unit: onBehalf.unitName,
            number: onBehalf.number,
            on: formatDay(onBehalf.on),
          })}
        </div>
      )}
    </>
  );
}

function exemptWord(code: string | null, t: (key: keyof typeof words) => string): string | null {
  const key = wordKey('exempt', code);
  return key && t(key);
}

/** What was said of the act afterwards. */
function Remarks({ event }: { event: PersonEvent }) {
  const t = useWords(words);
  const tell = useTell();
  const { ended, state } = event;
  return (
    <>
      {state === 'corrected' && <StatusMark tone="ended">{t('page.was_corrected')}</StatusMark>}
      {ended && (
        <div>
          {t(state === 'withdrawn' ? 'page.withdrawn_line' : 'page.corrected_line', {
            at: formatInstant(ended.recordedAt),
            by: ended.recordedBy,
            note: ended.note,
          })}
        </div>
      )}
      {event.contested.map(({ recordedAt, recordedBy, note }) => (
        <div key={recordedAt}>
          <StatusMark tone="unsure">
            {t('page.contested_line', { at: formatInstant(recordedAt), by: recordedBy, note })}
          </StatusMark>
        </div>
      ))}
      {event.objection && (
        <StatusMark tone="act">{t('page.holds_no_more', { why: tell(event.objection) })}</StatusMark>
      )}
    </>
  );
}

interface EventActsProps {
  person: PersonAnswer;
  event: PersonEvent;
  start: (what: What) => void;
}

function EventActs({ person, event, start }: EventActsProps) {
  const t = useWords(words);
  const unitId = useOffice()?.unitId;
  if (event.state !== 'stands' || event.dossierId) return null;
  // Somebody entered by mistake can go only while nothing rests on the person.
  const rests = event.kind === 'person.registered' && person.memberships.length > 0;
  const writes = person.can.includes('person.write') && !rests;
  const asked = event.onBehalf?.unitId;
  const offered: Record<What, boolean> = {
    correct: writes && actOf(event) !== null,
    withdraw: writes,
    contest: asked !== undefined && String(asked) === String(unitId),
  };
  return whats
    .filter((what) => offered[what])
    .map((what) => (
      <Button key={what} variant="default" size="xs" onClick={() => start(what)}>
        {t(`page.${what}`)}
      </Button>
    ));
}
