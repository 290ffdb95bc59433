// @ts-check
/** The approved templates of a conversation whose window has closed: one is chosen, filled and read before it is sent. */

const form = () => /** @type {HTMLFormElement | null} */ (document.getElementById('box-template'));
const choice = () => /** @type {HTMLSelectElement | null} */ (document.getElementById('template-choice'));
const chosen = () => /** @type {HTMLFieldSetElement | null} */ (form()?.querySelector('fieldset:not([disabled])') || null);

/** An id by which the server recognises a second attempt; also where the page is no secure context. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Shows the words as they will be read. @param {HTMLInputElement} field */
function preview(field) {
  field.closest('fieldset')?.querySelectorAll(`.gap[data-gap="${field.dataset.gap}"]`).forEach((gap) => {
    gap.textContent = field.value.trim() || /** @type {HTMLElement} */ (gap).dataset.label || '';
    gap.classList.toggle('filled', Boolean(field.value.trim()));
  });
}

function choose() {
  const select = choice();
  form()?.querySelectorAll('fieldset').forEach((one) => {
    const own = one.dataset.template === select?.value;
    one.hidden = !own;
    one.disabled = !own;
  });
}

/** Makes a fresh form ready; does nothing where there is none. */
export function readyTemplates() {
  const hidden = /** @type {HTMLInputElement | undefined} */ (form()?.elements.namedItem('clientMsgId'));
  if (!hidden) return;
  hidden.value = hidden.value || newId();
  choose();
  form()?.querySelectorAll('input[data-gap]').forEach((field) => preview(/** @type {HTMLInputElement} */ (field)));
}

/** After sending: everything empty, and a new id. */
export function templateSent() {
  form()?.reset();
  const hidden = /** @type {HTMLInputElement | undefined} */ (form()?.elements.namedItem('clientMsgId'));
  if (hidden) hidden.value = '';
  readyTemplates();
  choice()?.focus();
}

/** Where writing begins, or goes on after a refusal. @param {boolean=} refused */
export function focusTemplate(refused) {
  const field = refused ? /** @type {HTMLElement | null} */ (chosen()?.querySelector('input') || null) : null;
  (field || choice())?.focus();
}

document.addEventListener('change', (event) => {
  if (event.target === choice()) choose();
});
document.addEventListener('input', (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (field.matches('#box-template input[data-gap]')) preview(field);
});
document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key !== 'Enter' || event.isComposing || event.altKey || !target.matches('#box-template input, #box-template select')) return;
  const send = /** @type {HTMLButtonElement | null} */ (form()?.querySelector('.send') || null);
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    if (send && !send.disabled) form()?.requestSubmit();
  } else if (target.matches('input')) {
    // A customer must not get a half-filled template by a stray Enter.
    event.preventDefault();
    const all = /** @type {HTMLElement[]} */ ([...(chosen()?.querySelectorAll('input') || []), ...(send ? [send] : [])]);
    all[all.indexOf(target) + 1]?.focus();
  }
});
