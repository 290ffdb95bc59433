import { el } from './dom.js';
import { icon } from './icons.js';

const TAGS = { b: 'strong', i: 'em', u: 'u', s: 's', code: 'code', quote: 'q', spoiler: 'span', link: 'span' };
const GONE = {
  'deleted-by-bot': 'The bot deleted this message',
  'deleted-by-player': 'You deleted this message',
};

function time(at) {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Bare addresses become links; the player may tap them as in the app. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, i) =>
    (i % 2 ? el('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part) : part));
}

function run({ text, styles, link }) {
  let node = el('span', {}, ...(link ? [text] : linked(text)));
  for (const style of styles) {
    node = el(TAGS[style] ?? 'span', { class: style === 'spoiler' ? 'spoiler' : undefined }, node);
  }
  return /^https?:/.test(link) ? el('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, node) : node;
}

function media({ kind, name, url }) {
  if ((kind === 'photo' || kind === 'sticker') && url.startsWith('/cdn/')) {
    return el('img', { class: `media-${kind}`, src: url, alt: kind === 'photo' ? 'Picture' : 'Sticker', width: 240, height: 150 });
  }
  if (kind === 'voice') {
    const bars = el('span', { class: 'bars', 'aria-hidden': 'true' }, ...Array.from({ length: 22 }, (_, i) => el('i', { class: `h${(i * 7) % 5}` })));
    return el('span', { class: 'media-row' }, el('span', { class: 'media-dot' }, icon('play')), bars, el('span', { class: 'media-small' }, '0:04'));
  }
  if (kind === 'location') {
    return el('span', { class: 'media-map' }, icon('location'), el('span', {}, name));
  }
  return el('span', { class: 'media-row' }, el('span', { class: 'media-dot' }, icon(kind === 'contact' ? 'contact' : 'document')), el('span', {}, name));
}

const MARKS = { sending: ['clock', 'on its way'], sent: ['one', 'sent'], delivered: ['two', 'delivered'], read: ['two', 'read'], failed: ['bang', 'not accepted by the gateway'] };

function meta(entry, own) {
  const line = el('span', { class: 'meta' });
  if (entry.fate === 'edited') line.append('edited ');
  line.append(el('time', {}, time(entry.at)));
  if (own) {
    const [name, words] = MARKS[entry.mark];
    line.append(el('span', { class: `mark mark-${entry.mark}`, title: words }, icon(name), el('span', { class: 'visually-hidden' }, words)));
  }
  return line;
}

function tools(entry, can) {
  if (entry.from !== 'player' || entry.mark === 'sending') return null;
  const buttons = [];
  if (can.edit && entry.runs.length && !entry.media) {
    buttons.push(el('button', { type: 'button', 'aria-label': 'Edit this message', title: 'Edit', onclick: () => can.edit(entry) }, icon('edit')));
  }
  if (can.unsend) {
    buttons.push(el('button', { type: 'button', 'aria-label': can.unsendWords, title: can.unsendWords, onclick: () => can.unsend(entry) }, icon('trash')));
  }
  return buttons.length ? el('span', { class: 'tools' }, ...buttons) : null;
}

function choices(entry, can) {
  const { kind, rows, opener } = entry.choices;
  if (kind === 'none' || kind === 'quick-replies' || kind === 'reply-keyboard') return null;
  if (kind === 'list') {
    return el('div', { class: 'choices list' }, el('button', { type: 'button', class: 'choice', onclick: () => can.list(entry) },
      icon('list'), /\p{L}/u.test(opener) ? opener : 'Options'));
  }
  return el('div', { class: `choices ${kind}` }, ...rows.map((row) => el('div', { class: 'choice-row' }, ...row.map((option) =>
    (/^https?:/.test(option.detail) && !option.data
      ? el('a', { class: 'choice', href: option.detail, target: '_blank', rel: 'noopener noreferrer' }, option.label)
      : el('button', { type: 'button', class: 'choice', onclick: () => can.tap(entry, option) }, option.label))))));
}

/** One message with what can be done to it. */
export function bubble(entry, can) {
  const own = entry.from === 'player';
  if (GONE[entry.fate]) {
    const words = own ? GONE[entry.fate] : 'This message was deleted';
    return el('div', { class: `gone ${own ? 'out' : 'in'} ${entry.fate}` }, el('span', {}, icon('lock'), words));
  }
  const text = entry.runs.length ? el('span', { class: 'words' }, ...entry.runs.map(run)) : null;
  const body = el('div', { class: `bubble${entry.media ? ` with-media with-${entry.media.kind}` : ''}` },
    el('span', { class: 'visually-hidden' }, own ? 'You: ' : 'Support: '),
    entry.media ? media(entry.media) : null, text, meta(entry, own));
  const erased = entry.fate === 'erased-at-provider'
    ? el('p', { class: 'erased' }, icon('lock'), 'The copy at the provider was erased') : null;
  return el('div', { class: `${own ? 'out' : 'in'} mark-${entry.mark}` },
    el('div', { class: 'line' }, own ? tools(entry, can) : null, el('div', { class: 'stack' }, body, choices(entry, can))), erased);
}
