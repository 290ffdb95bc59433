import { APPS, el, post, segments } from './dom.js';

/** Returns a function that shows the switches as they stand. */
export function faults() {
  const list = document.getElementById('faults');
  const tabs = document.getElementById('fault-app');
  let app = 'telegram';
  let state = null;
  segments(tabs, 'fault-app', (id) => { app = id; draw(); });
  document.getElementById('faults-clear').addEventListener('click', () => post('/simulator/faults', { mode: 'clear' }));

  function set(fault, mode) {
    post('/simulator/faults', { app, fault, mode });
  }

  function row({ id, title, explanation }) {
    const words = el('div', { class: 'fault-words' }, el('b', { id: `fault-${id}` }, title), el('span', {}, explanation));
    const once = el('button', {
      type: 'button', class: 'button quiet once', 'aria-pressed': 'false', 'aria-describedby': `fault-${id}`,
      onclick: () => set(id, once.classList.contains('armed') ? 'off' : 'next'),
    }, 'Once');
    const lasting = el('button', {
      type: 'button', class: 'switch', role: 'switch', 'aria-checked': 'false', 'aria-label': `${title}: until switched off`,
      onclick: () => set(id, lasting.getAttribute('aria-checked') === 'true' ? 'off' : 'on'),
    });
    const clock = id === 'jump' || id === 'outage';
    return el('li', { class: 'fault', 'data-fault': id }, words, clock ? null : once, lasting);
  }

  function draw() {
    if (!state) return;
    if (!list.children.length) list.append(...state.kinds.map(row));
    for (const item of list.children) {
      const mode = state.active[app][item.dataset.fault]?.mode;
      const once = item.querySelector('.once');
      once?.classList.toggle('armed', mode === 'next');
      once?.setAttribute('aria-pressed', String(mode === 'next'));
      item.querySelector('.switch').setAttribute('aria-checked', String(mode === 'on'));
    }
    for (const id of Object.keys(APPS)) {
      const label = tabs.querySelector(`[data-app="${id}"]`);
      const count = Object.keys(state.active[id]).length;
      label.querySelector('.count')?.remove();
      if (count) label.append(el('b', { class: 'count', 'aria-label': `${count} on` }, String(count)));
    }
  }

  return (next) => { state = next; draw(); };
}
