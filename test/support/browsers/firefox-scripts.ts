// Scripts that run inside Firefox with full privileges (Marionette's chrome context). They are text because nothing
// of this file's world exists there. Seen to work: Firefox ESR 153.

/** Finds the inspected tab (the first: pages may open more) and the remote browser element that holds our panel. */
const PRELUDE = `
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const tab = gBrowser.tabs[0];
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  function panelBrowserOf(toolbox, toolId) {
    const frame = toolbox?.doc.getElementById('toolbox-panel-iframe-' + toolId);
    return frame?.contentDocument.getElementById('webext-panels-browser');
  }
  /** The newest tab whose address begins so, once it has loaded. */
  async function browserAt(address) {
    for (let i = 0; i < 400; i++) {
      const browser = gBrowser.browsers.findLast(({ currentURI }) => currentURI.spec.startsWith(address));
      if (browser?.browsingContext.currentWindowGlobal && !browser.webProgress.isLoadingDocument) return browser;
      await sleep(50);
    }
    throw new Error('No tab with ' + address);
  }
  async function browserFor(toolId) {
    if (toolId === null) return tab.linkedBrowser;
    if (toolId.startsWith('moz-extension:')) return browserAt(toolId);
    const browser = panelBrowserOf(gDevTools.getToolboxForTab(tab), toolId);
    if (!browser) throw new Error('The panel is not open.');
    return browser;
  }
`;

/** A whole script for ExecuteAsyncScript; `args` holds its arguments and it returns the body's value or an error. */
function asyncScript(body: string): string {
  return `
    const args = [...arguments], done = args.pop();
    (async () => { ${PRELUDE} ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));
  `;
}

/** (addonId) -> the tool id of its first panel, after opening the toolbox and selecting that panel. */
export const OPEN_PANEL = asyncScript(`
  const marker = args[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_');   // ExtensionCommon.makeWidgetId
  const toolbox = await gDevTools.showToolboxForTab(tab);
  let toolId;
  for (let i = 0; i < 1200 && !toolId; i++) {
    toolId = toolbox.visibleAdditionalTools.find((id) => id.startsWith('webext-devtools-panel-' + marker + '-'));
    if (!toolId) await sleep(50);
  }
  if (!toolId) throw new Error('No panel of ' + args[0] + ' among: ' + toolbox.visibleAdditionalTools.join(', '));
  await toolbox.selectTool(toolId);
  return toolId;
`);

/**
 * Runs in the content process. `Debugger.executeInGlobal` is what the console and WebDriver BiDi use: the code runs in
 * the document's own global, so a page's hook sees arrays and buffers of its own realm (a Cu.Sandbox's would fail
 * \`instanceof\`), and the panel's CSP does not block it. A Debugger must not share its compartment with what it looks
 * at, hence the fresh one.
 */
const EVALUATE_IN_CONTENT = `
  (async () => {
    let answer;
    try {
      const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
      const system = Services.scriptSecurityManager.getSystemPrincipal();
      const own = new Cu.Sandbox(system, { freshCompartment: true });
      addDebuggerToGlobal(own);
      const completion = new own.Debugger().makeGlobalObjectReference(content).executeInGlobal(EXPRESSION);
      if (!completion) throw new Error('The script was terminated.');
      if ('throw' in completion) throw completion.throw.unsafeDereference();
      answer = { json: await completion.return.unsafeDereference() };
    } catch (error) {
      answer = { error: String(error) };
    }
    sendAsyncMessage(NAME, answer);
  })();
`;

/**
 * (toolId, null for the page, or an address of the extension; source of a promise of JSON text) -> that text. A document
 * that is replaced meanwhile takes its answer with it, so the wait ends then.
 */
