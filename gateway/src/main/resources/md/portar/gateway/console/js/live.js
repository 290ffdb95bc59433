// @ts-check
/**
 * The live stream. One tab of the browser holds it and passes everything on to the others, because browsers open few
 * connections to one host. Events reach the page as `live:…` events of the document.
 */
import { signedOut, word } from './alerts.js';
import { now, sync, wallClock } from './time.js';

const EVENTS = ['conv', 'gone', 'msg', 'msgup', 'counts', 'notify', 'resync', 'bye', 'hb'];
const SILENT = 35_000;
const PAUSES = [1, 2, 5, 10, 20];

const me = document.body.dataset.me || '';
const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`console-${me}`) : null;
let last = Number(document.body.dataset.event || 0);
let heardAt = Date.now();
let heardServer = now();
let failures = 0;
let leader = false;
let over = false;
/** @type {EventSource | null} */
let source = null;
/** @type {number | undefined} */
let retry;

/** @param {'on'|'connecting'|'reconnecting'|'limited'} state */
function show(state) {
  const line = document.getElementById('status-live');
  const text = line?.querySelector('.status-text');
  if (!line || !text) return;
  const words = state === 'reconnecting' ? word('live.reconnecting', wallClock(heardServer)) : word(`live.${state}`);
  if (line.dataset.state !== state || text.textContent !== words) {
    line.dataset.state = state;
    text.textContent = words;
  }
}

/** @param {string} name @param {any} data */
function tell(name, data) {
  heardAt = Date.now();
  heardServer = now();
  if (name === 'hb') sync(data.now);
  if (name === 'bye') bye(data.reason);
  show('on');
  document.dispatchEvent(new CustomEvent(`live:${name}`, { detail: { ...data, leader } }));
}

/** @param {string} name @param {any} data */
function tellAll(name, data) {
  tell(name, data);
  channel?.postMessage({ name, data, last });
}

/** @param {string} reason */
function bye(reason) {
  source?.close();
  if (reason === 'deploy') {
    if (leader) later();
    return;
  }
  over = true;
  signedOut();
}

function connect() {
  if (over) return;
  clearTimeout(retry);
  source?.close();
  const stream = new EventSource(`/console/events?since=${last}`);
  source = stream;
  for (const name of EVENTS) {
    stream.addEventListener(name, (event) => {
      const message = /** @type {MessageEvent} */ (event);
      if (message.lastEventId) last = Math.max(last, Number(message.lastEventId));
      failures = 0;
      tellAll(name, JSON.parse(message.data));
    });
  }
  stream.addEventListener('error', () => {
    if (source !== stream || over) return;
    show('reconnecting');
    if (stream.readyState === EventSource.CLOSED) later();
  });
}

/** Tries again after a pause; meanwhile asks once, which also tells whether the session is over. */
function later() {
  const pause = PAUSES[Math.min(failures, PAUSES.length - 1)] * 1000 * (0.75 + Math.random() / 2);
  failures += 1;
  show(failures > 3 ? 'limited' : 'reconnecting');
  clearTimeout(retry);
  retry = setTimeout(async () => {
    await ask();
    connect();
  }, failures > 3 ? Math.min(pause, 5_000) : pause);
}

/** What was missed, without a stream. */
async function ask() {
  try {
    const answer = await fetch(`/console/changes?since=${last}`, { headers: { 'X-Console-Background': '1' } });
    if (answer.status === 401) {
      over = true;
      signedOut();
      return;
    }
    if (!answer.ok) return;
    const { last: newest, frames } = await answer.json();
    last = Math.max(last, newest);
    for (const { event, data } of frames) tell(event, data);
  } catch {
    // No connection; the next attempt comes by itself.
  }
}

function lead() {
  leader = true;
  connect();
}

channel?.addEventListener('message', ({ data }) => {
  last = Math.max(last, data.last);
  tell(data.name, data.data);
});

if (navigator.locks && channel) {
  navigator.locks.request(`console-live-${me}`, { ifAvailable: true }, (lock) => {
    if (lock) {
      lead();
      return new Promise(() => {});
    }
    // Somebody else leads: fetch what happened while this page loaded, then wait in line.
    ask().then(() => show('on'));
    navigator.locks.request(`console-live-${me}`, () => {
      lead();
      return new Promise(() => {});
    });
    return undefined;
  });
} else {
  lead();
}

setInterval(() => {
  if (over || Date.now() - heardAt < SILENT) return;
  show('reconnecting');
  if (leader) connect();
}, 5_000);

function back() {
  if (over || document.hidden || !leader) return;
  if (source?.readyState !== EventSource.OPEN || Date.now() - heardAt > SILENT) connect();
}
document.addEventListener('visibilitychange', back);
window.addEventListener('online', back);
