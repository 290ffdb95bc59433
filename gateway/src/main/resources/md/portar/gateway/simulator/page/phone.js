import { APPS, el, post } from './dom.js';
import { icon } from './icons.js';
import { bubble } from './bubbles.js';
import { Composer } from './composer.js';

const LANGUAGES = { '': 'no language', ro: 'Română', ru: 'Русский', en: 'English' };
const TYPING_SHOWN_MS = 5000;

/** One phone: whose it is, the chat, what to type. */
export class Phone {
  constructor(app, chosen) {
    this.app = app;
    this.views = {};
    this.player = '';
    this.drawn = [];
    this.build(chosen);
  }

  build(chosen) {
    const name = APPS[this.app];
    this.who = el('select', { 'aria-label': `${name}: player`, title: 'Who is typing', onchange: () => this.show(this.who.value) });
    this.hint = el('select', {
      'aria-label': `${name}: language the app reports`, title: 'The language the app reports with each message',
      onchange: () => this.act({ do: 'hint', language: this.hint.value }),
    }, ...Object.entries(LANGUAGES).map(([id, words]) => el('option', { value: id }, words)));
    if (this.app === 'whatsapp') {
      this.hint.replaceChildren(el('option', {}, 'no language'));
      this.hint.disabled = true;
    }
    this.moreMenu = el('div', { class: 'menu more-menu', role: 'menu', hidden: true });
    this.more = el('button', {
      type: 'button', class: 'round', 'aria-label': `${name}: more`, 'aria-haspopup': 'menu', 'aria-expanded': 'false',
      onclick: () => this.toggle(this.more, this.moreMenu),
    }, icon('more'));
    this.status = el('span', { class: 'subtitle' }, 'online');
    this.log = el('div', { class: 'log', role: 'log', 'aria-label': `${name} conversation`, tabindex: '0' });
    this.quick = el('div', { class: 'quick', role: 'group', 'aria-label': 'Quick replies' });
    this.toast = el('div', { class: 'toast', role: 'status', hidden: true });
    this.sheet = el('div', { class: 'sheet', hidden: true });
    this.composer = new Composer(this.app, (action) => this.act(action), chosen);
    const head = el('header', { class: 'bar' },
      el('span', { class: 'chev' }, icon('back')),
      el('span', { class: 'avatar', 'aria-hidden': 'true' }, 'ES'),
      el('span', { class: 'title' }, el('b', {}, 'Example Support'), this.status),
      this.more);
    const screen = el('div', { class: 'screen' }, head, this.moreMenu, this.log, this.quick, this.toast, this.composer.element, this.sheet);
    this.element = el('section', { class: `phone ${this.app}`, 'aria-label': name, onfocusin: chosen },
      el('div', { class: 'phone-head' }, el('h2', {}, name),
        this.who,
        this.hint),
      el('div', { class: 'case' }, screen));
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.closeMenus();
    });
    document.addEventListener('click', (event) => {
      if (!this.element.contains(event.target) || !event.target.closest('.menu, [aria-haspopup]')) this.closeMenus();
    });
  }

  people(people) {
    const kept = this.player;
    this.who.replaceChildren(...people.map(({ id, name }) => el('option', { value: id }, name)));
    this.show(people.some(({ id }) => id === kept) ? kept : people[0].id);
  }

  show(player) {
    this.player = player;
    this.who.value = player;
    this.drawn = [];
    this.settled = false;
    this.sheet.hidden = true;
    this.log.replaceChildren();
    if (this.views[player]) this.draw();
  }

  update(view) {
    this.views[view.player] = view;
    if (view.player === this.player) this.draw();
  }

  type(text) {
    this.composer.type(text);
  }

  async act(action) {
    const wrong = await post('/simulator/act', { app: this.app, player: this.player, ...action });
    if (wrong) this.say(wrong);
    return !wrong;
  }

  get view() {
    return this.views[this.player];
  }

  draw() {
    const view = this.view;
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    this.drawEntries(view.entries);
    this.drawTyping(view.typing);
    this.drawQuick(view.entries);
    this.drawMore(view);
    if (this.app !== 'whatsapp') this.hint.value = view.hint;
    this.composer.state(view.started, view.blocked);
    this.composer.menuItems(view.menu);
    if (view.popup && view.popup !== this.popup) this.say(view.popup);
    this.popup = view.popup;
    if (atEnd || !this.settled) this.toEnd();
    this.settled = true;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** Redraws only what changed, so that focus and images stay. */
  drawEntries(entries) {
    const can = this.abilities();
    if (!entries.length) {
      this.log.replaceChildren(el('div', { class: 'day' }, el('span', {}, this.app === 'whatsapp' ? 'Messages go through the simulator on this computer only.' : 'No messages yet')));
      this.drawn = [];
      return;
    }
    if (!this.drawn.length) this.log.replaceChildren(el('div', { class: 'day' }, el('span', {}, 'Today')));
    const offset = 1;
    entries.forEach((entry, i) => {
      const now = JSON.stringify(entry);
      if (this.drawn[i] === now) return;
      const node = bubble(entry, can);
      const old = this.log.children[i + offset];
      const replaces = old && this.drawn[i] !== undefined;
      if (replaces) {
        if (node.classList.contains('gone')) node.classList.add('fresh');
        const focused = old.contains(document.activeElement);
        old.replaceWith(node);
        if (focused) this.composer.input.focus();
      } else {
        if (this.settled) node.classList.add('fresh');
        this.log.insertBefore(node, this.typingNode?.isConnected ? this.typingNode : null);
        if (node.querySelector('img')) node.querySelector('img').addEventListener('load', () => this.toEnd());
      }
      this.drawn[i] = now;
    });
    while (this.drawn.length > entries.length) {
      this.drawn.pop();
      this.log.children[this.drawn.length + offset].remove();
    }
    [...this.log.children].forEach((node, i) => {
      const next = entries[i - offset + 1];
      node.classList.toggle('last', i >= offset && (!next || next.from !== entries[i - offset]?.from));
    });
  }

  abilities() {
    const unsend = this.app !== 'telegram';
    return {
      tap: (entry, option) => this.act({ do: 'tap', message: entry.id, data: option.data }),
      list: (entry) => this.openList(entry),
      edit: this.app === 'whatsapp' ? null : (entry) => this.composer.edit(entry),
      unsend: unsend ? (entry) => this.act({ do: 'unsend', message: entry.id }) : null,
      unsendWords: this.app === 'messenger' ? 'Unsend' : 'Delete for everyone',
    };
  }

  drawTyping(typing) {
    clearTimeout(this.typingTimer);
    this.typingNode ??= el('div', { class: 'in typing last' }, el('div', { class: 'line' },
      el('div', { class: 'bubble' }, el('span', { class: 'visually-hidden' }, 'Support is typing'), el('i'), el('i'), el('i'))));
    if (typing) {
      this.log.append(this.typingNode);
      this.typingTimer = setTimeout(() => this.drawTyping(false), TYPING_SHOWN_MS);
    } else {
      this.typingNode.remove();
    }
    const idle = { telegram: 'bot', whatsapp: 'online', messenger: 'Active now' }[this.app];
    this.status.textContent = typing ? 'typing…' : idle;
    this.status.classList.toggle('is-typing', typing);
  }

  drawQuick(entries) {
    const last = [...entries].reverse().find((entry) => ['quick-replies', 'reply-keyboard'].includes(entry.choices.kind));
    const state = JSON.stringify(last?.choices ?? null);
    if (state === this.quickState) return;
    this.quickState = state;
    const options = last ? last.choices.rows.flat() : [];
    this.quick.replaceChildren(...options.map((option) => el('button', {
      type: 'button', class: 'quick-reply',
      onclick: () => (option.data
        ? this.act({ do: 'tap', message: last.id, data: option.data })
        : this.act({ do: 'text', text: option.label })),
    }, option.label)));
    this.toEnd();
  }

  drawMore(view) {
    const item = (words, action) => el('button', {
      type: 'button', role: 'menuitem', onclick: () => { this.closeMenus(); this.more.focus(); this.act(action); },
    }, words);
    const items = [];
    if (this.app !== 'whatsapp') items.push(item(this.app === 'telegram' ? 'Press Start again' : 'Press Get Started', { do: 'start' }));
    if (this.app === 'telegram') items.push(item('Open by a link (site_payments)', { do: 'deeplink', text: 'site_payments' }));
    items.push(view.blocked ? item('Unblock', { do: 'unblock' }) : item(this.app === 'telegram' ? 'Block the bot' : 'Block', { do: 'block' }));
    if (this.moreMenu.hidden) this.moreMenu.replaceChildren(...items);
  }

  toggle(button, menu) {
    const open = menu.hidden;
    this.closeMenus();
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector('button')?.focus();
  }

  closeMenus() {
    this.composer.closeMenu();
    this.moreMenu.hidden = true;
    this.more.setAttribute('aria-expanded', 'false');
    if (!this.sheet.hidden && this.sheet.contains(document.activeElement)) this.composer.input.focus();
  }

  /** WhatsApp's list: a sheet with one choice, sent with a button. */
  openList(entry) {
    const close = () => { this.sheet.hidden = true; this.composer.input.focus(); };
    const title = /\p{L}/u.test(entry.choices.opener) ? entry.choices.opener : 'Options';
    const options = entry.choices.rows.flat();
    const send = el('button', { type: 'button', class: 'sheet-send', disabled: true }, 'Send');
    const rows = options.map((option) => el('label', { class: 'sheet-row' },
      el('span', {}, el('b', {}, option.label), option.detail ? el('small', {}, option.detail) : null),
      el('input', { type: 'radio', name: `list-${entry.id}`, value: option.data, onchange: () => { send.disabled = false; } })));
    send.addEventListener('click', () => {
      const chosen = this.sheet.querySelector('input:checked');
      close();
      this.act({ do: 'tap', message: entry.id, data: chosen.value });
    });
    const card = el('div', { class: 'sheet-card', role: 'dialog', 'aria-label': title },
      el('div', { class: 'sheet-head' }, el('button', { type: 'button', class: 'round', 'aria-label': 'Close', onclick: close }, icon('close')), el('b', {}, title)),
      el('div', { class: 'sheet-rows' }, ...rows), send);
    card.addEventListener('keydown', (event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } });
    this.sheet.replaceChildren(card);
    this.sheet.hidden = false;
    card.querySelector('input').focus();
  }

  say(words) {
    clearTimeout(this.toastTimer);
    this.toast.textContent = words;
    this.toast.hidden = false;
    this.toastTimer = setTimeout(() => { this.toast.hidden = true; }, 3500);
  }
}
