import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * No text for people stands in a component, a store or an entrypoint: it would be English for everybody. Sources are
 * read with the TypeScript parser, so that neither comments nor identifiers count.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = ['components', 'state', 'entrypoints']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => `${folder}/${file}`),
  )
  .filter((file) => !/^components\/(?:timeline|shortcuts)\/|app\/shortcuts/.test(file));

/** Attributes of elements and properties of components that nobody reads. */
const SILENT = new Set([
  'className',
  'key',
  'id',
  'type',
  'role',
  'slot',
  'd',
  'viewBox',
  'of',
  'htmlFor',
  'name',
  'placement',
]);
/** Attributes that are read, or read out. */
const READ = /^(?:title|alt|placeholder|label|aria-(?:label|description|roledescription))$/;
/** The same in all languages: names, and what stands on keys. */
const NAMES = new Set([
  'Hangup',
  'POST',
  'English',
  '简体中文',
  'Page Up, Page Down',
  'Home, End',
  'Tab',
  'Esc',
  'Shift ← →',
]);
/** Of elements and of media. */
const SELECTOR = /[[\]]|^\(prefers-/;

const LETTER = /\p{L}/u;
/** Words with a space between them, or one that begins as a sentence does. */
const PROSE = /\p{L}[\p{L}’'-]*[,.:;]? \p{L}|^\s*\p{Lu}\p{Ll}+/u;

function findTexts(file: string, source: string): readonly string[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];

  function report(node: ts.Node, text: string): void {
    if (NAMES.has(text.trim()) || SELECTOR.test(text)) return;
    const { line } = parsed.getLineAndCharacterOfPosition(node.getStart(parsed));
    found.push(`line ${line + 1}: ${text.trim()}`);
  }

  function visit(node: ts.Node): void {
    if (isForMachines(node)) return;
    if (ts.isJsxText(node) && LETTER.test(node.text)) report(node, node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const isShown = isShownAsIs(node) ? LETTER.test(node.text) : PROSE.test(node.text);
      if (isShown) report(node, node.text);
    }
    ts.forEachChild(node, visit);
  }
  visit(parsed);
  return found;
}

function isForMachines(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isThrowStatement(node)) return true;
  if (ts.isJsxAttribute(node)) return SILENT.has(nameOf(node));
  const { parent } = node;
  // `key === 'ArrowDown'`, `case 'Escape':`, `{ 'Page Up': ... }`: an id, not a text.
  if (ts.isCaseClause(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isBinaryExpression(parent) && COMPARISONS.has(parent.operatorToken.kind);
}

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);

/** Straight in an attribute or between tags, or one of several there: one small word is a text too. */
function isShownAsIs(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return READ.test(nameOf(parent));
  if (ts.isJsxExpression(parent))
    return ts.isJsxAttribute(parent.parent) ? READ.test(nameOf(parent.parent)) : true;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isShownAsIs(parent);
  const isPart =
    ts.isBinaryExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isTemplateExpression(parent);
  return isPart && isShownAsIs(parent);
}

/** `name` is read on a component of ours; on an element it is for forms. */
function nameOf(attribute: ts.JsxAttribute): string {
  const name = attribute.name.getText();
  const isOurs = /^[A-Z]/.test(attribute.parent.parent.tagName.getText());
  return name === 'name' && isOurs ? 'label' : name;
}

describe('a text for people is found', () => {
  it.each([
    ['between tags', '<p>Reload</p>'],
    ['between tags, in braces', "<p>{'reload'}</p>"],
    ['between tags, where it is chosen', "<p>{isOn ? 'Recording' : 'Paused'}</p>"],
    ['in a template', '<p>{`${count} messages are here`}</p>'],
    ['in aria-label', '<nav aria-label="messages" />'],
    ['in title', "<i title={'when'} />"],
    ['in placeholder', '<input placeholder="filter" />'],
    ['in alt', '<img alt="logo" />'],
    ['in a property of a component', '<Fact name="Opened" />'],
    ['in a table', "const WORDS = { open: 'Open' };"],
    ['in what is stored', "store.setState({ problem: 'no more room' });"],
  ])('%s', (_where, source) => {
    expect(findTexts('example.tsx', source)).not.toEqual([]);
  });

  it.each([
    ['a class', '<p className="finding card" />'],
    ['an import', "import { text } from '../Some place';"],
    ['a key of the catalogue', "<p>{text('toolbar.clear')}</p>"],
    ['a path of a drawing', '<path d="M3 L8" />'],
    ['an impossible case', "throw new Error('The panel has no root element');"],
    ['a key that was pressed', "if (key === 'ArrowDown') move();"],
    ['our name', '<h1>Hangup</h1>'],
    ['a sign', '<span>×</span>'],
  ])('but not %s', (_what, source) => {
    expect(findTexts('example.tsx', source)).toEqual([]);
  });
});

it.each(SOURCES)('%s holds no text of its own', (file) => {
  expect(findTexts(file, readFileSync(path.join(ROOT, file), 'utf8'))).toEqual([]);
});
