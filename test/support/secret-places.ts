/** As mail and `base64` write it. */
function inLines(text: string, width: number): string {
  return (
    Buffer.from(text)
      .toString('base64')
      .match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  ).join('\r\n');
}

/** Where a secret is one by its looks alone. */
export const SHAPED_PLACES: Readonly<Record<string, (secret: string) => string>> = {
  'running text': (secret) => `it said ${secret} and closed`,
  'a list': (secret) => JSON.stringify(['a', [{ b: [secret] }]]),
  'a Socket.IO event': (secret) => `42/admin,7${JSON.stringify(['say', { text: secret }])}`,
  'JSON in JSON in JSON': (secret) =>
    JSON.stringify({ a: JSON.stringify({ b: JSON.stringify([`x ${secret}`]) }) }),
  'percent-encoded JSON': (secret) => `data=${encodeURIComponent(JSON.stringify({ note: secret }))}`,
  'base64 of JSON': (secret) => `blob:${Buffer.from(JSON.stringify({ note: secret })).toString('base64')}`,
  'base64 of JSON in percent-encoding': (secret) =>
    `wss://h/?room=7&d=${encodeURIComponent(Buffer.from(JSON.stringify({ note: `~~??${secret}` })).toString('base64'))}`,
  'base64 of JSON in lines': (secret) => inLines(JSON.stringify({ note: secret }), 20),
  'JSON in an attribute of HTML': (secret) =>
    `<div data-state="x" data-user='${JSON.stringify({ note: secret }).replaceAll('"', '&quot;')}'>`,
  'a stack': (secret) => `at f (https://h/app.js?v=${encodeURIComponent(secret)}:1:2)\n    at g (x.js:3:4)`,
  'a bearer header in text': (secret) => `-H "Authorization: Bearer ${secret}"`,
};

/** Where its name says so. */
export const NAMED_PLACES: Readonly<Record<string, (secret: string) => string>> = {
  'a parameter': (secret) => `wss://h/live?room=7&session_api_key=${encodeURIComponent(secret)}`,
  'a parameter of an address in a parameter': (secret) =>
    `https://h/?to=${encodeURIComponent(`wss://g/?token=${encodeURIComponent(secret)}&x=1`)}`,
  'a fragment': (secret) => `https://h/cb#access_token=${encodeURIComponent(secret)}&state=1`,
  'a JSON member': (secret) => JSON.stringify({ type: 'auth', session_api_key: secret }),
  'a deep JSON member': (secret) =>
    JSON.stringify({
      value: {
        secret_registry: { secret_sources: { A: { kind: 'x', headers: { 'X-Access-Token': secret } } } },
      },
    }),
  'a list under a name': (secret) => JSON.stringify({ provider_tokens: ['', secret] }),
  'JSON in a string': (secret) => JSON.stringify(['oh_event', { args: JSON.stringify({ api_key: secret }) }]),
  'base64 of JSON under a name': (secret) =>
    Buffer.from(JSON.stringify({ password: secret })).toString('base64'),
  'base64 of JSON in percent-encoding, twice, under a name': (secret) =>
    `d=${encodeURIComponent(encodeURIComponent(Buffer.from(JSON.stringify({ n: '~~??', password: secret })).toString('base64')))}`,
  'every sign of base64 of JSON in percent-encoding, under a name': (secret) =>
    Buffer.from(Buffer.from(JSON.stringify({ password: secret })).toString('base64'))
      .toString('hex')
      .replace(/../g, '%$&'),
  'base64 of JSON in lines, under a name': (secret) => inLines(JSON.stringify({ password: secret }), 16),
  'JSON in HTML, under a name': (secret) =>
    JSON.stringify({ n: 1, password: secret }).replaceAll('&', '&amp;').replaceAll('"', '&#34;'),
  'percent-encoded JSON under a name': (secret) => `q=${encodeURIComponent(JSON.stringify({ jwt: secret }))}`,
  'JSON that is cut off': (secret) => JSON.stringify({ n: 1, tkn: secret }).slice(0, -2),
};
