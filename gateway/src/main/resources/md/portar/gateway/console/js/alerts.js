// @ts-check
/** What the page says: words, toasts, announcements, sound, the title, and the end of a session. */
import { words } from './time.js';

const lang = document.documentElement.lang || 'en';
const plurals = new Intl.PluralRules(lang);
const counts = { queue: 0, mine: 0 };
let unread = 0;

/** @param {string} key @param {...(string|number)} values */
export function word(key, ...values) {
  return values.reduce((text, value, i) => String(text).replace(`{${i}}`, String(value)), words[key] || key);
}

/** @param {string} key @param {number} n */
export function plural(key, n) {
  const form = plurals.select(n);
  return (words[`${key}.${form}`] || words[`${key}.other`] || key).replace('{0}', String(n));
}

/** Tells screen readers. @param {string} text */
export function announce(text) {
  const region = document.getElementById('announce');
  if (region) region.textContent = text;
}

/** @param {string} text @param {{label: string, run: () => void}=} action @param {boolean=} problem */
export function toast(text, action, problem) {
  const box = document.getElementById('toasts');
  if (!box) return;
  const item = document.createElement('div');
  item.className = problem ? 'toast problem' : 'toast';
  item.dataset.testid = 'toast';
  item.setAttribute('role', problem ? 'alert' : 'status');
  const line = document.createElement('p');
  line.textContent = text;
  item.append(line);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small';
    button.textContent = action.label;
    button.addEventListener('click', () => {
      item.remove();
      action.run();
    });
    item.append(button);
  }
  box.append(item);
  setTimeout(() => item.remove(), action ? 20_000 : 5_000);
}

/** The session is over: says so in place, so that nothing typed is lost. */
export function signedOut() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('signed-out'));
  const link = /** @type {HTMLAnchorElement | null} */ (document.getElementById('sign-in-again'));
  if (!dialog || dialog.open) return;
  if (link) link.href = `/console/login?next=${encodeURIComponent(location.pathname + location.search)}`;
  dialog.showModal();
}

/* Title */

function title() {
  const mark = unread > 0 ? `(${unread}) ` : '';
  document.title = mark + word('title.queue', counts.queue);
}

document.addEventListener('live:counts', (event) => {
  const data = /** @type {CustomEvent} */ (event).detail;
  counts.queue = data.queue;
  counts.mine = data.mine;
  title();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    unread = 0;
    title();
  }
});

/* Sound: made here rather than loaded, and only after the agent asked for it. */

/** @type {AudioContext | null} */
let audio = null;
const choice = () => localStorage.getItem('console-sound');

/** @param {number[]} tones */
function play(tones) {
  if (choice() !== 'on') return;
  audio = audio || new AudioContext();
  const context = audio;
  context.resume().then(() => {
    tones.forEach((frequency, i) => {
      const at = context.currentTime + i * 0.16;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.type = 'sine';
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.18, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + 0.4);
    });
  });
}

const TONES = { queue: [660, 880], safety: [520, 390, 520, 390], message: [880] };

function showSound() {
  const on = choice() === 'on';
  document.querySelectorAll('[data-action="sound-toggle"]').forEach((button) => {
    button.setAttribute('aria-pressed', String(on));
  });
  const bar = document.getElementById('soundbar');
  if (bar) bar.hidden = choice() !== null || sessionStorage.getItem('console-sound-later') !== null;
}

/** @param {boolean} on */
function setSound(on) {
  localStorage.setItem('console-sound', on ? 'on' : 'off');
  showSound();
  toast(word(on ? 'sound.on' : 'sound.off'));
  if (on) play(TONES.queue);
}

document.addEventListener('click', (event) => {
  const button = /** @type {Element} */ (event.target).closest('[data-action^="sound-"]');
  if (!button) return;
  const action = /** @type {HTMLElement} */ (button).dataset.action;
  if (action === 'sound-toggle') setSound(choice() !== 'on');
  if (action === 'sound-on' || action === 'sound-test') setSound(true);
  if (action === 'sound-later') {
    sessionStorage.setItem('console-sound-later', '1');
    showSound();
  }
});
showSound();

document.addEventListener('live:notify', (event) => {
  const { kind, conv, leader } = /** @type {CustomEvent} */ (event).detail;
  const open = document.getElementById('thread')?.dataset.id === String(conv);
  if (kind === 'message' && open && !document.hidden) return;
  if (leader) play(TONES[/** @type {keyof typeof TONES} */ (kind)] || TONES.queue);
  if (document.hidden) {
    unread += 1;
    title();
  }
  if (kind === 'safety' || (kind === 'message' && !open)) toast(word(`notify.${kind}`), undefined, kind === 'safety');
});

/* Answers that are no pages: in words, with one useful thing to do. */

document.addEventListener('htmx:responseError', (event) => {
  const { xhr, elt } = /** @type {CustomEvent} */ (event).detail;
  const again = () => {
    if (elt instanceof HTMLFormElement) elt.requestSubmit();
    else /** @type {HTMLElement} */ (elt).click();
  };
  if (xhr.status === 401) signedOut();
  else if (xhr.status === 403) toast(word('error.forbidden'), { label: word('reload'), run: () => location.reload() }, true);
  else if (xhr.status === 404) toast(word('error.missing'), undefined, true);
  else if (xhr.status === 413) toast(word('error.too-large'), undefined, true);
  else if (xhr.status === 429) toast(word('error.slow-down', xhr.getResponseHeader('Retry-After') || '5'), undefined, true);
  else toast(word('error.server'), { label: word('retry'), run: again }, true);
});
for (const name of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(name, (event) => {
    const { elt } = /** @type {CustomEvent} */ (event).detail;
    const again = () => (elt instanceof HTMLFormElement ? elt.requestSubmit() : elt.click());
    toast(word('error.network'), { label: word('retry'), run: again }, true);
  });
}
