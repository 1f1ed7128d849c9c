import { z } from 'zod';

/** A text in which `*` stands for any run of characters, also none: `/sockets/events/*`, `*.example.com`. */
export const globSchema = z
  .string()
  .min(1)
  .max(300)
  .refine((glob) => glob.split('*').length <= 6, { message: 'Use at most five * in one pattern.' });

/** The whole text fits. Each fixed part is looked for once, from left to right: the time is linear. */
export function matchesGlob(glob: string, text: string): boolean {
  const [first = '', ...others] = glob.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
