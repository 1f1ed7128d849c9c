import type { ExtensionPage } from './inspected-tab';
import { EXTENSION_PAGE_LOADED } from './panel-states';
import { waitUntil } from './wait-until';

/** A page of the extension, once it has loaded. @param evaluate runs an expression in it, and gives its result */
export async function toExtensionPage(
  path: string,
  evaluate: ExtensionPage['evaluate'],
): Promise<ExtensionPage> {
  const page: ExtensionPage = {
    evaluate,
    async waitFor(expression, what, timeoutMs) {
      const instead = async () => `${path} says:\n${await evaluate<string>('document.body.innerText')}`;
      await waitUntil(() => evaluate<unknown>(expression), { what, timeoutMs, instead });
    },
  };
  await page.waitFor(EXTENSION_PAGE_LOADED, `${path} to load`);
  return page;
}
