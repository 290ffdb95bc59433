// @ts-check
/** Writing: reply and note kept apart, drafts kept safe, refusals shown beside the words they are about. */
import { announce, plural, toast, word } from './alerts.js';
import { now, separateDays } from './time.js';
import { focusTemplate, newId, readyTemplates, templateSent } from './templates.js';
import { follow, put, refresh, thread, toEnd } from './thread.js';

const me = document.body.dataset.me || '';
const KINDS = ['reply', 'note'];
let arrived = 0;
let claimed = false;
/** @type {number | undefined} */
let closing;

const composer = () => document.getElementById('composer');
const conversation = () => thread()?.dataset.id || '';
const form = (/** @type {string} */ kind) => /** @type {HTMLFormElement | null} */ (document.getElementById(`box-${kind}`));
const box = (/** @type {string} */ kind) => /** @type {HTMLTextAreaElement | null} */ (document.getElementById(`text-${kind}`));
const key = (/** @type {string} */ kind, id = conversation()) => `draft:${me}:${id}:${kind}`;

/** @param {string} kind @returns {{text: string, id: string}} */
function draft(kind) {
  try {
    return JSON.parse(sessionStorage.getItem(key(kind)) || '') || { text: '', id: newId() };
  } catch {
    return { text: '', id: newId() };
  }
}

/** @param {string} kind */
function keep(kind) {
  const area = box(kind);
  const hidden = /** @type {HTMLInputElement | undefined} */ (form(kind)?.elements.namedItem('clientMsgId'));
  if (!area || !hidden) return;
  if (area.value) sessionStorage.setItem(key(kind), JSON.stringify({ text: area.value, id: hidden.value }));
  else sessionStorage.removeItem(key(kind));
  document.dispatchEvent(new CustomEvent('console:drafts'));
}

/** @param {string} kind */
function restore(kind) {
  const area = box(kind);
  const hidden = /** @type {HTMLInputElement | undefined} */ (form(kind)?.elements.namedItem('clientMsgId'));
  if (!area || !hidden) return;
  const kept = draft(kind);
  area.value = kept.text;
  hidden.value = kept.id || newId();
  measure(kind);
}

/** @param {string} kind */
function measure(kind) {
  const area = box(kind);
  const counter = document.getElementById(`counter-${kind}`);
  if (!area || !counter) return;
  const limit = Number(area.dataset.limit);
  const length = area.value.length;
  counter.textContent = length >= limit * 0.8 ? word('counter', length, limit) : '';
  counter.classList.toggle('over', length > limit);
}

/** @param {string} kind @param {string} html */
function refuse(kind, html) {
  const place = document.getElementById(`refusal-${kind}`);
  if (place) place.innerHTML = html;
  box(kind)?.toggleAttribute('aria-invalid', Boolean(html));
}

/** @param {string} kind @param {boolean=} refused */
function enter(kind, refused) {
  const area = box(kind);
  if (area) area.focus();
  else if (kind !== 'note') focusTemplate(refused);
}

/** Shows one box. @param {string} kind @param {boolean=} focus */
export function mode(kind, focus) {
  const area = composer();
  const tab = /** @type {HTMLButtonElement | null} */ (document.getElementById(`tab-${kind}`));
  if (!area || !tab || tab.disabled) return;
  area.dataset.kind = kind;
  for (const one of KINDS) {
    const own = one === kind;
    document.getElementById(`tab-${one}`)?.setAttribute('aria-selected', String(own));
    document.getElementById(`tab-${one}`)?.setAttribute('tabindex', own ? '0' : '-1');
    const panel = document.getElementById(`panel-${one}`);
    if (panel) panel.hidden = !own;
  }
  // A click that was meant for the other box must not send this one.
  const send = /** @type {HTMLButtonElement | null} */ (form(kind)?.querySelector('.send') || null);
  const closed = box(kind)?.disabled;
  if (send && !closed) {
    send.disabled = true;
    setTimeout(() => { send.disabled = false; }, 150);
  }
  if (focus) enter(kind);
}

/** When the reply window closes, the box closes by itself. */
function closeInTime() {
  clearTimeout(closing);
  const area = composer();
  if (!area?.dataset.until || area.dataset.mode !== 'MINE') return;
  const left = Date.parse(area.dataset.until) - now();
  if (left < 10_000) closing = setTimeout(refresh, Math.max(0, left) + 50);
}

function setUp() {
  if (!composer()) return;
  arrived = 0;
  KINDS.forEach(restore);
  readyTemplates();
  showArrived();
  closeInTime();
}

