import { APPS, el, post } from './dom.js';

const SHOWN_SECONDS = 60;
const WIDTH = 360;
const HEIGHT = 120;

/** Group, figure, words, and whether anything but zero is bad. */
const ROWS = [
  ['webhooks', 'acknowledged', 'Webhooks accepted'],
  ['webhooks', 'refused', 'Webhooks refused'],
  ['messages', 'acknowledged', 'Messages accepted'],
  ['messages', 'answered', 'Messages answered'],
  ['messages', 'open', 'Waiting for an answer'],
  ['messages', 'repeated', 'Answers repeated', true],
  ['questions', 'lost', 'Marked questions lost', true],
  ['questions', 'duplicated', 'Marked questions answered twice', true],
  ['questions', 'outOfOrder', 'Answered out of order', true],
  ['sends', 'taken', 'Sends delivered'],
  ['sends', 'ambiguous', 'Delivered, gateway not told'],
  ['sends', 'faults', 'Calls struck by a fault'],
  ['sends', 'overLimit', 'Sends above the limit'],
  ['sends', 'early', 'Sends before their time', true],
  ['sends', 'ruleBreaks', 'Rules broken', true],
];

function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Accepted and answered per second, the newest on the right. */
function plot(place, points) {
  const most = Math.max(1, ...points.map((point) => Math.max(point.accepted, point.answered)));
  const step = WIDTH / SHOWN_SECONDS;
  const offset = WIDTH - points.length * step;
  const bars = points.flatMap((point, i) => ['accepted', 'answered'].map((kind, k) => {
    const height = (point[kind] / most) * (HEIGHT - 4);
    return svg('rect', {
      class: `bar-${kind}`, x: (offset + i * step + k * step / 2).toFixed(1), width: (step / 2 - 0.4).toFixed(1),
      y: (HEIGHT - height).toFixed(1), height: height.toFixed(1),
    });
  }));
  place.replaceChildren(svg('line', { class: 'axis', x1: 0, x2: WIDTH, y1: HEIGHT - 0.5, y2: HEIGHT - 0.5 }), ...bars);
  const last = points[points.length - 1] ?? { accepted: 0, answered: 0 };
  place.setAttribute('aria-label',
    `Messages a second in the last minute: at most ${most}; now ${last.accepted} accepted, ${last.answered} answered`);
  document.getElementById('run-most').textContent = `${most}/s`;
}

/** Returns a function that shows what the run came to. */
export function run() {
  const body = document.getElementById('run');
  const verdict = document.getElementById('run-verdict');
  const chart = document.getElementById('run-plot');
  const points = [];
  let before = null;
  document.getElementById('run-new').addEventListener('click', () => {
    before = null;
    post('/simulator/run', {});
  });
  const apps = Object.keys(APPS);
  const cells = ROWS.map(([group, figure, words]) => {
    const numbers = [...apps, 'total'].map((id) => el('td', { class: 'num', 'data-app': id }, '0'));
    body.append(el('tr', { 'data-figure': `${group}.${figure}` }, el('th', { scope: 'row' }, words), ...numbers));
    return numbers;
  });

  return (report) => {
    ROWS.forEach(([group, figure, , bad], i) => {
      [...apps.map((id) => report.byApp[id]), report.total].forEach((figures, k) => {
        const value = figures[group][figure];
        cells[i][k].textContent = String(value);
        cells[i][k].classList.toggle('zero', value === 0);
        cells[i][k].classList.toggle('bad', Boolean(bad) && value > 0);
      });
    });
    const { acknowledged: accepted, answered } = report.total.messages;
    if (before && accepted >= before.accepted) {
      points.push({ accepted: accepted - before.accepted, answered: Math.max(0, answered - before.answered) });
      if (points.length > SHOWN_SECONDS) points.shift();
    }
    before = { accepted, answered };
    plot(chart, points);
    verdict.textContent = report.clean ? 'clean' : 'not clean';
    verdict.className = `verdict ${report.clean ? 'ok' : 'no'}`;
  };
}
