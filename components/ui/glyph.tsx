/** Shape and colour say the same thing twice, so that neither has to be seen. */
export type Tone = 'error' | 'warning' | 'info' | 'neutral' | 'accent';
export type GlyphShape = 'stop' | 'alert' | 'check' | 'question' | 'live' | 'pending' | 'idle';

/** A 14 px sign. Decorative unless it gets a label: the text beside it normally says the same. */
export function Glyph(props: {
  readonly shape: GlyphShape;
  readonly tone: Tone;
  readonly label?: string;
  readonly size?: number;
}) {
  const { shape, tone, label, size = 14 } = props;
  return (
    <svg
      className={`glyph tone-${tone}`}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {paths[shape]}
    </svg>
  );
}

const filled = { fill: 'currentColor' } as const;
const cut = { stroke: 'var(--glyph-cut)', strokeWidth: 1.6, strokeLinecap: 'round', fill: 'none' } as const;
const drawn = { stroke: 'currentColor', strokeWidth: 1.6, fill: 'none' } as const;

const paths: Readonly<Record<GlyphShape, React.ReactElement>> = {
  stop: (
    <>
      <path {...filled} d="M4.3.6h5.4l3.7 3.7v5.4l-3.7 3.7H4.3L.6 9.7V4.3z" />
      <path {...cut} d="M4.8 4.8l4.4 4.4M9.2 4.8L4.8 9.2" />
    </>
  ),
  alert: (
    <>
      <path
        {...filled}
        d="M7 .9c.4 0 .7.2.9.5l5.7 10.2c.4.7-.1 1.5-.9 1.5H1.3c-.8 0-1.3-.8-.9-1.5L6.1 1.4C6.3 1.1 6.6.9 7 .9z"
      />
      <path {...cut} d="M7 5v3.2M7 10.6v.1" />
    </>
  ),
  check: (
    <>
      <circle {...filled} cx="7" cy="7" r="6.2" />
      <path {...cut} d="M4.3 7.3l1.9 1.9 3.6-4.2" />
    </>
  ),
  question: (
    <>
      <circle {...drawn} strokeDasharray="2.6 1.5" cx="7" cy="7" r="5.9" />
      <path
        {...drawn}
        strokeLinecap="round"
        d="M5.3 5.5c.2-1.1 1-1.5 1.8-1.5.9 0 1.7.6 1.7 1.5 0 1.3-1.7 1.3-1.7 2.5M7.1 10v.1"
      />
    </>
  ),
  live: (
    <>
      <circle {...drawn} cx="7" cy="7" r="5.4" />
      <circle {...filled} cx="7" cy="7" r="2.6" />
    </>
  ),
  pending: <circle {...drawn} strokeDasharray="3 2.3" cx="7" cy="7" r="5.4" />,
  idle: <circle {...drawn} cx="7" cy="7" r="5.4" />,
};
