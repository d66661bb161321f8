// What happened to a unit, newest first; an entry that stands can be corrected or withdrawn with a reason.
import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useGo } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useRefresh } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { TimeLine } from '../../ui/show/TimeLine.tsx';
import type { UnitEvent, UnitView } from '../answers.ts';
import { actOf, decisionParts } from './act-body.ts';
import { ActForm } from './ActForm.tsx';
import { useBook } from './book.ts';
import { messages } from './messages.ts';

type Doing = { what: 'correct' | 'withdraw'; event: UnitEvent } | null;

export function HistoryPart({ unit }: { unit: UnitView }) {
  const t = useWords(messages);
  const titleOf = useTitles();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const writes = unit.can.includes('unit.write');
  const act = doing && actOf(doing.event);
  return (
    <Panel title={t('page.history')}>
      <TimeLine
        name={t('page.history')}
        items={unit.history.map((event) => ({
          id: event.entry,
          on: formatDay(event.happenedOn),
          title: titleOf(event),
          struck: event.state === 'withdrawn',
          second: <Second event={event} />,
          body: event.state === 'corrected' && <StatusMark tone="ended">{t('page.corrected')}</StatusMark>,
          actions: writes && event.state === 'standing' && (
            <EventActs unit={unit} event={event} start={setDoing} />
          ),
        }))}
      />
      <Modal
        opened={doing !== null}
        onClose={close}
        title={doing && titleOf(doing.event)}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {doing?.what === 'correct' && act && (
          <ActForm act={act} unit={unit} event={doing.event} close={close} />
        )}
        {doing?.what === 'withdraw' && <Withdraw unit={unit} event={doing.event} close={close} />}
      </Modal>
    </Panel>
  );
}

function useTitles() {
  const t = useWords(messages);
  const book = useBook();
  return ({ kind, data, other }: UnitEvent): string => {
    const params = {
      name: String(data.name ?? ''),
      other: other?.name ?? '',
      kind: typeof data.unitKind === 'string' ? book.kind(data.unitKind).toLowerCase() : '',
      code: [data.code, data.placeCode].filter(Boolean).join(' · '),
    };
    if (kind === 'unit.ended' && data.as === 'merged' && other) return t('event.merged', params);
    const key = `event.${kind}`;
    return key in messages ? t(key as keyof typeof messages, params) : '';
  };
}

function Second({ event }: { event: UnitEvent }) {
  const t = useWords(messages);
  const { decision, reason } = event;
  const paper =
    decision && t(decision.by ? 'page.decision_by' : 'page.decision_line', decisionParts(decision));
  return (
    <>
      {paper && <div>{paper}</div>}
      <div>{t('page.recorded', { at: formatInstant(event.recordedAt), by: event.recordedBy })}</div>
      {reason && <div>{t('page.reason_line', { reason })}</div>}
    </>
  );
}

function EventActs({
  unit,
  event,
  start,
}: {
  unit: UnitView;
  event: UnitEvent;
  start: (doing: Doing) => void;
}) {
  const t = useWords(messages);
  // Where the committee itself begins there is nothing above it to take it back from.
  const isTop = unit.parentId === null || !unit.above.some(({ open }) => open);
  const isBeginning = actOf(event) === 'found';
  if (isBeginning && isTop) return null;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => start({ what: 'correct', event })}>
        {t('page.correct')}
      </Button>
      <Button variant="default" size="xs" onClick={() => start({ what: 'withdraw', event })}>
        {t('page.withdraw')}
      </Button>
    </>
  );
}

function Withdraw({ unit, event, close }: { unit: UnitView; event: UnitEvent; close: () => void }) {
  const t = useWords(messages);
  const go = useGo();
  const refresh = useRefresh();
  const form = useForm<{ reason: string }, { gone?: true }>({
    initial: { reason: '' },
    send: ({ reason }, clientId) =>
      send('POST', `/units/${unit.id}/acts/${event.entry}/withdraw`, {
        clientId,
        reason,
        version: unit.version,
      }),
    done: (out) => {
      // A unit that is no more is left before its page is asked for again.
      if (out.gone) go('/units');
      else close();
      void refresh('/units');
    },
  });
  return (
    <FormFrame form={form} submit={t('page.withdraw')} cancel={close}>
      <Textarea
        label={t('page.reason')}
        description={t('page.reason_text')}
        required
        minLength={3}
        maxLength={300}
        autosize
        data-autofocus
        {...form.text('reason')}
      />
    </FormFrame>
  );
}
