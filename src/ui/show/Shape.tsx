// The small figure beside a status word: its form alone tells the status apart, without colour.
export type Tone = 'plain' | 'wait' | 'act' | 'done' | 'ended' | 'unsure';

const paths: Record<Tone, string> = {
  plain: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z',
  wait: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM8 5v3.2l2 1.6',
  act: 'M8 2.2l6.2 11.3H1.8z',
  done: 'M2.5 8.6l3.7 3.7l7.3-8',
  ended: 'M3 8h10',
  unsure: 'M8 1.8l6.2 6.2l-6.2 6.2l-6.2-6.2z',
};
const colours: Record<Tone, string> = {
  plain: 'var(--n-ink-2)',
  wait: 'var(--n-ink-2)',
  act: 'var(--n-act)',
  done: 'var(--n-gold)',
  ended: 'var(--n-ink-3)',
  unsure: 'var(--n-ink-2)',
};

export function Shape({ tone, size = 14 }: { tone: Tone; size?: number }) {
  const filled = tone === 'act';
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={paths[tone]}
        fill={filled ? colours[tone] : 'none'}
        stroke={colours[tone]}
        strokeWidth={tone === 'done' || tone === 'ended' ? 2.4 : 1.7}
        strokeDasharray={tone === 'unsure' ? '2.5 2' : undefined}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
