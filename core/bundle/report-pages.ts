import type { Report } from '../report';

/** Where a report in HTML holds the taxonomy's pages. */
export const PAGES_ID = 'hangup-pages';

/** Every cause that a report names, found or suspected: each can be looked up. */
export function causesIn({ connections, chains }: Report): ReadonlySet<string> {
  const findings = [...connections, ...chains].flatMap((one) => one.findings);
  const causes = new Set<string>();
  for (const { cause, hypotheses } of findings) {
    causes.add(cause);
    for (const hypothesis of hypotheses) if (hypothesis.cause !== undefined) causes.add(hypothesis.cause);
  }
  return causes;
}
