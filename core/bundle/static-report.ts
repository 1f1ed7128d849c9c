import type { Finding } from '../finding';
import type { Report } from '../report';

/** More would make the file large, and nobody reads them without the app. */
const MOST_SHOWN = 50;

/** The findings as HTML that needs no script. Everything in it is text of strangers, and stands there as text. */
export function reportToHtml(report: Report): string {
  const { connections, chains } = report;
  const parts = [
    ...chains.map(({ endpoint, attemptCount, findings }) =>
      section(`All ${attemptCount} attempts at ${endpoint}`, findings),
    ),
    ...connections
      .filter(({ findings }) => findings.some(({ severity }) => severity !== 'info'))
      .slice(0, MOST_SHOWN)
      .map(({ url, findings }) => section(url, findings)),
  ];
  const count = `${connections.length} ${connections.length === 1 ? 'connection' : 'connections'}`;
  const body = parts.length === 0 ? '<p>Nothing wrong was recorded.</p>' : parts.join('\n');
  return `<main class="static-report"><h1>Hangup report</h1><p>${count}. With scripts on, this page shows all of the recording.</p>\n${body}</main>`;
}

function section(title: string, findings: readonly Finding[]): string {
  return `<section><h2>${escape(title)}</h2>${findings.map(findingHtml).join('')}</section>`;
}

function findingHtml({
  title,
  cause,
  verdict,
  severity,
  confidence,
  evidence,
  next,
  missing,
}: Finding): string {
  const judged = verdict === 'found' ? `${severity}, ${confidence}` : verdict;
  const facts = evidence.map(({ source, text }) => `<li>Seen by ${escape(source)}: ${escape(text)}</li>`);
  const steps = next.map((step) => `<li>${escape(step)}</li>`);
  return [
    `<article><h3>${escape(title)}</h3><p><code>${escape(cause)}</code>, ${judged}</p>`,
    `<ul>${facts.join('')}${missing === undefined ? '' : `<li>Missing: ${escape(missing)}</li>`}</ul>`,
    `<ol>${steps.join('')}</ol></article>`,
  ].join('');
}

export function escape(text: string): string {
  return text.replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}
