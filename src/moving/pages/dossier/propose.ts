// What the form of a proposal holds, and what it sends.
import { useState } from 'react';
import type { DossierView } from '../../../road/view.ts';
import { send } from '../../../ui/api.ts';
import type { Choice } from '../../../ui/field/LookupField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useGo } from '../../../ui/address.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { caseStateOf } from '../../state.ts';
import type { Destination, HandoverView } from '../../view.ts';
import { words } from '../words.ts';

export const choiceOf = ({ id, name, trail }: Destination): Choice => ({
  value: String(id),
  label: name,
  ...(trail ? { second: trail } : {}),
});

const start = (to: Destination | null, today: string) => ({
  way: 'inside' as 'inside' | 'outside',
  unit: to ? choiceOf(to) : (null as Choice | null),
  place: '',
  organised: false,
  reason: to ? 'work' : '',
  on: today,
  orderOn: '',
  sentUp: false,
  letter: '',
  letterOn: '',
  message: '',
  consent: '',
});
export type Values = ReturnType<typeof start>;

const bodyOf = (v: Values, asksSentUp: boolean) => ({
  happenedOn: v.on,
  to: v.way === 'inside' ? { unitId: Number(v.unit?.value) } : { place: v.place.trim() },
  reason: v.reason,
  orderOn: v.orderOn || null,
  sentUp: asksSentUp ? v.sentUp : null,
  letter: v.letter.trim() && v.letterOn ? { number: v.letter.trim(), on: v.letterOn } : null,
  message: v.way === 'inside' ? v.message.trim() || null : null,
  consent: v.consent.trim() ? { reason: v.consent.trim() } : null,
});

export function usePropose(dossier: DossierView, to: Destination | null, close: () => void) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  const go = useGo();
  const asksSentUp = caseStateOf(dossier.stage, null) === 'resolved';
  const [found, setFound] = useState<ReadonlyMap<string, Destination>>(new Map());
  const form = useForm({
    initial: start(to, today),
    check: (v) => ({
      unit: v.way === 'inside' && !v.unit ? t('propose.unit') : null,
      organised: v.way === 'outside' && !v.organised ? t('propose.stays') : null,
      letterOn: v.letter.trim() && !v.letterOn ? t('propose.letter_on') : null,
    }),
    send: (values, clientId) =>
      send<HandoverView>('POST', '/handovers', {
        clientId,
        dossierId: dossier.id,
        ...bodyOf(values, asksSentUp),
      }),
    refresh: ['/handovers', '/dossiers', '/worklist'],
    done: (handover) => {
      close();
      const left = handover.state === 'left';
      toast(left ? t('propose.done_out') : t('propose.done', { to: handover.to.name }));
      if (left) go(`/handovers/${handover.id}`);
    },
  });
  /** The lookup tells whether somebody at the destination can answer. */
  const remember = (one: Destination): Choice => {
    if (!found.has(String(one.id)))
      queueMicrotask(() => setFound((known) => new Map(known).set(String(one.id), one)));
    return {
      ...choiceOf(one),
      ...(one.answers ? {} : { second: `${one.trail} · ${t('propose.no_account')}` }),
    };
  };
  const chosen = form.values.unit ? (found.get(form.values.unit.value) ?? to) : null;
  return { form, asksSentUp, remember, silent: chosen !== null && !chosen.answers };
}
export type Proposing = ReturnType<typeof usePropose>;
