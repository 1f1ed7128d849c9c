import { RETRY_WORDS, type Finding } from './finding';

/** A finding as plain text, for a chat or a mail. */
export function findingText(finding: Finding): string {
  const { title, explanation, evidence, next, nextForUser, missing, hypotheses, retry } = finding;
  return [
    `${title} [${causeText(finding)}, ${verdictText(finding)}]`,
    explanation,
    RETRY_WORDS[retry],
    ...(missing === undefined ? [] : [`Not seen: ${missing}`]),
    ...section('Evidence', evidence, ({ text, source }) => `${text} (${source})`),
    ...section('What it may be', hypotheses, (one) => `${one.title} (${one.confidence}). ${one.check}`),
    ...section('To do, for whoever uses the page', nextForUser, (step) => step),
    ...section('To do, for whoever builds or runs it', next, (step) => step),
  ]
    .map(oneLine)
    .join('\n');
}

/** What a server or a page said may hold line breaks, which would read as lines of ours. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The same for a ticket: what servers and pages said stays text there, and never becomes markup. */
export function findingMarkdown(finding: Finding): string {
  const [head = '', ...lines] = findingText(finding).split('\n');
  return [`**${escapeMarkdown(head)}**`, '', ...lines.map(toMarkdownLine)].join('\n');
}

function section<Item>(
  title: string,
  items: readonly Item[],
  toText: (item: Item) => string,
): readonly string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `- ${toText(item)}`)];
}

function toMarkdownLine(line: string): string {
  if (line.startsWith('- ')) return `- ${escapeMarkdown(line.slice(2))}`;
  return line.endsWith(':') ? `\n${escapeMarkdown(line)}\n` : escapeMarkdown(line);
}

/** The ids that tickets carry: of the cause, and of the sign of a profile where one was seen. */
export function causeText({ cause, sign }: Finding): string {
  return sign === undefined ? cause : `${cause} ${sign}`;
}

export function verdictText({ verdict, confidence, severity }: Finding): string {
  return verdict === 'found' ? `${severity}, ${confidence}` : verdict;
}

/** Server and page text goes on tickets: it must read as it was sent, and never as markup. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>#|~]/g, (char) => `\\${char}`);
}
