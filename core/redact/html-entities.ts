const SIGNS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&amp;': '&',
  '&#38;': '&',
  '&lt;': '<',
  '&gt;': '>',
};
const ENTITY = /&(?:quot|apos|amp|lt|gt|#34|#38|#39|#x22|#x27);/gi;

/** HTML hides the quotes of JSON in an attribute: these texts are to be read as what they stand for. */
export function holdsEntities(text: string): boolean {
  return text.includes('&') && /&(?:quot|apos|amp|#34|#39|#x22|#x27);/i.test(text);
}

/** Once, so that what is encoded twice needs two. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity) => SIGNS[entity.toLowerCase()] ?? entity);
}

/** Signs that were entities in `original` become entities again. */
export function encodeEntities(text: string, original: string): string {
  const used = new Map<string, string>();
  for (const [entity] of original.matchAll(ENTITY)) {
    const sign = SIGNS[entity.toLowerCase()];
    if (sign !== undefined && !used.has(sign)) used.set(sign, entity);
  }
  return text.replace(/["'&<>]/g, (sign) => used.get(sign) ?? sign);
}