export const EVALUATE = asyncScript(`
  const [toolId, expression] = args;
  const browser = await browserFor(toolId);
  const { messageManager } = browser;
  const documentNow = () => browser.browsingContext?.currentWindowGlobal?.innerWindowId;
  const documentAsked = documentNow();
  const name = 'Hangup:' + Services.uuid.generateUUID();
  const answered = new Promise((resolve) => {
    messageManager.addMessageListener(name, function listener(message) {
      messageManager.removeMessageListener(name, listener);
      resolve(message.data);
    });
  });
  const code = ${JSON.stringify(EVALUATE_IN_CONTENT)}
    .replace('EXPRESSION', () => JSON.stringify(expression)).replace('NAME', () => JSON.stringify(name));
  messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(code), false);
  let answer;
  answered.then((data) => (answer = data));
  while (!answer) {
    await Promise.race([answered, sleep(100)]);
    if (!answer && documentNow() !== documentAsked) throw new Error('The document was replaced.');
  }
  const { json, error } = answer;
  if (error) throw error;
  return json;
`);

/** (toolId, width, height): gives the panel that size by resizing the toolbox's window around it. */
export const RESIZE_PANEL = asyncScript(`
  const [toolId, width, height] = args;
  const { topWindow } = gDevTools.getToolboxForTab(tab);
  const browser = await browserFor(toolId);
  for (let i = 0; i < 600; i++) {
    if (browser.clientWidth === width && browser.clientHeight === height) return;
    topWindow.resizeBy(width - browser.clientWidth, height - browser.clientHeight);
    await sleep(50);
  }
  throw new Error('The panel stays ' + browser.clientWidth + 'x' + browser.clientHeight);
`);

/** (toolId) -> a PNG of the panel as base64. drawSnapshot reaches into the panel's process; TakeScreenshot does not. */
export const DRAW_PANEL = asyncScript(`
  const browser = await browserFor(args[0]);
  const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
`);

/** (addonId, path, 1 or 0) -> the whole address of a page of the extension; with 1 it is opened in a new tab. */
export const EXTENSION_PAGE = asyncScript(`
  const address = WebExtensionPolicy.getByID(args[0]).getURL(args[1]);
  if (args[2] === 1) gBrowser.addTrustedTab(address);
  return address;
`);

/** (addonId): ends the extension's event page, as Firefox does after 30 idle seconds. */
export const STOP_BACKGROUND = asyncScript(`
  await WebExtensionPolicy.getByID(args[0]).extension.terminateBackground({ ignoreDevToolsAttached: true });
`);

/** (addonId): loads the extension anew, as about:debugging's button does. */
export const RELOAD_ADDON = asyncScript(`
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(args[0])).reload();
`);

/** (add-on id, 1 or 0): lets the add-on into all pages or keeps it out, as the switch in about:addons does. */
export const SET_SITE_ACCESS = asyncScript(`
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  const everywhere = { permissions: [], origins: ['<all_urls>'] };
  await ExtensionPermissions[args[1] === 1 ? 'add' : 'remove'](args[0], everywhere, extension);
`);

/**
 * Puts a blank tab in the place of all that there are, and of their DevTools. Waits until it has loaded: else Marionette
 * takes that for the end of the next navigation, and a test asks the blank page (seen in one tab of seven).
 */
export const RENEW_TAB = asyncScript(`
  Services.io.offline = false;
  const old = [...gBrowser.tabs];
  const fresh = gBrowser.addTrustedTab('about:blank');
  const loaded = new Promise((resolve) => {
    gBrowser.addTabsProgressListener({
      onStateChange(browser, progress, request, flags) {
        const { STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
        if (browser !== fresh.linkedBrowser || !(flags & STATE_STOP) || !(flags & STATE_IS_NETWORK)) return;
        gBrowser.removeTabsProgressListener(this);
        resolve();
      },
    });
  });
  gBrowser.selectedTab = fresh;
  await loaded;
  for (const one of old) {
    await gDevTools.getToolboxForTab(one)?.destroy();
    gBrowser.removeTab(one, { animate: false, skipPermitUnload: true });
  }
`);

/** (1 or 0): takes the whole browser off the network, as "Work Offline" does, or puts it back. */
export const SET_OFFLINE = asyncScript(`
  Services.io.offline = args[0] === 1;
`);

/** (1 or 0): shows another tab in front of the inspected one, or the inspected one again. */
export const COVER_TAB = asyncScript(`
  if (args[0] === 1) gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank');
  else gBrowser.selectedTab = tab;
`);
