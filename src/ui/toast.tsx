// A short word that something was done, read aloud and gone after a while; never the only trace of a result.
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import css from './toast.module.css';

const ToastContext = createContext<(text: string) => void>(() => {});

export function ToastProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: string) => {
    clearTimeout(timer.current);
    setText(next);
    timer.current = setTimeout(() => setText(''), 6_000);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div className={css.place} role="status" aria-live="polite">
        {text && <p className={css.toast}>{text}</p>}
      </div>
    </ToastContext>
  );
}

export const useToast = () => useContext(ToastContext);
