import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en';
import type { Message, Messages } from '../../locales/message';
import { zhCn } from '../../locales/zh-cn';

const original: Messages = en;
const translations: Readonly<Record<string, Messages>> = { 'zh-CN': zhCn };

describe.each(Object.entries(translations))('the texts in %s', (_language, translated) => {
  it('have the keys of the English ones, no more and no fewer', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(original).sort());
  });

  it.each(Object.keys(original))('say all that %s says in English', (key) => {
    expect(placeholdersOf(translated[key])).toEqual(placeholdersOf(original[key]));
  });
});

it.each(Object.entries(original))(
  '%s counts where it has forms, and has no half of a placeholder',
  (_key, message) => {
    if (typeof message !== 'string') expect(placeholdersOf(message)).toContain('count');
    for (const form of formsOf(message)) expect(form.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  },
);

it('Chinese is Chinese: what has no Chinese character in it is a name or a term on the list', () => {
  const terms =
    /^(?:\{\w+\}|[\s\p{P}\p{S}0-9]|Hangup|WebSocket|WebTransport|Socket\.IO|JSON|URL|POST|HTTP|Markdown)+$/u;
  const untranslated = Object.entries(zhCn as Messages).filter(([, message]) =>
    formsOf(message).some((form) => !/\p{Script=Han}/u.test(form) && !terms.test(form)),
  );
  expect(untranslated).toEqual([]);
});

function formsOf(message: Message | undefined): readonly string[] {
  if (message === undefined) return [];
  return typeof message === 'string' ? [message] : Object.values<string>({ ...message });
}

/** Of all forms together: a form for one may leave the number out. */
function placeholdersOf(message: Message | undefined): readonly string[] {
  const names = formsOf(message).flatMap((form) =>
    [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].sort();
}
