import { SafeText } from '../ui/safe-text';
import { toVisibleText } from '../ui/visible-text';

/**
 * An address on one line. Where there is no room the origin gives way first: links of one page mostly share it, and
 * the path is what tells them apart.
 */
export function EndpointName({ endpoint }: { readonly endpoint: string }) {
  const [, origin = '', path = endpoint] = /^([a-z]+:\/\/[^/?#]*)(.*)$/is.exec(endpoint) ?? [];
  return (
    <span className="line-title endpoint-name" title={toVisibleText(endpoint)}>
      <span className="endpoint-origin">
        <SafeText text={origin} />
      </span>
      <span className="endpoint-path">
        <SafeText text={path} />
      </span>
    </span>
  );
}
