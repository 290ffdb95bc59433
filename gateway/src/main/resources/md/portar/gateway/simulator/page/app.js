import { APPS, segments } from './dom.js';
import { Phone } from './phone.js';
import { faults } from './faults.js';
import { run } from './run.js';
import { tries } from './tries.js';
import { wire } from './wire.js';

const phones = {};
const target = document.getElementById('target');
let active = 'telegram';

function choose(app) {
  active = app;
  target.querySelector(`input[value="${app}"]`).checked = true;
}

for (const app of Object.keys(APPS)) {
  phones[app] = new Phone(app, () => choose(app));
  document.getElementById('phones').append(phones[app].element);
}
segments(target, 'target', choose);

const showTries = tries((text) => phones[active].type(text));
const showFaults = faults();
const showRun = run();
const addLine = wire();

const live = document.getElementById('live');
function state(className, words) {
  live.className = `live ${className}`;
  live.textContent = words;
}

const feed = new EventSource('/simulator/events');
feed.addEventListener('open', () => state('on', 'live'));
feed.addEventListener('error', () => state('off', 'not connected'));
feed.addEventListener('about', (event) => {
  const about = JSON.parse(event.data);
  const link = document.getElementById('console');
  link.hidden = !/^https?:/.test(about.console);
  if (!link.hidden) link.href = about.console;
  for (const [app, people] of Object.entries(about.players)) phones[app].people(people);
  showTries(about.cases);
  addLine(null);
});
feed.addEventListener('phone', (event) => {
  const view = JSON.parse(event.data);
  phones[view.app].update(view);
});
feed.addEventListener('faults', (event) => showFaults(JSON.parse(event.data)));
feed.addEventListener('report', (event) => showRun(JSON.parse(event.data)));
feed.addEventListener('line', (event) => addLine(JSON.parse(event.data)));

const theme = document.getElementById('theme');
const dark = matchMedia('(prefers-color-scheme: dark)');
function applyTheme() {
  const wanted = theme.value === 'auto' ? (dark.matches ? 'dark' : 'light') : theme.value;
  document.documentElement.dataset.theme = wanted;
}
const asked = new URLSearchParams(location.search).get('theme');
theme.value = asked ?? localStorage.getItem('theme') ?? 'auto';
if (!theme.value) theme.value = 'auto';
theme.addEventListener('change', () => {
  localStorage.setItem('theme', theme.value);
  applyTheme();
});
dark.addEventListener('change', applyTheme);
applyTheme();
