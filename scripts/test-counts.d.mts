export interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export function countVitest(
  report: VitestReport | undefined,
  exitCode: number,
): Count & { readonly problems: string[] };
export function tally(counts: readonly Count[]): Count & { readonly line: string };
