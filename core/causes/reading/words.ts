/** `1.5 s`: durations in the unit a person would use. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 120_000) return `${Number((ms / 1_000).toFixed(1))} s`;
  return `${Number((ms / 60_000).toFixed(1))} min`;
}

/** A sentence as a title: without its full stop, and without the sentences after it. */
export function asTitle(sentences: string): string {
  return (/^.*?\.(?=\s|$)/s.exec(sentences)?.[0] ?? sentences).replace(/\.$/, '');
}

/** "The server" -> "the server", but "TLS failed", "Socket.IO refused" and names keep their capitals. */
export function toMidSentence(title: string): string {
  const isPlainWord = /^(?!Chromium|Firefox|Hangup)[A-Z][a-z]*[ ,]/.test(title);
  return isPlainWord ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** `: "reason"` to end a title with, or nothing. */
export function quoted(reason: string): string {
  return reason === '' ? '' : `: "${reason}"`;
}

/** `1.5 MB`: sizes in the unit a person would use. */
export function size(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Number((bytes / 1_000).toFixed(1))} kB`;
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}
