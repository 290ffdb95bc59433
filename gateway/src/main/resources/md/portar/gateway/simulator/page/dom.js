/** Makes an element: attributes, `on…` listeners, then children. Text always goes in as text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Posts JSON; resolves to an empty string or to what was wrong. */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.ok ? '' : await answer.text();
  } catch {
    return 'The simulator does not answer.';
  }
}

export const APPS = { telegram: 'Telegram', whatsapp: 'WhatsApp', messenger: 'Messenger' };

/** Fills a segmented control; `chosen` is called with the id. */
export function segments(fieldset, name, chosen) {
  for (const [id, title] of Object.entries(APPS)) {
    const input = el('input', { type: 'radio', name, value: id, onchange: () => chosen(id) });
    fieldset.append(el('label', {}, input, el('span', { 'data-app': id }, title)));
  }
  fieldset.querySelector('input').checked = true;
}
