import { writeFileSync } from 'node:fs';
import { GENERATED_PARTS, regenerate } from './generated-docs';

for (const part of GENERATED_PARTS)
  writeFileSync(new URL(`../../${part.file}`, import.meta.url), await regenerate(part));
