import type { LaidMark } from './lane-marks';

const SEVERITY_TONES = { error: 'error', warning: 'warning', info: 'neutral' } as const;

/** A diamond: an error that was told over the connection. A broken line: events that are missing, or came twice. */
export function EventSign({ kind, severity }: Pick<LaidMark, 'kind' | 'severity'>) {
  return (
    <svg
      className={`event-sign tone-${SEVERITY_TONES[severity]}`}
      width={9}
      height={18}
      viewBox="0 0 9 18"
      aria-hidden="true"
    >
      {kind === 'error-event' ? (
        <path className={`sign-${severity}`} d="M4.5 4.5 9 9 4.5 13.5 0 9z" />
      ) : (
        <path className="sign-break" d="M1 2v5l3 2-3 2v5M5 2v5l3 2-3 2v5" />
      )}
    </svg>
  );
}
