import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer';
import { sentence } from './answer';
import { BadRequest } from './bad-request';
import type { FaultLab } from './fault-lab';
import { indexPage } from './index-page';
import { openHandsAnswer } from './open-hands';
import { pageAnswer } from './pages';
import { readAddress } from './read-address';
import { statusAnswer } from './statuses';

/** Answers plain requests: the list of faults, the pages, and what a fault's address says to someone who only asks. */
export function createHttpHandler(
  lab: () => FaultLab,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    request.resume();
    void answerTo(request, lab())
      .catch((problem: unknown) => {
        if (problem instanceof BadRequest) return sentence(400, problem.message);
        return sentence(500, `The lab itself failed: ${String(problem)}`);
      })
      .then(({ status, headers = {}, body }) => {
        response.writeHead(status, { 'Cache-Control': 'no-store', ...headers }).end(body);
      });
  };
}

async function answerTo(request: IncomingMessage, lab: FaultLab): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...sentence(405, 'The lab answers GET only.'), headers: { Allow: 'GET, HEAD' } };
  }
  const { pathname, segments, query } = readAddress(request.url);
  switch (segments[0] ?? '') {
    case '':
      return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: indexPage(lab) };
    case 'status':
      return statusAnswer(segments[1], query);
    case 'sockets':
      return openHandsAnswer(query);
    case 'favicon.ico':
      return { status: 204, body: '' };
    case 'client':
    case 'pages':
      return pageAnswer(pathname, query, lab);
    default:
      return {
        ...sentence(426, 'If this is a fault, it speaks WebSocket. See / for the list.'),
        headers: { Upgrade: 'websocket' },
      };
  }
}
