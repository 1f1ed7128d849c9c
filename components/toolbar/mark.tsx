/** Hangup's mark: a line between two ends, broken. */
export function Mark({ size = 16 }: { readonly size?: number }) {
  return (
    <svg className="mark-logo" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="4" fill="currentColor" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="1.6" strokeLinecap="round">
        <path d="M2.8 10.4h2.4l1.3-2.2M13.2 10.4h-2.4l-1.3-2.2M8 3.2v2.4M5.1 4.2l.9 1.5M10.9 4.2L10 5.7" />
      </g>
    </svg>
  );
}
