import { APPS, el } from './dom.js';

const KEPT = 150;

/** Returns a function that adds one exchange to the log; null empties it. */
export function wire() {
  const body = document.getElementById('wire');
  const scroll = document.getElementById('wire-scroll');
  const empty = document.getElementById('wire-empty');
  const clear = () => { body.replaceChildren(); empty.hidden = false; };
  document.getElementById('wire-clear').addEventListener('click', clear);

  return (line) => {
    if (line === null) { clear(); return; }
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
    const good = line.status >= 200 && line.status < 400;
    const words = line.toGateway ? `webhook: ${line.path}` : `${line.method} ${line.path}`;
    const parts = words.split('/').flatMap((part, i) => (i ? [el('wbr'), `/${part}`] : [part]));
    const request = el('td', { class: 'request' }, ...parts,
      line.note ? el('span', { class: 'note' }, line.note) : null);
    body.append(el('tr', { class: 'new' },
      el('td', { class: `app app-${line.app}` }, APPS[line.app]),
      el('td', {}, line.toGateway ? '→' : '←', el('span', { class: 'way' }, ' gateway')),
      request,
      el('td', { class: `status ${good ? 'ok' : 'no'}` }, line.status === 0 ? 'none' : String(line.status)),
      el('td', { class: 'num' }, String(line.ms))));
    while (body.children.length > KEPT) body.firstElementChild.remove();
    empty.hidden = true;
    if (atEnd) scroll.scrollTop = scroll.scrollHeight;
  };
}
