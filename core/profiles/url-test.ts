import { z } from 'zod';
import { globSchema, matchesGlob } from './glob';
import { matchesText, textTestSchema } from './text-test';

const queryTestSchema = z.strictObject({
  name: z.string().min(1).max(100),
  value: textTestSchema.optional().describe('Absent: the parameter must be there, with any value.'),
  isMissing: z.literal(true).optional().describe('True: the parameter must not be there.'),
});

/** Where a socket goes, and from which page. Everything that is given must hold. */
export const urlTestSchema = z.strictObject({
  scheme: z.enum(['ws', 'wss', 'http', 'https']).optional(),
  host: globSchema.optional().describe('Without a port.'),
  path: globSchema.optional(),
  query: z.array(queryTestSchema).max(20).optional(),
  pageHost: textTestSchema.optional().describe('Of the document that opened it.'),
  pagePath: globSchema.optional(),
});
export type UrlTest = z.infer<typeof urlTestSchema>;

/** @param pageUrl of the document; where it is not known, a test that asks for it fails */
export function matchesUrl(test: UrlTest, address: string, pageUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const { scheme, host, path, query = [], pageHost, pagePath } = test;
  if (scheme !== undefined && url.protocol !== `${scheme}:`) return false;
  if (host !== undefined && !matchesGlob(host, url.hostname)) return false;
  if (path !== undefined && !matchesGlob(path, url.pathname)) return false;
  for (const { name, value, isMissing } of query) {
    const given = url.searchParams.get(name);
    if ((given === null) !== (isMissing === true)) return false;
    if (given !== null && !matchesText(value, given)) return false;
  }
  if (pageHost === undefined && pagePath === undefined) return true;
  if (pageUrl === undefined || !URL.canParse(pageUrl)) return false;
  const page = new URL(pageUrl);
  return (
    matchesText(pageHost, page.hostname) && (pagePath === undefined || matchesGlob(pagePath, page.pathname))
  );
}
