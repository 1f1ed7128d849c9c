import type { ChromiumTab } from '../browsers/chromium';
import type { FaultLab } from '../fault-lab/fault-lab';
import type { Fault } from '../fault-lab/fault';
import { chooseLink, readFindings, waitForCause } from '../panel-page';

/** One fault as it went: what the page was told, and what the panel says. */
export interface DrivenFault {
  readonly title: string;
  /** The last event that the page's own script got. */
  readonly pageSaw: string;
  readonly hangupSays: string;
  readonly evidence: string;
  readonly isExpected: boolean;
}

export async function driveFault(tab: ChromiumTab, lab: FaultLab, fault: Fault): Promise<DrivenFault> {
  await tab.goto(fault.page(lab));
  await tab.waitInPage(`globalThis.labLog?.at(-1) === 'done'`, 'the page to be done', 30_000);
  const log = await tab.evaluateInPage<readonly string[]>('labLog');
  await chooseLink(tab, fault.endpoint(lab));
  const isExpected = await waitForCause(tab, fault.expected.chromium.cause).then(
    () => true,
    () => false,
  );
  const { titles } = await readFindings(tab);
  const evidence = await tab.evaluateInPanel<string>(
    `document.querySelector('section[aria-label="Findings"] .evidence-text')?.firstChild?.textContent ?? ''`,
  );
  return {
    title: fault.title,
    pageSaw: toEventWords(log),
    hangupSays: titles.join('; '),
    evidence,
    isExpected,
  };
}

/** `1 close code=1006 reason="" wasClean=false ms=12` -> `close code=1006 reason=""` */
function toEventWords(log: readonly string[]): string {
  const last = log.findLast((line) => /\b(?:close|connect_error|threw|error)\b/.test(line)) ?? '';
  return last.replace(/^\d+ /, '').replace(/ (?:wasClean|ms)=\S+/g, '');
}
