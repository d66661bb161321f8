// Which decisions a committee can record on a rule that says this, and what each is told.
import type { Parameter, Resolved } from '../../../rules/index.ts';
import { knowingOf } from '../../saying/known.ts';
import type { Sayer } from '../../saying/value.ts';
import type { ProvisionView } from '../../view.ts';

export function kindsFor(
  { stricter, kind }: Pick<Parameter, 'stricter' | 'kind'>,
  { value, open, readings, confidence, assumed }: Resolved,
): ProvisionView['kind'][] {
  const typeable = kind !== 'table' || readings.length > 0;
  const unsure = value !== null && (confidence !== 'S' || assumed);
  const bound = value !== null || readings.length > 0;
  return [
    ...(unsure ? (['confirm'] as const) : []),
    ...(open && typeable ? (['fill'] as const) : []),
    ...(stricter !== null && bound ? (['stricter'] as const) : []),
  ];
}

/** What the decision is called: filling a rule that has readings is choosing one; not every stricter value is higher. */
export function actOf(
  kind: ProvisionView['kind'],
  { stricter }: Pick<Parameter, 'stricter'>,
  { readings }: Pick<Resolved, 'readings'>,
) {
  if (kind === 'fill' && readings.length > 0) return 'choose';
  return kind === 'stricter' && stricter !== 'higher' ? 'tighter' : kind;
}

/** What stands above its form: key of the sentence, and the value it tells; where that is open all that it may be. */
export function introOf(kind: ProvisionView['kind'], parameter: Parameter, resolved: Resolved, sayer: Sayer) {
  const act = actOf(kind, parameter, resolved);
  const { value, readings } = resolved;
  if ((act !== 'stricter' && act !== 'tighter') || value !== null)
    return { key: `act.${act}_text` as const, value: sayer.value(parameter, value) };
  const said = new Set(readings.map((one) => `“${sayer.value(parameter, one.value)}”`));
  const how = knowingOf(resolved) === 'unsaid' ? 'unsaid' : 'open';
  return { key: `act.${act}_${how}` as const, value: [...said].join(sayer.words('value.or')) };
}
