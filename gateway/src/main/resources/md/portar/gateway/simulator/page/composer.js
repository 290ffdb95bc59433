import { el } from './dom.js';
import { icon } from './icons.js';

const KINDS = { photo: 'Picture', voice: 'Voice note', document: 'Document', location: 'Location', contact: 'Contact', sticker: 'Sticker' };

/** Where a player types: attachments, text, send; a note on top while editing. */
export class Composer {
  constructor(app, act) {
    this.app = app;
    this.act = act;
    this.editing = null;
    this.menu = el('div', { class: 'menu attach-menu', role: 'menu', hidden: true }, ...Object.entries(KINDS).map(([kind, words]) =>
      el('button', { type: 'button', role: 'menuitem', onclick: () => this.attach(kind) }, el('span', { class: `kind kind-${kind}` }, icon(kind)), words)));
    this.commands = el('div', { class: 'menu attach-menu command-menu', role: 'menu', hidden: true });
    this.menuButton = el('button', {
      type: 'button', class: 'menu-button', 'aria-label': 'Menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false', hidden: true,
      onclick: () => this.toggle(this.menuButton, this.commands),
    }, icon('list'), app === 'telegram' ? 'Menu' : '');
    this.clip = el('button', {
      type: 'button', class: 'round attach', 'aria-label': 'Attach', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => this.toggle(this.clip, this.menu),
    }, icon(app === 'messenger' ? 'plus' : 'clip'));
    this.input = el('textarea', {
      rows: '1', 'aria-label': 'Message', placeholder: { telegram: 'Message', whatsapp: 'Type a message', messenger: 'Aa' }[app],
      oninput: () => this.grow(), onkeydown: (event) => this.key(event), autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'send',
    });
    this.send = el('button', { type: 'submit', class: 'round send', 'aria-label': 'Send' }, icon('send'));
    this.note = el('div', { class: 'edit-note', hidden: true }, icon('edit'), el('span', {}, 'Editing'),
      el('button', { type: 'button', class: 'round', 'aria-label': 'Stop editing', onclick: () => this.stopEditing() }, icon('close')));
    this.form = el('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.menuButton, this.clip, el('span', { class: 'field' }, this.input), this.send);
    this.start = el('button', { type: 'button', class: 'start', hidden: true }, '');
    this.element = el('div', { class: 'foot' }, this.menu, this.commands, this.note, this.form, this.start);
  }

  /** Before the first message two apps show one big button; after blocking, all show how to come back. */
  state(started, blocked) {
    const first = !started && this.app !== 'whatsapp';
    const words = blocked ? (this.app === 'telegram' ? 'Restart bot' : 'Unblock') : this.app === 'telegram' ? 'Start' : 'Get Started';
    this.start.hidden = !first && !blocked;
    this.form.hidden = blocked;
    this.start.textContent = words;
    this.start.onclick = () => this.act({ do: blocked ? 'unblock' : 'start' });
  }

  type(text) {
    this.stopEditing();
    this.input.value = text;
    this.grow();
    this.input.focus();
    this.element.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  edit(entry) {
    this.type(entry.runs.map((run) => run.text).join(''));
    this.editing = entry.id;
    this.note.hidden = false;
  }

  stopEditing() {
    if (this.editing) this.input.value = '';
    this.editing = null;
    this.note.hidden = true;
    this.grow();
  }

  key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
    if (event.key === 'Escape') this.stopEditing();
  }

  grow() {
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight, 110)}px`;
    this.form.classList.toggle('has-text', this.input.value.trim() !== '');
  }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const action = this.editing ? { do: 'edit', message: this.editing, text } : { do: 'text', text };
    this.editing = null;
    this.stopEditing();
    this.input.value = '';
    this.grow();
    if (!(await this.act(action)) && !this.input.value) {
      this.input.value = text;
      this.grow();
    }
  }

  /** What stands in the field goes along as the caption. */
  attach(kind) {
    const text = this.input.value.trim();
    this.input.value = '';
    this.grow();
    this.closeMenu();
    this.input.focus();
    this.act({ do: 'attach', kind, text });
  }

  /** What the gateway registered as the bot's menu. */
  menuItems(items) {
    const state = JSON.stringify(items);
    if (state === this.menuState) return;
    this.menuState = state;
    this.menuButton.hidden = !items.length;
    this.commands.replaceChildren(...items.map(({ label, data }) => el('button', {
      type: 'button', role: 'menuitem',
      onclick: () => {
        this.closeMenu();
        this.input.focus();
        this.act(this.app === 'telegram' ? { do: 'text', text: data } : { do: 'menu', text: label, data });
      },
    }, el('span', {}, label), this.app === 'telegram' ? el('small', {}, data) : null)));
  }

  toggle(button, menu) {
    const open = menu.hidden;
    this.closeMenu();
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) menu.querySelector('button')?.focus();
  }

  closeMenu() {
    for (const [button, menu] of [[this.clip, this.menu], [this.menuButton, this.commands]]) {
      menu.hidden = true;
      button.setAttribute('aria-expanded', 'false');
    }
  }
}
