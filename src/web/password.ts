// What a new password must be, said while it is typed; the server judges by the same rule.
import { fold } from '../platform/text.ts';

export const shortestPassword = 10;
export type PasswordProblem = 'door.too_short' | 'door.holds_name' | 'door.same_as_old';

export function passwordProblem(password: string, userName: string, old?: string): PasswordProblem | null {
  if (password.length < shortestPassword) return 'door.too_short';
  if (userName !== '' && fold(password).includes(fold(userName))) return 'door.holds_name';
  return old !== undefined && old === password ? 'door.same_as_old' : null;
}

export const isUserName = (text: string): boolean => /^[a-z0-9][a-z0-9._-]{2,39}$/.test(text);
