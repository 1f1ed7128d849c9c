import type { MeasureField } from './query';

/** What a number may be followed by, in bytes (decimal, as the panel counts) or in milliseconds. */
const UNITS = {
  size: { '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 },
  latency: { '': 1, ms: 1, s: 1e3, min: 60e3 },
} as const satisfies Readonly<Record<MeasureField, Readonly<Record<string, number>>>>;

export const MEASURE_EXAMPLES: Readonly<Record<MeasureField, string>> = {
  size: 'size>1M',
  latency: 'latency>200ms',
};

/** `1.5M` as bytes, `200ms` as milliseconds; undefined: it is no such thing. */
export function readMeasure(field: MeasureField, written: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s*([a-z]*)$/i.exec(written);
  if (match === null) return undefined;
  const [, number = '', unit = ''] = match;
  const units: Readonly<Record<string, number>> = UNITS[field];
  const name = unit.toLowerCase();
  const factor = Object.hasOwn(units, name) ? units[name] : undefined;
  return factor === undefined ? undefined : Math.round(Number(number) * factor * 1e6) / 1e6;
}

/** The shortest way to write it that reads back as the same number. */
export function writeMeasure(field: MeasureField, value: number): string {
  const names = field === 'size' ? ['G', 'M', 'k'] : ['min', 's'];
  for (const unit of names) {
    const written = `${value / (readMeasure(field, `1${unit}`) ?? 1)}${unit}`;
    if (!written.startsWith('0') && readMeasure(field, written) === value) return written;
  }
  return field === 'size' ? plain(value) : `${plain(value)}ms`;
}

/** Never with an exponent, which the reader does not know. */
function plain(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
