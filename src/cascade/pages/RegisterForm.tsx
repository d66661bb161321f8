// đăng ký and phấn đấu of a unit for a period: short, for a phone and a weak line; waits on the device when there is none.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { findFigure, targetFigures } from '../../statistics/figure.ts';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { newId } from '../../ui/ids.ts';
import { type Posted, useOutbox } from '../../ui/outbox.ts';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Given } from '../plan.ts';
import { readTyped } from '../typed.ts';
import type { CascadeView, OwnView } from '../view.ts';
import css from './cascade.module.css';
import { sayHeld, sayPeriod } from './words-of.ts';
import { words } from './words.ts';

interface RegisterFormProps {
  unitId: number;
  period: string;
  /** only this figure; otherwise those of the unit’s kind */
  figure?: string;
}
type Kind = 'registered' | 'aim';
const kinds: Kind[] = ['registered', 'aim'];
type Values = Record<string, string>;
interface Sending {
  kind: Kind;
  unitId: number;
  period: string;
  happenedOn: string;
  lines: object[];
}

/** What was typed of one kind, as lines of the write. */
function linesOf(values: Values, kind: Kind): object[] {
  return Object.entries(values).flatMap(([name, text]) => {
    const [of, figure] = name.split('.');
    const read = readTyped(text);
    const given: Given | null = of === kind && 'given' in read ? read.given : null;
    const { minimum = null, maximum = null, mark = 'exact' } = given?.amount ?? {};
    return given ? [{ figure, part: '', minimum, maximum, mark, share: null }] : [];
  });
}

export function RegisterForm({ unitId, period, figure }: RegisterFormProps) {
  const query = useRead<CascadeView>(`/plans/${unitId}/cascade`, { params: { period }, carry: true });
  const mass = query.data?.unit.kind === 'mass_organisation';
  const figures = targetFigures
    .filter(({ of, id }) => (figure ? id === figure : (of === 'mass') === mass && id !== 'recognition'))
    .map(({ id }) => id as string);
  if (!query.data) return null;
  return (
    <Form
      key={`${unitId} ${period} ${figures.join()}`}
      figures={figures}
      unitId={unitId}
      period={period}
      own={query.data.own}
    />
  );
}

interface FormProps {
  figures: string[];
  unitId: number;
  period: string;
  own: OwnView[];
}

function useRegistering({ figures, unitId, period }: FormProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const title = t('register.post', { period: sayPeriod(period, t) });
  const draft = `register.${unitId}.${period}`;
  // đăng ký and phấn đấu are two entries of their own: the second id belongs to the same attempt.
  const [second] = useState(() => ({ of: '', id: '' }));
  const outbox = useOutbox<Sending>({
    kind: 'register_target',
    to: ({ unitId: unit, kind }) => `/targets/${unit}/${kind}`,
    body: ({ period: key, happenedOn, lines }) => ({ period: key, happenedOn, lines }),
    title: () => title,
    refresh: ['/plans', '/targets'],
  });
  return useForm<Values, Posted<unknown>>({
    initial: Object.fromEntries(figures.flatMap((id) => kinds.map((kind) => [`${kind}.${id}`, '']))),
    draft,
    check: (values) => {
      const problems = Object.entries(values).map(([name, text]) => {
        const read = readTyped(text);
        return [name, 'problem' in read ? t(read.problem) : null] as const;
      });
      const empty = Object.values(values).every((text) => text.trim() === '');
      return {
        ...Object.fromEntries(problems),
        ...(empty ? { [`registered.${figures[0]}`]: t('register.needed') } : {}),
      };
    },
    send: async (values, clientId) => {
      if (second.of !== clientId) Object.assign(second, { of: clientId, id: newId() });
      let posted: Posted<unknown> = { kept: false, out: null };
      for (const kind of kinds) {
        const lines = linesOf(values, kind);
        if (lines.length === 0) continue;
        const id = kind === 'registered' ? clientId : second.id;
        posted = await outbox.post({ kind, unitId, period, happenedOn: today, lines }, id);
      }
      return posted;
    },
    refresh: ['/plans', '/targets'],
    done: (posted) => toast(t(posted.kept ? 'register.waiting' : 'register.sent')),
  });
}

function Form(props: FormProps) {
  const t = useWords(words);
  const tell = useTell();
  const form = useRegistering(props);
  return (
    <FormFrame form={form} submit={t('register.send')}>
      <p className={css.second}>{t('register.hint')}</p>
      {props.figures.map((id) => {
        const now = props.own.find((line) => line.figure === id && line.part === '');
        const name = findFigure(id)?.short;
        return (
          <div key={id} className={css.pair}>
            {kinds.map((kind) => {
              const held = sayHeld(now?.[kind] ?? null);
              return (
                <TextInput
                  key={kind}
                  label={`${name ? tell(name) : id} – ${t(`register.${kind}`)}`}
                  description={held ? t('register.now', { number: held }) : undefined}
                  autoComplete="off"
                  maxLength={40}
                  {...form.text(`${kind}.${id}`)}
                />
              );
            })}
          </div>
        );
      })}
    </FormFrame>
  );
}
