// An errand: from a list the reader opens one form elsewhere (?back=/worklist…), and once it is sent stands in the list
// again, where it is said what was done.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { hrefOf, useAddress, useGo, wordsOf } from './address.tsx';
import { useWords } from './i18n.tsx';
import { messages } from './messages.ts';
import { useToast } from './toast.tsx';

const doneKey = ['errand-done'];

/** An address of this application, and nothing that a browser could read as another place. */
const isOurs = (href: string | undefined): href is string => href !== undefined && /^\/(?![/\\])/.test(href);

/** The form's address with the way back in it: '/dossiers/1?step=list' from '/worklist?group=week'. */
export function errandHref(form: string, from: string): string {
  const [path = '', query = ''] = form.split('?');
  return hrefOf(path, { ...wordsOf(query), back: from });
}

export function useErrand() {
  const t = useWords(messages);
  const { words } = useAddress();
  const go = useGo();
  const client = useQueryClient();
  const toast = useToast();
  const from = isOurs(words.back) ? words.back : null;
  /** Says what was done, to whom, and leads back; false when the reader did not come on an errand and stays. */
  const finish = useCallback(
    (what: string, whom: string): boolean => {
      toast(what);
      if (from === null) return false;
      client.setQueryData(doneKey, `${whom} – ${what}`);
      go(from, { replace: true });
      return true;
    },
    [from, client, go, toast],
  );
  return { back: from === null ? null : { href: from, label: t('ui.back_errand') }, finish };
}

/** What the last errand did, until the reader has noted it. */
export function useErrandDone() {
  const client = useQueryClient();
  const [done, setDone] = useState(() => client.getQueryData<string>(doneKey) ?? null);
  const note = useCallback(() => {
    client.removeQueries({ queryKey: doneKey });
    setDone(null);
  }, [client]);
  return { done, note };
}
