import type { Report } from './report';

/** One finding a line, each whole in itself, for `jq`, `grep` and a log shipper. */
export function toNdjson({ connections, chains }: Report, fileName: string): string {
  const lines = [
    ...connections.flatMap(({ url, conversationId, findings }) =>
      findings.map((finding) => ({ file: fileName, url, conversationId, ...finding })),
    ),
    ...chains.flatMap(({ endpoint, conversationId, attemptCount, findings }) =>
      findings.map((finding) => ({
        file: fileName,
        url: endpoint,
        conversationId,
        attemptCount,
        ...finding,
      })),
    ),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
