// The look of every page: ink on white (or near-black), one red for what acts or is overdue, gold for completion.
// The numbers behind the colours are in base.css; contrast of every pair is checked in theme.test.ts.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const act: MantineColorsTuple = [
  '#fdecee',
  '#fad3d8',
  '#f4a9b3',
  '#ff8a94',
  '#e2455a',
  '#d82742',
  '#c8102e',
  '#ad0c26',
  '#930a20',
  '#76081a',
];
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f5f4f1',
  '#eceae6',
  '#dcdad5',
  '#bfbcb5',
  '#8a8780',
  '#6b6964',
  '#55534f',
  '#383733',
  '#1b1b1a',
];
const dark: MantineColorsTuple = [
  '#f2f1ee',
  '#c4c1ba',
  '#a3a099',
  '#7d7a73',
  '#4a4843',
  '#383733',
  '#232321',
  '#1a1a18',
  '#141413',
  '#0e0e0d',
];

/** A dialog opened from a menu has nothing to give the focus back to: its item is gone, so the page's head takes it. */
function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
  }, 50);
}

/** `closeLabel`: what a dialog's closing cross is called, in the language of the page. */
export const themeFor = (closeLabel: string) =>
  createTheme({
    primaryColor: 'act',
    primaryShade: 6,
    colors: { act, gray, dark },
    black: '#1b1b1a',
    fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif",
    fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
    headings: { fontWeight: '600' },
    fontWeights: { regular: '400', medium: '600', bold: '600' },
    fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
    lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
    radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    focusRing: 'auto',
    respectReducedMotion: true,
    components: {
      Modal: {
        defaultProps: {
          centered: true,
          transitionProps: { duration: 0 },
          closeButtonProps: { 'aria-label': closeLabel },
          onExitTransitionEnd: keepFocus,
          // The head of a dialog is no banner of the page.
          attributes: { header: { role: 'none' } },
        },
      },
      Menu: {
        defaultProps: {
          transitionProps: { duration: 0 },
          shadow: 'md',
          withinPortal: false,
          withInitialFocusPlaceholder: false,
        },
      },
      Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
      Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
      Button: { defaultProps: { loaderProps: { type: 'dots' } } },
    },
  });

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--n-ground)',
    '--mantine-color-text': 'var(--n-ink)',
    '--mantine-color-dimmed': 'var(--n-ink-2)',
    '--mantine-color-placeholder': 'var(--n-ink-3)',
    '--mantine-color-error': 'var(--n-act)',
    '--mantine-color-default-border': 'var(--n-line-strong)',
    '--mantine-color-anchor': 'var(--n-ink)',
  },
  dark: {
    '--mantine-color-body': 'var(--n-ground)',
    '--mantine-color-text': 'var(--n-ink)',
    '--mantine-color-dimmed': 'var(--n-ink-2)',
    '--mantine-color-placeholder': 'var(--n-ink-3)',
    '--mantine-color-error': 'var(--n-act)',
    '--mantine-color-default': 'var(--n-raised)',
    '--mantine-color-default-border': 'var(--n-line-strong)',
    '--mantine-color-anchor': 'var(--n-ink)',
  },
});
