import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GENERATED_FILES, GENERATED_PARTS, regenerate } from './generated-docs';

describe('what documents take from code', () => {
  it.each(GENERATED_PARTS)('$name in $file is up to date (npm run docs writes it)', async (part) => {
    const now = readFileSync(new URL(`../../${part.file}`, import.meta.url), 'utf8');
    expect(now).toBe(await regenerate(part));
  });

  it.each(GENERATED_FILES)('$file is up to date (npm run docs writes it)', async ({ file, write }) => {
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(await write());
  });
});
