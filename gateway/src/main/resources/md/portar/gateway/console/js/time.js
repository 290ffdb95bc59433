// @ts-check
/** Times of the page, in the agent's own time zone and by the server's clock. */

const body = document.body;
const lang = document.documentElement.lang || 'en';
let offset = body.dataset.now ? Number(body.dataset.now) - Date.now() : 0;

const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const exact = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
const dayName = new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' });
const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });

/** @type {Record<string, string>} */
export const words = JSON.parse(body.dataset.words || '{}');

/** The server's time now, in milliseconds. */
export function now() {
  return Date.now() + offset;
}

/** The server said what time it is there. @param {number} serverNow */
export function sync(serverNow) {
  offset = serverNow - Date.now();
}

/** @param {number} ms */
export function wallClock(ms) {
  return clock.format(ms);
}

/** A short duration, rounded down. @param {number} ms */
export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [unit, n] =
    seconds < 60 ? ['second', seconds]
    : seconds < 3600 ? ['minute', Math.floor(seconds / 60)]
    : seconds < 86400 ? ['hour', Math.floor(seconds / 3600)]
    : ['day', Math.floor(seconds / 86400)];
  return (words[`short.${unit}`] || '{0}').replace('{0}', String(n));
}

/** What is left of a window: near its end in minutes, because an hour more or less matters then. @param {number} ms */
function left(ms) {
  if (ms <= 0) return words['left.closed'];
  const short = ms >= 3600_000 && ms < 2 * 3600_000 ? words['short.minute'].replace('{0}', String(Math.floor(ms / 60_000))) : duration(ms);
  return words['left.open'].replace('{0}', short);
}

/** @param {HTMLTimeElement} time */
function fillOne(time) {
  const at = Date.parse(time.dateTime);
  const kind = time.dataset.time;
  let text = '';
  if (kind === 'clock') {
    text = clock.format(at);
  } else if (kind === 'wait' || kind === 'ago') {
    text = duration(now() - at);
  } else if (kind === 'left') {
    const rest = at - now();
    text = left(rest);
    const chip = time.closest('.window');
    if (chip) {
      chip.classList.toggle('soon', rest <= 2 * 3600_000 && rest > 15 * 60_000);
      chip.classList.toggle('urgent', rest <= 15 * 60_000);
    }
  }
  if (time.textContent !== text) time.textContent = text;
  if (!time.title || kind !== 'wait') time.title = exact.format(at);
}

/** Writes all times below an element. @param {ParentNode} root */
export function fill(root) {
  root.querySelectorAll('time[data-time]').forEach((time) => fillOne(/** @type {HTMLTimeElement} */ (time)));
}

/** @param {number} ms */
function dayOf(ms) {
  const day = new Date(ms);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** @param {number} day */
function dayWords(day) {
  const ago = Math.round((dayOf(now()) - day) / 86_400_000);
  return ago <= 1 ? relative.format(-ago, 'day') : dayName.format(day);
}

/** Puts a line between messages of different days. @param {Element} log */
export function separateDays(log) {
  log.querySelectorAll('.day').forEach((line) => line.remove());
  let before = 0;
  log.querySelectorAll('[data-at]').forEach((item) => {
    const day = dayOf(Number(/** @type {HTMLElement} */ (item).dataset.at));
    if (day !== before) {
      const line = document.createElement('div');
      line.className = 'day';
      const label = document.createElement('span');
      label.textContent = dayWords(day);
      line.append(label);
      item.before(line);
      before = day;
    }
  });
}

setInterval(() => {
  fill(document);
  document.dispatchEvent(new CustomEvent('console:tick'));
}, 5_000);
fill(document);
