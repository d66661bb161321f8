// The state of a step form: its answers, the judgement of them while typing, and the write.
import { useMemo } from 'react';
import type { Input, Step } from '../../../rules/procedure.ts';
import type { Share } from '../../../rules/parameter.ts';
import type { Verdict } from '../../../rules/verdict.ts';
import { ApiError, send } from '../../../ui/api.ts';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useRefresh } from '../../../ui/query.tsx';
import { isOffered } from '../../inputs.ts';
import { proposerUnitInput } from '../../road.ts';
import type { ActView, ChangedView, DossierView } from '../../view.ts';
import { useBook } from '../book.ts';
import { shareOf } from './ballot.ts';
import { useJudged } from './judged.ts';
import { answersOf, knownAnswers } from './known.ts';
import { isUseful } from './mending.ts';
import { isReason, leastReason, useProblems } from './problems.ts';
import { isShown, sendInputs, startValues, type Values } from './values.ts';
import { formWords } from './words.ts';

export interface StepFormSpec {
  dossier: DossierView;
  step: Step;
  onBehalf: boolean;
  /** the act that is being corrected; absent for a new one */
  correcting?: ActView;
  /** answers that came with the link, e.g. the place that replied */
  given?: Record<string, string>;
  /** null when nothing of the dossier stands any more */
  done: (dossier: DossierView | null, rejudged: string[]) => void;
}
export type StepFormState = ReturnType<typeof useStepForm>['form'];

export function useStepForm(spec: StepFormSpec) {
  const { dossier, step, correcting } = spec;
  const t = useWords(formWords);
  const kept = useMemo(
    () =>
      step.inputs
        .filter(({ id }) => id !== proposerUnitInput)
        .filter((input) => isOffered(input, dossier.profile)),
    [step, dossier.profile],
  );
  const problemsOf = useProblems(kept);
  const form = useForm<Values, DossierView | ChangedView>({
    initial: useStart(spec),
    draft: `dossier.${dossier.id}.${step.id}${correcting ? `.${correcting.entry}` : ''}`,
    check: (values) => ({
      ...problemsOf(values),
      ...(needsReason && !isReason(values['consent.reason'])
        ? { 'consent.reason': t('form.consent_short') }
        : {}),
    }),
    send: useSend(spec, kept),
    refresh: ['/dossiers', '/people', '/worklist'],
    done: (out) => spec.done('dossier' in out ? out.dossier : out, 'rejudged' in out ? out.rejudged : []),
  });
  const { values } = form;
  const typed = useMemo(
    () => ({ step: step.id, happenedOn: String(values.happenedOn ?? ''), inputs: sendInputs(kept, values) }),
    [step.id, kept, values],
  );
  const full = Object.keys(problemsOf(values)).length === 0;
  const { verdict, judging } = useJudged(dossier, { typed, correcting, full });
  const needsReason = asksReason(verdict);
  const isAsked = (input: Input) => isShown(input, kept, values) && isUseful(input, step, verdict, values);
  return {
    form,
    shown: kept.filter(isAsked),
    share: shareFrom(verdict),
    verdict,
    judging,
    needsReason,
    full,
  };
}

/** Writes the act. A page that is behind asks for the present state; what was typed stays. */
function useSend(spec: StepFormSpec, inputs: readonly Input[]) {
  const refresh = useRefresh();
  return async (values: Values, clientId: string): Promise<DossierView | ChangedView> => {
    try {
      return await send('POST', pathOf(spec), { clientId, ...bodyOf(spec, inputs, values) });
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'Stale') await refresh(`/dossiers/${spec.dossier.id}`);
      throw error;
    }
  };
}

function useStart({ dossier, step, correcting, given }: StepFormSpec): Values {
  const book = useBook();
  return useMemo(() => {
    const known = correcting
      ? answersOf(correcting, step.inputs, dossier.papers)
      : knownAnswers(dossier, step.inputs, (id) => book?.stepOf(id));
    return { ...frameValues(dossier, correcting), ...startValues(step.inputs, { ...known, ...given }) };
    // The form starts once; later versions of the dossier must not wipe what is being typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [step.id, correcting?.entry]);
}

/** What every step asks beside its own inputs. */
const frameValues = (dossier: DossierView, act: ActView | undefined): Values => ({
  happenedOn: act ? (act.happenedOn ?? '') : dossier.today,
  'onBehalf.number': '',
  'onBehalf.on': '',
  'consent.reason': act?.consentReason ?? '',
  'correction.reason': '',
});

export const asksReason = (verdict: Verdict | null): boolean => verdict?.outcome === 'unverified';

/** The share the vote must reach; on a day whose text is not known, the share all readings agree on. */
export function shareFrom(verdict: Verdict | null): Share | null {
  const reason = verdict?.reasons.find(({ guard }) => guard === 'share');
  const shares = [reason?.threshold, ...(reason?.readings ?? []).map(({ threshold }) => threshold)].map(
    shareOf,
  );
  const known = shares.filter((share) => share !== null);
  const [first] = known;
  return first && known.every((share) => isSameShare(share, first)) ? first : null;
}
const isSameShare = (a: Share, b: Share) =>
  a.numerator === b.numerator && a.denominator === b.denominator && a.more_than === b.more_than;

const pathOf = ({ dossier, correcting }: StepFormSpec) =>
  `/dossiers/${dossier.id}/acts${correcting ? `/${correcting.entry}/correct` : ''}`;

/** What is sent. */
export function bodyOf(
  spec: Pick<StepFormSpec, 'dossier' | 'step' | 'onBehalf' | 'correcting'>,
  inputs: readonly Input[],
  values: Values,
) {
  const reason = String(values['consent.reason'] ?? '').trim();
  const common = {
    version: spec.dossier.version,
    step: spec.step.id,
    happenedOn: String(values.happenedOn ?? ''),
    inputs: sendInputs(inputs, values),
    ...(reason.length >= leastReason ? { consent: { reason } } : {}),
  };
  if (spec.correcting) return { ...common, reason: String(values['correction.reason'] ?? '').trim() };
  if (!spec.onBehalf) return common;
  return {
    ...common,
    onBehalf: { number: String(values['onBehalf.number']).trim(), on: String(values['onBehalf.on']) },
  };
}
