/** Line icons drawn here, so that the page needs nothing from elsewhere. */
const PATHS = {
  send: 'M4 12 20 4l-5 16-3.5-6.5z M11.5 13.5 20 4',
  plus: 'M12 5v14M5 12h14',
  clip: 'M20 11.5 12.5 19a5 5 0 0 1-7-7l8-8a3.4 3.4 0 0 1 4.8 4.8l-8 8a1.7 1.7 0 0 1-2.4-2.4l7-7',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  back: 'M15 5l-7 7 7 7',
  phone: 'M6 4h3l1.6 4.2-2 1.5a11 11 0 0 0 5.7 5.7l1.5-2L20 15v3a2 2 0 0 1-2.2 2A15 15 0 0 1 4 6.2 2 2 0 0 1 6 4z',
  photo: 'M4 6h16v12H4z M4 15l4-4 4 4 3-3 5 5 M15.5 9.5v.01',
  voice: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4z M6.5 11a5.5 5.5 0 0 0 11 0 M12 16.5V20',
  document: 'M7 3h7l4 4v14H7z M14 3v4h4 M10 12h5 M10 16h5',
  location: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11z M12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  contact: 'M12 12a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2z M5 20a7 7 0 0 1 14 0',
  sticker: 'M12 20a8 8 0 1 1 8-8c0 1-3 1-5 3s-2 5-3 5z M9 10v.01 M14.5 10v.01',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  trash: 'M5 7h14 M9 7V5h6v2 M7 7l1 13h8l1-13',
  list: 'M9 7h11M9 12h11M9 17h11M4.5 7v.01M4.5 12v.01M4.5 17v.01',
  reply: 'M9 7 4 12l5 5 M4 12h9a6 6 0 0 1 6 6',
  close: 'M6 6l12 12M18 6 6 18',
  play: 'M8 5l11 7-11 7z',
  lock: 'M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M8.5 14a4 4 0 0 0 7 0 M9 9.5v.01 M15 9.5v.01',
  one: 'M4.5 12.5l4.5 4.5L19.5 6.5',
  two: 'M2 12.5l4.5 4.5L16 6.5 M10.5 15.5 12 17l10-10.5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 7v5l3 2',
  bang: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 7v6 M12 16.6v.01',
};

const SVG = 'http://www.w3.org/2000/svg';

/** An icon; decoration only, the button around it has the name. */
export function icon(name, className = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
