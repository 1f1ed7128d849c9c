/** All forms in which a secret could be read in a file. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(4, -2),
  );
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    bytes.toString('hex'),
    ...base64,
    ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ].filter((form) => form.length >= 6);
}

/** Those of the secrets that can be read in a file, in any form. */
export function secretsIn<Secret extends { readonly secret: string }>(
  text: string,
  secrets: readonly Secret[],
): readonly Secret[] {
  const readable = readings(text).join('\n');
  return secrets.filter(({ secret }) => formsOf(secret).some((form) => readable.includes(form)));
}

/** What somebody could make of it, one after the other: bodies stand in base64 in a bundle, and that in other forms. */
function readings(text: string): readonly string[] {
  const all = [text];
  let latest = text;
  for (let peel = 0; peel < 4; peel += 1) {
    const plain = unquote(latest);
    const inside = [...plain.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)].map(([run]) =>
      Buffer.from(run, 'base64').toString('latin1'),
    );
    latest = inside.join('\n');
    all.push(plain, latest);
  }
  return all;
}

/** Without the signs that stand for others, and without line breaks. */
function unquote(text: string): string {
  const percent = (form: string) => form.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => fromHex(hex));
  return percent(percent(percent(text)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => fromHex(hex))
    .replace(/&(?:quot|#34);/g, '"')
    .replaceAll('&amp;', '&')
    .replace(/(?:\\+[rn]|[\r\n])+/g, '');
}

function fromHex(hex: string): string {
  return String.fromCharCode(parseInt(hex, 16));
}
