import { text } from '../../locales/text';

/** Up: the page sent it. Down: it came from the server. */
export function Direction({ direction }: { readonly direction: 'in' | 'out' }) {
  return (
    <svg
      className={`direction ${direction}`}
      width="10"
      height="10"
      viewBox="0 0 10 10"
      role="img"
      aria-label={text(direction === 'out' ? 'messages.sent' : 'messages.received')}
    >
      <path
        d={direction === 'out' ? 'M5 9V1.5M2 4.5l3-3 3 3' : 'M5 1v7.5M2 5.5l3 3 3-3'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
