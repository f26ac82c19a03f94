// Where a report says that it was sent from: "KUNDUZ, June 14 (Wire 7) -".
// Invariant: a dateline opens its paragraph in capitals, and nothing is said of it.
import type { PlaceItem } from './marks.ts';
import type { SentenceView } from './view-sentence.ts';

/** "KUNDUZ, June 14 (Wire 7) -": capitals at the head of a paragraph. */
export const isDateline = ({ tokens }: SentenceView, item: Pick<PlaceItem, 'from'>): boolean =>
  item.from === 0 &&
  tokens[0] !== undefined &&
  /^\p{Lu}{3,}$/u.test(tokens[0].text) &&
  tokens.slice(0, 14).some(({ word }) => /^[-–—(]$/.test(word));
