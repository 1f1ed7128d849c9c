export function PinMark({ label }: { readonly label?: string }) {
  return (
    <svg
      className="pin-mark"
      width="10"
      height="10"
      viewBox="0 0 10 10"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d="M3 .8h4v3l1.4 1.6v.8H1.6v-.8L3 3.8z" fill="currentColor" />
      <path d="M5 6v3.4" stroke="currentColor" strokeWidth="1.2" strokeLinecap="round" />
    </svg>
  );
}
