/* global document, window, location, performance, URLSearchParams */
// What a page sees, one line a fact: "<attempt> <event> key=value ... ms=<since start>". Tests read `labLog`, people
// read the list. The last line is "done" once the page will start no further attempt.

window.labLog = [];
let labIsDone = false;

function labWrite(line) {
  const list = document.querySelector('#log');
  const item = document.createElement('li');
  item.textContent = line;
  // What still happens after a page's `doneAfter` goes in front, so that "done" stays the last line.
  window.labLog.splice(labIsDone ? -1 : window.labLog.length, 0, line);
  list.insertBefore(item, labIsDone ? list.lastElementChild : null);
}

/** @param {Record<string, unknown>} facts */
function labFact(attempt, name, facts = {}) {
  const told = Object.entries({ ...facts, ms: Math.round(performance.now()) });
  labWrite([attempt, name, ...told.map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' '));
}

function labDone() {
  if (labIsDone) return;
  labWrite('done');
  labIsDone = true;
}

/** The page's parameters: text, a number or `undefined`. */
const labQuery = new URLSearchParams(location.search);
function labText(name) {
  return labQuery.get(name) ?? undefined;
}
function labNumber(name) {
  return labQuery.has(name) ? Number(labQuery.get(name)) : undefined;
}

window.lab = { fact: labFact, done: labDone, text: labText, number: labNumber };
