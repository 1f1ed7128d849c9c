import type { TargetResult } from './run-target';

/** A campaign's outcome as a table in Markdown, and under it how to see each finding again. */
export function campaignReport(results: readonly TargetResult[], seed: number): string {
  const rows = results.map(({ name, inputs, tookMs, slowestMs, heapGrowthBytes, findings }) =>
    [
      name,
      inputs.toLocaleString('en'),
      `${(tookMs / 1_000).toFixed(0)} s`,
      `${slowestMs.toFixed(1)} ms`,
      `${(heapGrowthBytes / 1_048_576).toFixed(1)} MiB`,
      findings.length,
    ].join(' | '),
  );
  const found = results.flatMap(({ name, findings }) =>
    findings.map(
      ({ index, problem }) =>
        `- ${name}: ${problem}\n  (npm run campaign -- --seed ${seed} --only ${name} --show ${index})`,
    ),
  );
  return [
    '| target | inputs | took | slowest input | heap growth | findings |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows.map((row) => `| ${row} |`),
    ...found,
  ].join('\n');
}
