import { el } from './dom.js';

/** What a newcomer should try. Test values only: published card numbers, invented passwords. */
const GROUPS = (cases) => [
  {
    title: 'Ask a question',
    lines: [
      ['ro', 'Cum retrag banii?'],
      ['ru', 'Как вывести деньги?'],
      ['en', 'I forgot my password'],
      ['ru', 'privet, gde moi dengi', 'Russian in Latin letters'],
      ['ro', 'buna, nu pot intra in cont', 'no diacritics'],
    ],
  },
  {
    title: 'Status of a case',
    lines: cases.length
      ? cases.slice(0, 3).map((one, i) => [['en', 'ro', 'ru'][i], statusLine(i, one)])
      : [['en', 'What is the status of my request?']],
    note: 'Number and account ID must both match.',
  },
  {
    title: 'Send a secret',
    lines: [
      ['en', 'my password is Sunny-River-42'],
      ['ro', 'parola mea este florin22'],
      ['ru', 'мой пин-код 4821'],
      ['en', 'my card 4111 1111 1111 1111'],
    ],
    note: 'It is not kept. In Telegram it also disappears from the chat.',
  },
  {
    title: 'A card in four messages',
    lines: [['1', '4111'], ['2', '1111'], ['3', '1111'], ['4', '1111']],
    note: 'Send them one after the other.',
  },
  {
    title: 'A person, please',
    lines: [
      ['ro', 'vreau să vorbesc cu un om'],
      ['ru', 'хочу поговорить с оператором'],
      ['en', 'talk to a person'],
    ],
    note: 'Then answer in the agents’ console.',
  },
  {
    title: 'Self-exclusion',
    lines: [
      ['ro', 'vreau să mă autoexclud'],
      ['ru', 'хочу самоисключиться из игр'],
      ['en', 'I want to exclude myself'],
    ],
    note: 'Goes to a person at once, before anything else.',
  },
];

function statusLine(i, { number, account }) {
  return [
    `Status of request ${number}, account ${account}`,
    `Care e starea solicitării ${number}? ID cont ${account}`,
    `Статус обращения ${number}, ID аккаунта ${account}`,
  ][i];
}

/** Returns a function that shows the list; `type` puts a text into the chosen phone. */
export function tries(type) {
  const place = document.getElementById('tries');
  return (cases) => {
    place.replaceChildren(...GROUPS(cases).map((group) => {
      const lines = group.lines.map(([tag, text, remark]) => {
        const button = el('button', {
          type: 'button', class: 'try', title: remark,
          onclick: () => { button.classList.add('used'); type(text); },
        }, el('span', { class: 'tag' }, tag), el('span', { lang: /^\d$/.test(tag) ? undefined : tag }, text));
        return button;
      });
      return el('section', { class: 'try-group' }, el('h3', {}, group.title), ...lines,
        group.note ? el('p', { class: 'try-note' }, group.note) : null);
    }));
  };
}
