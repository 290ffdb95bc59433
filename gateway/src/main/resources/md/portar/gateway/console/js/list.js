// @ts-check
/** The list beside the thread: rows come, change and go, but never under the agent's hand. */
import { announce, plural, word } from './alerts.js';
import { duration, fill } from './time.js';

const LEAVING = 3_000;
const SUMMARY = 30_000;
const MOST = 200;
const me = document.body.dataset.me || '';
/** Rows that wait until the agent's hand is off the list. @type {Map<number, any>} */
const held = new Map();
let pointer = false;
let arrived = 0;

const pane = () => /** @type {HTMLElement} */ (document.getElementById('list-pane'));
const list = () => /** @type {HTMLElement} */ (document.getElementById('queue-list'));
const rows = () => /** @type {HTMLElement[]} */ ([...list().querySelectorAll(':scope > .row')]);
const rowOf = (/** @type {number|string} */ id) => document.getElementById(`row-${id}`);
const view = () => pane().dataset.view || 'queue';

/** @param {any} change */
function belongs(change) {
  return view() === 'mine' ? change.views.mine && change.assignee === me : Boolean(change.views[view()]);
}

function underTheHand() {
  return pointer || list().contains(document.activeElement) || list().scrollTop > 8;
}

/** @param {HTMLElement} row @returns {number[]} */
function order(row) {
  const wait = row.dataset.wait ? Number(row.dataset.wait) : Infinity;
  const lastActivity = -Number(row.dataset.last);
  if (view() === 'resolved' || view() === 'all') return [lastActivity];
  if (view() === 'mine') return [wait, lastActivity];
  return [Number(row.dataset.rank), wait, lastActivity];
}

/** @param {HTMLElement} one @param {HTMLElement} other */
function before(one, other) {
  const a = order(one);
  const b = order(other);
  for (let i = 0; i < a.length; i += 1) {
    if (a[i] !== b[i]) return a[i] < b[i];
  }
  return Number(one.dataset.id) < Number(other.dataset.id);
}

/** @param {HTMLElement} row */
function place(row) {
  const next = rows().find((other) => other !== row && !other.classList.contains('leaving') && before(row, other));
  if (next) next.before(row);
  else {
    const more = list().querySelector('.more-rows');
    if (more) more.before(row);
    else list().append(row);
  }
  rows().slice(MOST).forEach((extra) => extra.remove());
}

/** @param {string} html */
function made(html) {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild);
  fill(template.content);
  return row;
}

/** @param {HTMLElement} row */
function dress(row) {
  const open = document.getElementById('thread')?.dataset.id;
  const link = row.querySelector('a');
  if (row.dataset.id === open) link?.setAttribute('aria-current', 'true');
  else link?.removeAttribute('aria-current');
  row.classList.toggle('own', row.dataset.assignee === me);
  row.classList.toggle('unanswered', row.dataset.assignee === me && Boolean(row.dataset.wait));
  const draft = /** @type {HTMLElement | null} */ (row.querySelector('.chip.draft'));
  if (draft) draft.hidden = !['reply', 'note'].some((kind) => sessionStorage.getItem(`draft:${me}:${row.dataset.id}:${kind}`));
}

/** @param {any} change */
function insert(change) {
  const row = made(change.html);
  place(row);
  dress(row);
  row.classList.add('fresh');
  window.htmx.process(row);
}

/** @param {HTMLElement} old @param {any} change */
function renew(old, change) {
  if (Number(old.dataset.v) > change.v) return;
  const focused = old.contains(document.activeElement);
  const row = made(change.html);
  const moved = order(row).join() !== order(old).join();
  old.replaceWith(row);
  dress(row);
  window.htmx.process(row);
  if (focused) row.querySelector('a')?.focus();
  if (moved && !underTheHand()) place(row);
}

/** @param {HTMLElement} row @param {string} name @param {boolean} atOnce */
function leave(row, name, atOnce) {
  if (row.classList.contains('leaving')) return;
  if (atOnce) {
    row.remove();
    return;
  }
  row.classList.add('leaving');
  const preview = row.querySelector('.preview');
  if (preview) preview.textContent = name ? word('taken', name) : word('untaken');
  setTimeout(() => row.remove(), LEAVING);
}

function showHeld() {
  const button = /** @type {HTMLElement} */ (document.getElementById('held'));
  button.hidden = held.size === 0;
  if (held.size) button.textContent = plural('held', held.size);
}

function release() {
  held.forEach(insert);
  held.clear();
  showHeld();
}

function handOff() {
  if (!underTheHand()) release();
}

/** @param {any} change */
function apply(change) {
  const row = rowOf(change.id);
  held.delete(change.id);
  if (belongs(change)) {
    if (row && !row.classList.contains('leaving')) renew(row, change);
    else {
      row?.remove();
      if (underTheHand()) held.set(change.id, change);
      else insert(change);
      arrived += view() === 'queue' ? 1 : 0;
    }
  } else if (row) {
    const name = made(change.html).querySelector('.holder')?.textContent || '';
    leave(row, name, change.assignee === me);
  }
  showHeld();
}

document.addEventListener('live:conv', (event) => apply(/** @type {CustomEvent} */ (event).detail));
document.addEventListener('live:gone', (event) => {
  const row = rowOf(/** @type {CustomEvent} */ (event).detail.id);
  if (row) leave(row, '', false);
});
document.addEventListener('live:counts', (event) => {
  const counts = /** @type {CustomEvent} */ (event).detail;
  for (const [id, value] of [['count-queue', counts.queue], ['count-mine', counts.mine], ['figure-queue', counts.queue], ['figure-mine', counts.mine]]) {
    const place = document.getElementById(id);
    if (place && place.textContent !== String(value)) place.textContent = String(value);
  }
  const oldest = counts.queue ? duration(counts.oldestSec * 1000) : '';
  const figure = document.getElementById('figure-oldest');
  if (figure) figure.textContent = oldest || '–';
  const sum = document.getElementById('list-sum');
  if (sum) sum.textContent = view() === 'queue' && oldest ? word('oldest', oldest) : '';
});
document.addEventListener('live:resync', () => {
  held.clear();
  window.htmx.ajax('GET', `/console?view=${view()}`, { target: '#list-pane', swap: 'outerHTML', headers: { 'X-Console-Background': '1' } });
});

setInterval(() => {
  if (arrived > 0) announce(plural('queue', arrived));
  arrived = 0;
}, SUMMARY);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  // The whole pane, so that the button for what is held back can be reached.
  const inside = pane().contains(/** @type {Node} */ (event.target));
  const left = pointer && !inside;
  pointer = inside;
  if (left) handOff();
});
document.documentElement.addEventListener('pointerleave', () => {
  pointer = false;
  handOff();
});
document.addEventListener('focusin', handOff);
document.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target.closest('[data-action="release-held"]')) {
    list().scrollTop = 0;
    release();
  }
});

/** Brings tabs, marks and times in line with what is shown now. */
function settle() {
  document.querySelectorAll('#views a').forEach((tab) => {
    const current = /** @type {HTMLElement} */ (tab).dataset.view === view();
    if (current) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  });
  const open = document.getElementById('thread')?.dataset.id;
  const workspace = /** @type {HTMLElement} */ (document.getElementById('workspace'));
  if (open) workspace.dataset.open = open;
  else delete workspace.dataset.open;
  rows().forEach(dress);
  fill(pane());
}
document.addEventListener('htmx:afterSettle', settle);
document.addEventListener('console:drafts', () => rows().forEach(dress));
settle();
