// Elements that are no article, by what they are: a visible list of rules; the reason is what the cut shows.
// Invariant: no rule cuts an element that holds the headline or most of the page's prose, whatever its class says.
import type { HtmlElement } from './parse-html.ts';

export interface ChromeRule {
  readonly reason: string;
  readonly example: string;
  readonly tags: readonly string[];
  /** Words of class, id and role; "share-bar" and "shareBar" hold the words "share" and "bar". */
  readonly words: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

export const CHROME_RULES: readonly ChromeRule[] = [
  {
    reason: 'menu',
    example: '<nav>, <ul id="menu">',
    tags: ['nav'],
    words: words(
      'nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs skip next prev pagination pager toolbar',
    ),
  },
  {
    reason: 'cookie notice',
    example: '<div class="cookie">',
    tags: [],
    words: words('cookie cookies consent gdpr'),
  },
  {
    reason: 'related links',
    example: '<aside class="related">',
    tags: [],
    words: words(
      'related recommended recommendations trending popular readnext readmore mostread teaser teasers latest',
    ),
  },
  {
    reason: 'comments',
    example: '<section id="comments">',
    tags: [],
    words: words('comment comments disqus respond'),
  },
  {
    reason: 'share line',
    example: '<div class="share">',
    tags: [],
    words: words('share sharing social sharedaddy addthis'),
  },
  {
    reason: 'newsletter',
    example: '<div id="newsletter">',
    tags: [],
    words: words('newsletter subscribe subscription signup'),
  },
  {
    reason: 'byline',
    example: '<p class="byline">, <div class="author">',
    tags: [],
    words: words('byline bylines author authors contributor bio'),
  },
  { reason: 'tags', example: '<ul class="tags">', tags: [], words: words('tags taglist topics keywords') },
  { reason: 'player', example: '<div class="video-player">', tags: [], words: words('jwplayer videoplayer') },
  { reason: 'ticker', example: '<div class="ticker">', tags: ['marquee'], words: words('ticker') },
  {
    reason: 'advertisement',
    example: '<div class="ad-slot">',
    tags: ['ins'],
    words: words('ad ads advert adverts advertisement sponsored outbrain taboola promo'),
  },
  { reason: 'footer', example: '<footer>', tags: ['footer'], words: words('footer copyright') },
  { reason: 'aside', example: '<aside>', tags: ['aside'], words: words('sidebar widget') },
  {
    reason: 'form',
    example: '<form>',
    tags: ['form', 'dialog'],
    words: words('modal popup login signin register registration password paywall'),
  },
  { reason: 'page header', example: '<header> without a headline', tags: ['header'], words: words('masthead') },
];

export const wordsOf = ({ attributes }: HtmlElement): ReadonlySet<string> =>
  new Set(
    `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.role ?? ''}`
      .slice(0, 500)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/),
  );

const isHidden = ({ attributes }: HtmlElement): boolean =>
  'hidden' in attributes ||
  /(?:^|\s)(?:visually-?hidden|screen-reader-text|sr-only|d-none)(?:\s|$)/i.test(attributes.class ?? '') ||
  /display:\s*none/i.test(attributes.style ?? '') ||
  attributes.role === 'alert';

/** Why an element is page furniture by its name, class or id; null where nothing says so. */
export const chromeReason = (element: HtmlElement): string | null => {
  if (isHidden(element)) return 'hidden';
  const byTag = CHROME_RULES.find(({ tags }) => tags.includes(element.tag));
  if (byTag) return byTag.reason;
  if (
    element.attributes.class === undefined &&
    element.attributes.id === undefined &&
    element.attributes.role === undefined
  )
    return null;
  const words = wordsOf(element);
  return CHROME_RULES.find((rule) => rule.words.some((word) => words.has(word)))?.reason ?? null;
};
