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
  // Bodies stand in base64 in a bundle: what is in them must be clean too.
  const inside = [...text.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, 'base64').toString('latin1'),
  );
  const readable = `${text}\n${inside.join('\n')}`;
  return secrets.filter(({ secret }) => formsOf(secret).some((form) => readable.includes(form)));
}
