import { APPS, el, post, segments } from './dom.js';

/** Kinds that act on the clock or on everything: a share of them means nothing. */
const WHOLE = new Set(['jump', 'outage']);

/** `PT90S` in words people use. */
function time(iso) {
  const [, h, m, s] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso) ?? [];
  return [h && `${h} h`, m && `${m} min`, s && s !== '0' && `${s} s`].filter(Boolean).join(' ');
}

/** Whom a fault strikes and how long, in one line. */
function scope(fault) {
  const share = fault.share < 1 ? `${Math.round(fault.share * 100)} % of ${fault.shareOf}` : '';
  const often = fault.mode === 'next' ? `${fault.times} more` : '';
  const span = fault.amount === fault.most ? '' : `${time(fault.amount) || '0 s'} to ${time(fault.most)}`;
  const lasts = time(fault.lasts) ? `for ${time(fault.lasts)}` : '';
  return [share, often, span, lasts].filter(Boolean).join(', ');
}

/** Returns a function that shows the switches as they stand. */
export function faults() {
  const list = document.getElementById('faults');
  const tabs = document.getElementById('fault-app');
  const share = document.getElementById('fault-share');
  const shareOf = document.getElementById('fault-share-of');
  const lasts = document.getElementById('fault-lasts');
  const problem = document.getElementById('fault-problem');
  let app = 'telegram';
  let state = null;
  segments(tabs, 'fault-app', (id) => { app = id; draw(); });
  document.getElementById('faults-clear').addEventListener('click', () => post('/simulator/faults', { mode: 'clear' }));

  async function set(fault, mode) {
    const wanted = { app, fault, mode };
    if (mode !== 'off') {
      if (!WHOLE.has(fault)) {
        wanted.share = Number(share.value) / 100;
        wanted.shareOf = shareOf.value;
      }
      if (fault === 'rate-limit') Object.assign(wanted, { amount: 'PT1S', most: 'PT5S' });
      if (mode === 'on' && lasts.value) wanted.lasts = lasts.value;
    }
    const wrong = await post('/simulator/faults', wanted);
    problem.textContent = wrong;
    problem.hidden = !wrong;
  }

  function row({ id, title, explanation }) {
    const words = el('div', { class: 'fault-words' },
      el('b', { id: `fault-${id}` }, title, el('span', { class: 'struck', hidden: true })),
      el('span', {}, explanation),
      el('span', { class: 'scope', hidden: true }));
    const once = el('button', {
      type: 'button', class: 'button quiet once', 'aria-pressed': 'false', 'aria-describedby': `fault-${id}`,
      onclick: () => set(id, once.classList.contains('armed') ? 'off' : 'next'),
    }, 'Once');
    const lasting = el('button', {
      type: 'button', class: 'switch', role: 'switch', 'aria-checked': 'false', 'aria-label': `${title}: switched on`,
      onclick: () => set(id, lasting.getAttribute('aria-checked') === 'true' ? 'off' : 'on'),
    });
    return el('li', { class: 'fault', 'data-fault': id }, words, WHOLE.has(id) ? null : once, lasting);
  }

  function mark(item) {
    const id = item.dataset.fault;
    const fault = state.active[app][id];
    const once = item.querySelector('.once');
    once?.classList.toggle('armed', fault?.mode === 'next');
    once?.setAttribute('aria-pressed', String(fault?.mode === 'next'));
    item.querySelector('.switch').setAttribute('aria-checked', String(fault?.mode === 'on'));
    const words = fault ? scope(fault) : '';
    const line = item.querySelector('.scope');
    line.textContent = words;
    line.hidden = !words;
    const count = state.struck[app][id] ?? 0;
    const struck = item.querySelector('.struck');
    struck.textContent = `${count}×`;
    struck.title = `struck ${count} times`;
    struck.hidden = count === 0;
  }

  function draw() {
    if (!state) return;
    if (!list.children.length) list.append(...state.kinds.map(row));
    for (const item of list.children) mark(item);
    for (const id of Object.keys(APPS)) {
      const label = tabs.querySelector(`[data-app="${id}"]`);
      const count = Object.keys(state.active[id]).length;
      label.querySelector('.count')?.remove();
      if (count) label.append(el('b', { class: 'count', role: 'img', 'aria-label': `${count} on` }, String(count)));
    }
  }

  return (next) => { state = next; draw(); };
}
