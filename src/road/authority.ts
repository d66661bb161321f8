// What an office may do with the steps of one case, for the page and for the write alike.
import { may, type Place } from '../org/access.ts';
import type { Actor } from '../platform/http.ts';
import type { Authority } from './prepare.ts';

export const authorityOver = (actor: Actor, place: Place, action: string): Authority => ({
  office: actor.office,
  mayAct: may(actor, action, place),
  mayBehalf: may(actor, 'dossier.on_behalf', place),
});
