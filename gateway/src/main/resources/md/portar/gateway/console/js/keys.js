// @ts-check
/** Keyboard shortcuts: single letters outside boxes, never with Alt, because Romanian layouts type letters with it. */
import { askOutcome, mode } from './composer.js';

let leading = 0;

/** The letter of the key, also in a Cyrillic layout. @param {KeyboardEvent} event */
function letter(event) {
  if (/^[a-z?/]$/i.test(event.key)) return event.key.toLowerCase();
  const code = /^Key([A-Z])$/.exec(event.code);
  return code ? code[1].toLowerCase() : '';
}

const on = () => localStorage.getItem('console-keys') !== 'off';
const press = (/** @type {string} */ selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
const links = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#queue-list .row:not(.leaving) .row-link')]);

/** @param {number} step */
function move(step) {
  const all = links();
  if (!all.length) return;
  const focused = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const current = focused >= 0 ? focused : all.findIndex((link) => link.getAttribute('aria-current') === 'true');
  const next = current < 0 ? 0 : Math.min(all.length - 1, Math.max(0, current + step));
  all[next].focus();
}

export function togglePanel() {
  const workspace = /** @type {HTMLElement} */ (document.getElementById('workspace'));
  const wide = window.matchMedia('(min-width: 1024px)').matches;
  const shown = wide ? workspace.dataset.panel !== 'closed' : workspace.dataset.panel === 'open';
  if (wide) workspace.dataset.panel = shown ? 'closed' : '';
  else workspace.dataset.panel = shown ? '' : 'open';
  if (!wide && !shown) document.getElementById('panel')?.focus();
}

function back() {
  const row = document.querySelector('#queue-list .row-link[aria-current="true"]');
  const narrow = window.matchMedia('(max-width: 767px)').matches;
  if (narrow) location.assign(`/console?view=${document.getElementById('list-pane')?.dataset.view || 'queue'}`);
  else /** @type {HTMLElement} */ (row || document.getElementById('list-pane')).focus();
}

/** @param {string} id */
function showDialog(id) {
  /** @type {HTMLDialogElement | null} */ (document.getElementById(id))?.showModal();
}

/** @type {Record<string, () => void>} */
const KEYS = {
  '?': () => showDialog('help-dialog'),
  j: () => move(1),
  k: () => move(-1),
  o: () => (links().includes(/** @type {HTMLElement} */ (document.activeElement)) ? /** @type {HTMLElement} */ (document.activeElement).click() : undefined),
  c: () => press('[data-action="claim"]'),
  n: () => press('[hx-post="/console/claim-next"]'),
  r: () => mode('reply', true),
  i: () => mode('note', true),
  e: askOutcome,
  p: togglePanel,
  u: back,
};
/** @type {Record<string, string>} */
const GO = { q: 'queue', m: 'mine', a: 'all' };

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph')) return;
  const target = /** @type {HTMLElement} */ (event.target);
  const writing = target.closest('input, textarea, select, [contenteditable]');
  if (event.key === 'Escape') {
    if (writing) target.blur();
    /** @type {HTMLDetailsElement | null} */ (document.getElementById('me'))?.removeAttribute('open');
    return;
  }
  if (writing || !on() || document.querySelector('dialog[open]')) return;
  const key = letter(event);
  if (!key) return;
  if (leading && Date.now() - leading < 1500 && GO[key]) {
    leading = 0;
    event.preventDefault();
    press(`#views a[data-view="${GO[key]}"]`);
    return;
  }
  leading = key === 'g' ? Date.now() : 0;
  if (KEYS[key]) {
    event.preventDefault();
    KEYS[key]();
  }
});

document.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target.closest('[data-action="help"]')) showDialog('help-dialog');
  if (target.closest('[data-action="panel"]')) togglePanel();
  if (target.closest('[data-action="back"]')) {
    event.preventDefault();
    back();
  }
  const menu = document.getElementById('me');
  if (menu?.hasAttribute('open') && !menu.contains(target)) menu.removeAttribute('open');
  if (target instanceof HTMLDialogElement && target.id !== 'signed-out') target.close();
});

const box = /** @type {HTMLInputElement | null} */ (document.getElementById('keys-on'));
if (box) {
  box.checked = on();
  box.addEventListener('change', () => localStorage.setItem('console-keys', box.checked ? 'on' : 'off'));
}
