import { conversationIdOf } from '../../../core/capture/conversation-id';
import { endpointOf } from '../../../core/capture/endpoint';
import { bareChromiumText, chromiumFailure } from '../../../core/handshake/chromium-failure';
import { firefoxFailure } from '../../../core/handshake/firefox-failure';
import { netErrorMeaning } from '../../../core/handshake/net-errors';
import { hasBadPort } from '../../../core/probe/bad-ports';
import { nextRequest, planProbe } from '../../../core/probe/plan';
import { profiles } from '../../../core/profiles/catalogue';
import { profileFor } from '../../../core/profiles/profile-of';
import { siteOf } from '../../../core/settings/recording';
import { stringsOfTests } from '../samples';
import { textOf, tooLong, type Input, type Target } from '../target';

function readAddress(input: Input): string | undefined {
  const text = textOf(input);
  profileFor(text, text, profiles);
  siteOf(text);
  hasBadPort(text);
  bareChromiumText(text);
  chromiumFailure(text);
  firefoxFailure(text);
  netErrorMeaning(text);
  const plan = planProbe({ connectionId: '', url: text, connectPacket: text.slice(0, 50) });
  if (plan !== undefined) {
    const request = nextRequest(plan, []);
    const isWeb = request === undefined || /^(?:https?|wss?):/i.test(request.url);
    if (!isWeb) return `a question to the server would go to ${request.url.slice(0, 100)}`;
  }
  // Percent-encoding makes one character nine.
  return tooLong([conversationIdOf(text, profiles), endpointOf(text, profiles)], 9 * text.length + 100);
}

/** Addresses and the browsers' words for failures, which quote what servers say. */
export const addresses: Target = {
  name: 'addresses',
  share: 90,
  samples: ['test/core/capture/', 'test/core/handshake/', 'test/core/probe/', 'test/core/profiles/'].flatMap(
    stringsOfTests,
  ),
  run: readAddress,
};
