// Another report, as a line: its headline as a link, its outlet, its day.
import type { Relative } from '../../src/whoholds.ts';
import { make } from '../elements.ts';
import { reportAddress } from '../page-links.ts';
import { whenWords } from '../said.ts';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { apart } from './source-words.ts';
import type { Visit } from './visit.ts';

export const reportLink = ({ id, title, outlet, published }: Relative, { moment }: Visit): HTMLElement =>
  make(
    'p',
    {},
    make('a', { href: reportAddress(id, moment), 'data-row': true }, title ?? pageWords().reports.untitled),
    make('span', { class: 'source' }, ' ', ...apart([outlet ?? words().evidence.outletUnknown, whenWords(published)])),
  );
