// A dialog that stands as long as it is asked for. When it goes, the focus returns to what opened it; where that went
// too (its line left the list), to the neighbour in the list, else to the page's head.
import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

type DialogProps = Omit<ModalProps, 'opened' | 'title'> & { title: string };

export function Dialog(props: DialogProps) {
  const [ways] = useState(waysBack);
  useEffect(() => () => goBack(ways), [ways]);
  return <Modal opened {...props} />;
}

const focusable = 'button, a[href]';

/** Where the focus may go afterwards, best first. */
function waysBack(): HTMLElement[] {
  const opener = document.activeElement;
  if (!(opener instanceof HTMLElement)) return [];
  const line = opener.closest('li');
  const near = [line?.nextElementSibling, line?.previousElementSibling];
  return [opener, ...near.map((one) => one?.querySelector<HTMLElement>(focusable))].filter((one) => !!one);
}

function goBack(ways: HTMLElement[]): void {
  // What stands after the list was drawn anew; a page that was opened meanwhile has taken the focus itself.
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const place = ways.find((one) => one.isConnected) ?? document.querySelector<HTMLElement>('h1');
    place?.focus({ preventScroll: place instanceof HTMLHeadingElement });
  }, 50);
}
