import fs from 'node:fs';
import type http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What came of each test is left where the runner looks for it. */
const page = (
  before: string,
) => `<!doctype html><meta charset="utf-8"><title>suite</title><div id="mocha"></div>
<script src="/mocha.js"></script><script>
  const only = new URLSearchParams(location.search).get('only');
  mocha.setup({ ui: 'bdd', timeout: 20000, ...(only !== null && { fgrep: only }) });
</script>${before}
<script src="/suite.js"></script>
<script>
  const outcomes = (globalThis.outcomesSoFar = {});
  const runner = mocha.run(() => { globalThis.suiteOutcomes = outcomes; });
  runner.on('pass', (test) => { outcomes[test.fullTitle()] = 'PASS'; });
  runner.on('fail', (test, problem) => { outcomes[test.fullTitle()] = 'FAIL: ' + problem.message; });
  runner.on('pending', (test) => { outcomes[test.fullTitle()] = 'SKIPPED'; });
</script>`;

const BLANK = '<!doctype html><title>blank</title>';

/**
 * `/blank`, and `/suite` that runs a bundled suite with the checkout's own mocha; `/suite?only=` one test, by its title.
 *
 * @param files further scripts by their path
 * @param before markup that comes before the suite
 */
export function suitePages(
  packageDir: string,
  suite: string,
  files: Readonly<Record<string, string | Buffer>> = {},
  before = '',
): http.RequestListener {
  const mocha = fs.readFileSync(
    createRequire(path.join(packageDir, 'package.json')).resolve('mocha/mocha.js'),
  );
  const scripts: Readonly<Record<string, string | Buffer>> = {
    '/mocha.js': mocha,
    '/suite.js': suite,
    ...files,
  };
  return ({ url: address = '' }, response) => {
    const [url = ''] = address.split('?');
    const script = scripts[url];
    if (script !== undefined) response.setHeader('Content-Type', 'text/javascript').end(script);
    else if (url === '/suite' || url === '/blank')
      response.setHeader('Content-Type', 'text/html').end(url === '/suite' ? page(before) : BLANK);
    else response.writeHead(404).end();
  };
}
