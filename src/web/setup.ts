// The values of the set-up page: what is asked, what is wrong with it, and how it is sent.
import type { Params } from '../platform/messages.ts';
import type { messages } from './doors.messages.ts';
import { isUserName, passwordProblem, shortestPassword } from './password.ts';

export const committeeKinds = ['base_organisation', 'base_cell', 'upper_base', 'province'] as const;
export const profiles = ['B', 'A', 'C'] as const;

/** How long a failed candidacy is kept: no text says it, so the committee is asked. */
const keeping = 'candidacy.expiry_months';
export const mostMonths = 600;

export const emptySetup = {
  name: '',
  kind: 'base_organisation',
  provinceId: '',
  foundedOn: '',
  superiorName: '',
  profile: 'B',
  keepMonths: null as number | null,
  keepNumber: '',
  keepOn: '',
  displayName: '',
  userName: '',
  password: '',
  again: '',
};
export type Setup = typeof emptySetup;
type Say = (key: keyof typeof messages, params?: Params) => string;

export function setupProblems(values: Setup, t: Say): Partial<Record<keyof Setup, string | null>> {
  const password = passwordProblem(values.password, values.userName);
  const decided = values.keepMonths !== null;
  return {
    keepNumber: decided && !values.keepNumber.trim() ? t('door.keep_paper') : null,
    keepOn: decided && !values.keepOn ? t('door.keep_paper') : null,
    userName: isUserName(values.userName) ? null : t('door.user_name_bad'),
    password: password && t(password, { length: shortestPassword, count: values.password.length }),
    again: values.again === values.password ? null : t('door.not_same'),
  };
}

export function setupBody(values: Setup) {
  const { name, kind, provinceId, foundedOn, superiorName, profile, userName, password, displayName } =
    values;
  const { keepMonths, keepNumber, keepOn } = values;
  const document = { number: keepNumber.trim(), on: keepOn };
  return {
    committee: {
      name: name.trim(),
      kind,
      provinceId,
      ...(foundedOn ? { foundedOn } : {}),
      ...(superiorName.trim() ? { superiorName: superiorName.trim() } : {}),
    },
    profile,
    ...(keepMonths === null ? {} : { rules: [{ parameter: keeping, value: keepMonths, document }] }),
    administrator: { userName, password, displayName: displayName.trim() },
  };
}
