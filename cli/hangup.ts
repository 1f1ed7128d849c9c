import { parseArgs } from 'node:util';
import { convert } from './convert';
import { complain, diagnose } from './diagnose';
import { VERSION } from './version';

const USAGE = `Usage: hangup diagnose FILE... [--format text|json|markdown|ndjson|otlp] [--profile FILE]...
       hangup convert FILE --to bundle|har|html|markdown [--output FILE] [--no-redact] [--keep NAME,...]
                      [--profile FILE]...

diagnose  names why each WebSocket connection in the files ended.
convert   writes a file in another format. Secrets are replaced by names such as token-1; --keep leaves
          some of them in, --no-redact all.

FILE is a Hangup bundle, an HTML report of Hangup, or a HAR with WebSocket messages, gzipped or not, as
browsers' DevTools, mitmproxy and others export it; - reads what is piped in.
--profile adds what an application's own codes and messages mean (docs/profiles.md); it may stand more than once.

Exit codes: 0 no error found, 1 errors found, 2 the input cannot be used.`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      to: { type: 'string', default: 'bundle' },
      output: { type: 'string', short: 'o' },
      redact: { type: 'boolean', default: true },
      'no-redact': { type: 'boolean', default: false },
      keep: { type: 'string', default: '' },
      profile: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.version) {
    process.stdout.write(`${values.help ? USAGE : VERSION}\n`);
    return 0;
  }
  const [command, ...paths] = positionals;
  const [path] = paths;
  if (path === undefined) return complain(USAGE);
  if (command === 'diagnose')
    return diagnose(paths, { formatName: values.format, profilePaths: values.profile });
  if (command !== 'convert' || paths.length > 1) return complain(USAGE);
  return convert(path, {
    to: values.to,
    output: values.output,
    isRedacted: values.redact && !values['no-redact'],
    keep: values.keep.split(',').filter((name) => name !== ''),
    profilePaths: values.profile,
  });
}

try {
  process.exitCode = await run();
} catch (problem) {
  // parseArgs throws on an unknown option; its message says which.
  process.exitCode = complain(problem instanceof Error ? problem.message : String(problem));
}
