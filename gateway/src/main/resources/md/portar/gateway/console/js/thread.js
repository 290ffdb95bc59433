// @ts-check
/** The open thread: messages come and change in place, the view stays where the agent reads. */
import { announce, plural, signedOut } from './alerts.js';
import { fill, separateDays } from './time.js';

let unseen = 0;
/** @type {number | undefined} */
let planned;

export const thread = () => document.getElementById('thread');
const log = () => document.getElementById('log');
const seqOf = (/** @type {Element} */ item) => Number(/** @type {HTMLElement} */ (item).dataset.seq);

function atEnd() {
  const box = log();
  return !box || box.scrollHeight - box.scrollTop - box.clientHeight < 80;
}

let end = true;
/** A composer that grows must not push the last words out of sight. */
const size = new ResizeObserver(() => {
  if (end) toEnd();
});

/** Follows the log's size; called whenever a thread was put into the page. */
export function follow() {
  size.disconnect();
  const box = log();
  if (!box) return;
  size.observe(box);
  box.querySelectorAll('.earlier').forEach((item) => top.observe(item));
}

export function toEnd() {
  const box = log();
  if (box) box.scrollTop = box.scrollHeight;
  end = true;
  unseen = 0;
  showUnseen();
}

function showUnseen() {
  const button = document.getElementById('jump');
  if (!button) return;
  button.hidden = unseen === 0;
  const label = button.querySelector('span');
  if (label && unseen) label.textContent = plural('jump', unseen);
}

/** Shows a message once, at its place; a known one is replaced. Returns whether it was new. @param {string} html */
export function put(html) {
  const box = log();
  if (!box) return false;
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  const item = /** @type {HTMLElement | null} */ (template.content.firstElementChild);
  if (!item) return false;
  fill(template.content);
  const old = document.getElementById(item.id);
  if (old) {
    if (old.outerHTML !== item.outerHTML) old.replaceWith(item);
    return false;
  }
  const others = [...box.querySelectorAll('[data-seq]')];
  if (others.length && seqOf(item) < seqOf(others[0])) return false;
  const stay = !atEnd();
  const previous = others.reverse().find((other) => seqOf(other) < seqOf(item));
  item.classList.add('fresh');
  if (previous) previous.after(item);
  else box.append(item);
  separateDays(box);
  if (!stay) toEnd();
  else {
    unseen += 1;
    showUnseen();
  }
  if (item.dataset.kind === 'customer') {
    const author = item.querySelector('.author')?.textContent || '';
    const text = item.querySelector('.text')?.textContent || '';
    announce(`${author}: ${text.trim()}`);
  }
  return true;
}

/** @param {ParentNode} from @param {string} id */
function renew(from, id) {
  const fresh = from.querySelector(`#${id}`);
  const old = document.getElementById(id);
  if (!fresh || !old || old.contains(document.activeElement)) return;
  fill(fresh);
  if (old.outerHTML === fresh.outerHTML) return;
  old.replaceWith(fresh);
  window.htmx.process(fresh);
}

/** Fetches the open thread in the background and brings the page in line, without touching what is being typed. */
export async function refresh() {
  const open = thread();
  if (!open) return;
  const id = open.dataset.id;
  let answer;
  try {
    answer = await fetch(`/console/c/${id}`, { headers: { 'HX-Request': 'true', 'X-Console-Background': '1' } });
  } catch {
    return;
  }
  if (answer.status === 401) signedOut();
  if (!answer.ok) return;
  const page = document.createElement('template');
  page.innerHTML = await answer.text();
  const fresh = /** @type {HTMLElement | null} */ (page.content.querySelector('#thread'));
  const now = thread();
  if (!fresh || !now || now.dataset.id !== id) return;
  page.content.querySelectorAll('#log [data-seq]').forEach((item) => put(item.outerHTML));
  renew(page.content, 'thread-head');
  renew(page.content, 'panel');
  if (now.dataset.mode !== fresh.dataset.mode) exchangeComposer(now, fresh);
  for (const name of ['v', 'mode', 'state', 'assignee']) now.dataset[name] = fresh.dataset[name];
}

/** @param {HTMLElement} now @param {HTMLElement} fresh */
function exchangeComposer(now, fresh) {
  const composer = /** @type {HTMLElement} */ (fresh.querySelector('#composer'));
  const dialog = fresh.querySelector('#resolve-dialog');
  document.getElementById('composer')?.replaceWith(composer);
  document.getElementById('resolve-dialog')?.remove();
  if (dialog) now.append(dialog);
  fill(now);
  window.htmx.process(now);
  document.dispatchEvent(new CustomEvent('console:composer'));
}

/** Several changes at once are one fetch. */
function plan() {
  clearTimeout(planned);
  planned = setTimeout(refresh, 120);
}

document.addEventListener('live:conv', (event) => {
  const change = /** @type {CustomEvent} */ (event).detail;
  if (thread()?.dataset.id === String(change.id)) plan();
});
for (const name of ['live:msg', 'live:msgup']) {
  document.addEventListener(name, (event) => {
    const message = /** @type {CustomEvent} */ (event).detail;
    if (thread()?.dataset.id !== String(message.conv)) return;
    const fresh = put(message.html);
    if (fresh && message.in) document.dispatchEvent(new CustomEvent('console:arrived'));
  });
}
document.addEventListener('live:resync', refresh);

document.addEventListener('click', (event) => {
  if (/** @type {Element} */ (event.target).closest('[data-action="jump"]')) toEnd();
});
document.addEventListener('scroll', (event) => {
  if (event.target !== log()) return;
  end = atEnd();
  if (end && unseen) toEnd();
}, true);

/* Earlier messages: loaded when the top comes into view, without moving what is read. */

let heightBefore = 0;
const top = new IntersectionObserver((entries) => {
  entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.querySelector('button')?.click());
}, { rootMargin: '40px' });

document.addEventListener('htmx:beforeSwap', (event) => {
  if (/** @type {Element} */ (/** @type {CustomEvent} */ (event).detail.target).classList?.contains('earlier')) {
    heightBefore = log()?.scrollHeight || 0;
  }
});
document.addEventListener('htmx:afterSettle', () => {
  const box = log();
  if (!box) return;
  fill(box);
  separateDays(box);
  if (heightBefore) {
    box.scrollTop += box.scrollHeight - heightBefore;
    heightBefore = 0;
  }
  box.querySelectorAll('.earlier').forEach((item) => top.observe(item));
});