function opened() {
  const log = document.getElementById('log');
  if (!log) return;
  separateDays(log);
  setUp();
  toEnd();
  follow();
  const banner = document.getElementById('banner');
  if (banner) banner.focus();
  else if (claimed) enter('reply');
  claimed = false;
}

function showArrived() {
  const line = document.getElementById('arrived');
  if (!line) return;
  line.hidden = arrived === 0;
  if (arrived) line.textContent = plural('arrived', arrived);
}

/** @param {string} kind */
function sent(kind) {
  if (kind === 'template') {
    refuse(kind, '');
    announce(word('saved.sent'));
    templateSent();
    return;
  }
  const area = box(kind);
  if (!area) return;
  area.value = '';
  sessionStorage.removeItem(key(kind));
  document.dispatchEvent(new CustomEvent('console:drafts'));
  restore(kind);
  refuse(kind, '');
  arrived = 0;
  showArrived();
  announce(word(kind === 'note' ? 'saved.note' : 'saved.sent'));
  if (kind === 'note') mode('reply', true);
  else area.focus();
}

document.addEventListener('input', (event) => {
  const kind = /** @type {Element} */ (event.target).closest('form.box')?.getAttribute('data-kind');
  if (!kind) return;
  keep(kind);
  measure(kind);
  refuse(kind, '');
});

document.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target);
  const tab = target.closest('[role="tab"]');
  if (tab) mode(/** @type {HTMLElement} */ (tab).dataset.kind || 'reply', true);
  if (target.closest('[data-action="resolve"]')) askOutcome();
  if (target.closest('[data-action="close-dialog"]')) target.closest('dialog')?.close();
  if (target.closest('[data-action="close-banner"]')) document.getElementById('banner')?.remove();
});

document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.matches('[role="tab"]') && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const other = target.dataset.kind === 'reply' ? 'note' : 'reply';
    mode(other);
    document.getElementById(`tab-${other}`)?.focus();
  }
  if (target.matches('form.box textarea') && event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.isComposing) {
    event.preventDefault();
    const box = /** @type {HTMLFormElement} */ (target.closest('form'));
    if (!(/** @type {HTMLButtonElement | null} */ (box.querySelector('.send'))?.disabled)) box.requestSubmit();
  }
});

/** Opens the choice of an outcome; nothing is resolved before it is confirmed. */
export function askOutcome() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('resolve-dialog'));
  if (!dialog || dialog.open) return;
  const warning = /** @type {HTMLElement | null} */ (dialog.querySelector('.draft-warning'));
  if (warning) warning.hidden = !KINDS.some((kind) => sessionStorage.getItem(key(kind)));
  dialog.showModal();
}

document.addEventListener('htmx:beforeRequest', (event) => {
  const { elt } = /** @type {CustomEvent} */ (event).detail;
  const button = elt.matches('form') ? elt.querySelector('[type="submit"]') : elt;
  button?.setAttribute('aria-busy', 'true');
});

document.addEventListener('htmx:afterRequest', (event) => {
  const { elt, xhr, successful } = /** @type {CustomEvent} */ (event).detail;
  const button = elt.matches('form') ? elt.querySelector('[type="submit"]') : elt;
  button?.removeAttribute('aria-busy');
  const path = String(/** @type {CustomEvent} */ (event).detail.pathInfo?.requestPath || '');
  if (path.endsWith('/resolve') && successful) {
    KINDS.forEach((kind) => sessionStorage.removeItem(key(kind)));
    document.dispatchEvent(new CustomEvent('console:drafts'));
  }
  if (!elt.matches('form.box')) return;
  const kind = elt.dataset.kind;
  if (xhr.status === 200) {
    put(xhr.responseText);
    toEnd();
    sent(kind);
  } else if (xhr.status === 204) {
    sent(kind);
    refresh();
  } else if (xhr.status === 409 || xhr.status === 422) {
    refuse(kind, xhr.responseText);
    enter(kind, true);
    if (xhr.status === 409) {
      toast(document.getElementById(`refusal-${kind}`)?.querySelector('p')?.textContent || '', undefined, true);
      refresh();
    }
  }
});

document.addEventListener('htmx:beforeSwap', (event) => {
  const { requestConfig, target } = /** @type {CustomEvent} */ (event).detail;
  if (target?.id === 'conversation') claimed = /\/claim(-next)?$/.test(requestConfig.path);
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (/** @type {Element} */ (/** @type {CustomEvent} */ (event).detail.target)?.id === 'conversation') opened();
});
document.addEventListener('console:composer', setUp);
document.addEventListener('console:arrived', () => {
  if (!KINDS.some((kind) => box(kind)?.value)) return;
  arrived += 1;
  showArrived();
});
document.addEventListener('console:tick', closeInTime);
opened();
