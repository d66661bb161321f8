// A table or list that may be larger than its place: scrolled by finger, wheel and, because it takes the focus, by keyboard.
import type { ReactNode } from 'react';

interface ScrollingProps {
  /** what it holds, for those who hear the page */
  name: string;
  className?: string | undefined;
  children: ReactNode;
}

export function Scrolling({ name, className, children }: ScrollingProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled by keyboard must take the focus
    <div className={className} style={{ overflow: 'auto' }} tabIndex={0} role="group" aria-label={name}>
      {children}
    </div>
  );
}
