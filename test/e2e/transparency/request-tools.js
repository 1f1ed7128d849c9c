// Runs in a page, with and without Hangup; the parts beside it return what a page can find out about XMLHttpRequest,
// fetch, Response and WebTransport, above all around the requests that Hangup looks at. `lab` is the fault lab's http
// address. Nothing in here may depend on time, port or chance: the two results must be equal.
async () => {
  const seen = {};
  const attempt = async (name, observe) => {
    try {
      seen[name] = (await observe()) ?? 'undefined';
    } catch (error) {
      seen[name] = `threw ${error.name}: ${String(error.message).replaceAll(lab, 'LAB')}`;
    }
  };
  const describe = (owner) =>
    Object.fromEntries(
      Reflect.ownKeys(owner).map((key) => {
        const d = Object.getOwnPropertyDescriptor(owner, key);
        const part = (f) => (typeof f === 'function' ? `${f.name}/${f.length}` : typeof f);
        const flags = `${d.enumerable ? 'e' : '-'}${d.configurable ? 'c' : '-'}`;
        return [
          String(key),
          'value' in d
            ? `${flags}${d.writable ? 'w' : '-'} ${part(d.value)}`
            : `${flags} ${part(d.get)} ${part(d.set)}`,
        ];
      }),
    );
  const POLL = '/socket.io/probe/?EIO=4&transport=polling';
  const idless = (text) => String(text).replace(/"sid":"[^"]+"/, '"sid":"ID"');
  const load = (url, prepare = () => undefined, method = 'GET', body = null) =>
    new Promise((done) => {
      const xhr = new XMLHttpRequest();
      const log = [];
      prepare(xhr, log);
      for (const type of ['loadstart', 'load', 'error', 'abort', 'timeout'])
        xhr.addEventListener(type, () => log.push(type));
      xhr.addEventListener('loadend', () => {
        log.push('loadend');
        done([log, xhr.status]);
      });
      xhr.open(method, url);
      xhr.send(body);
    });
  return { seen, attempt, describe, POLL, idless, load };
};
