/** Local wall-clock time with milliseconds: `12:01:03.120`. */
export function formatClock(timeMs: number): string {
  const date = new Date(timeMs);
  const pad = (value: number, width = 2) => String(value).padStart(width, '0');
  const seconds = `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
  return `${seconds}.${pad(date.getMilliseconds(), 3)}`;
}

/** A length of time as short as it can be said: `340 ms`, `1.2 s`, `4 min 12 s`, `2 h 5 min`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1) return '< 1 ms';
  if (Math.round(durationMs) < 1_000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9_950) return `${Number((durationMs / 1_000).toFixed(1))} s`;
  const totalSeconds = Math.round(durationMs / 1_000);
  if (totalSeconds < 60) return `${totalSeconds} s`;
  const totalMinutes = Math.floor(totalSeconds / 60);
  if (totalMinutes < 60) return twoUnits(totalMinutes, 'min', totalSeconds % 60, 's');
  return twoUnits(Math.floor(totalMinutes / 60), 'h', totalMinutes % 60, 'min');
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** `340 B`, `1.2 kB`, `3.4 MB` (decimal, as the Network panel counts). */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes < 1_000) return `${sizeBytes} B`;
  if (sizeBytes < 999_950) return `${(sizeBytes / 1_000).toFixed(1)} kB`;
  return `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
}
