// Ids made by us: time-ordered for new records, derived for entries that follow from another.
import { v5, v7 } from 'uuid';

export const newId = (): string => v7();
/** The id of the entry that plays `role` in the write `clientId`: sending the write twice derives it twice alike. */
export const derivedId = (clientId: string, role: string): string => v5(role, clientId);
