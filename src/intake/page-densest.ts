// Where sentences stand closest together: for pages that do not say where their article is.
// Invariant: the whole page is the answer only where nothing smaller holds its sentences.
import { type Masses, PROSE_LENGTH, scoreOf, within } from './page-mass.ts';
import type { HtmlElement } from './parse-html.ts';

/** Where several elements score nearly as well as the best (an article in sections), what holds most of them. */
const aroundSections = (masses: Masses, best: HtmlElement, ranked: readonly HtmlElement[]): HtmlElement => {
  const near = ranked.slice(0, 6).filter((one) => scoreOf(masses, one) >= scoreOf(masses, best) * 0.6);
  for (let up = best.parent; up !== null && up.tag !== 'body' && up.tag !== 'html'; up = up.parent) {
    const holder = up;
    if (near.filter((one) => one !== holder && within(one, holder)).length >= 3) return holder;
  }
  return best;
};

// Tags that hold an article only where others were never closed.
const MISPLACED = /^(?:h\d|span|font|b|i|em|strong|a|center)$/;

export const densest = (root: HtmlElement, masses: Masses): HtmlElement => {
  const ranked = [...masses.keys()]
    .filter((one) => within(one, root))
    .sort((a, b) => scoreOf(masses, b) - scoreOf(masses, a));
  const top = ranked[0];
  if (top === undefined) return root;
  let best = aroundSections(masses, top, ranked);
  let last = scoreOf(masses, best);
  for (
    let up = best.parent;
    up !== null && up !== root.parent && up.tag !== 'body' && up.tag !== 'html';
    up = up.parent
  ) {
    const score = scoreOf(masses, up);
    if (score < last / 3) break;
    if (score > last) {
      best = up;
      break;
    }
    last = score;
  }
  while (best.parent !== null && best !== root && MISPLACED.test(best.tag)) best = best.parent;
  return best;
};

const FEWEST_ENTRIES = 3;

/** What stands beside the densest element and is as good: a lead above it, a second half below an advertisement. */
export const withSiblings = (best: HtmlElement, masses: Masses): readonly HtmlElement[] => {
  const threshold = Math.max(10, scoreOf(masses, best) * 0.2);
  const beside = (best.parent?.children ?? [best]).filter((one) => typeof one !== 'string');
  const isAlike = (one: HtmlElement): boolean =>
    one.tag === best.tag && one.attributes.class !== undefined && one.attributes.class === best.attributes.class;
  // Entries of a live page stand side by side, the short ones among the long.
  const areEntries = beside.filter(isAlike).length >= FEWEST_ENTRIES;
  const isGood = (one: HtmlElement): boolean => {
    const mass = masses.get(one);
    if (one === best || mass === undefined) return one === best;
    const alike = isAlike(one);
    if (alike && areEntries) return true;
    const density = mass.linked / Math.max(1, mass.text);
    return (
      scoreOf(masses, one) + (alike ? scoreOf(masses, best) * 0.2 : 0) >= threshold ||
      (one.tag === 'p' && mass.text > PROSE_LENGTH && density < 0.25)
    );
  };
  return beside.filter(isGood);
};
