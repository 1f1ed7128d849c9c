import { writeFileSync } from 'node:fs';
import { GENERATED_FILES, GENERATED_PARTS, regenerate } from './generated-docs';

for (const part of GENERATED_PARTS)
  writeFileSync(new URL(`../../${part.file}`, import.meta.url), await regenerate(part));

for (const { file, write } of GENERATED_FILES)
  writeFileSync(new URL(`../../${file}`, import.meta.url), await write());
