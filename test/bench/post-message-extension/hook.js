/* global window */
// What most extensions that show WebSocket traffic do in the page. Here to be compared with, not to be copied.
const tell = (direction, data) => window.postMessage({ source: 'bench', direction, data }, '*');
const Native = window.WebSocket;
window.WebSocket = class extends Native {
  constructor(...args) {
    super(...args);
    this.addEventListener('message', ({ data }) => tell('in', data));
  }
  send(data) {
    tell('out', data);
    return super.send(data);
  }
};
