// Elements that are no article, by what they are: a visible list of rules; the reason is what the cut shows.
// Invariant: no rule cuts an element that holds the headline or most of the page's prose, whatever its class says.
import type { HtmlElement } from './parse-html.ts';

export interface ChromeRule {
  readonly reason: string;
  readonly example: string;
  readonly tags: readonly string[];
  /** Words of class, id and role; "share-bar" and "shareBar" hold the words "share" and "bar". */
  readonly words: readonly string[];
  /** Whole sentences inside are the article's all the same. */
  readonly sparesProse?: boolean;
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
    sparesProse: true,
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
    words: words('related recommended recommendations trending popular readnext readmore mostread teasers'),
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
    // Posts quoted from a network carry its name in their class, and are what somebody said.
    words: words('share sharing social sharedaddy addthis'),
    sparesProse: true,
  },
  {
    reason: 'newsletter',
    example: '<div id="newsletter">',
    tags: [],
    words: words('newsletter subscribe subscription signup'),
  },
  { reason: 'about the writer', example: '<div class="author-bio">', tags: [], words: words('bio authorbox') },
  {
    reason: 'byline',
    example: '<p class="byline">, <div class="author">',
    tags: [],
    words: words('byline bylines author authors contributor'),
    sparesProse: true,
  },
  {
    reason: 'tags',
    example: '<ul class="tags">',
    tags: [],
    words: words('tags taglist topics keywords'),
    sparesProse: true,
  },
  {
    reason: 'player',
    example: '<div class="video-player">',
    tags: [],
    words: words('jwplayer videoplayer'),
    sparesProse: true,
  },
  { reason: 'ticker', example: '<div class="ticker">', tags: ['marquee'], words: words('ticker') },
  {
    reason: 'advertisement',
    example: '<div class="ad-slot">',
    tags: ['ins'],
    words: words('ad ads advert adverts advertisement sponsored outbrain taboola promo'),
    sparesProse: true,
  },
  { reason: 'footer', example: '<footer>', tags: ['footer'], words: words('footer copyright') },
  { reason: 'aside', example: '<aside>', tags: ['aside'], words: words('sidebar widget') },
  {
    reason: 'form',
    example: '<form>',
    tags: ['form', 'dialog'],
    words: words('modal popup login signin register registration password'),
  },
  { reason: 'page header', example: '<header> without a headline', tags: ['header'], words: words('masthead') },
];

const known = new WeakMap<HtmlElement, ReadonlySet<string>>();

const wordsIn = ({ attributes }: HtmlElement): ReadonlySet<string> =>
  new Set(
    `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.role ?? ''}`
      .slice(0, 500)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/),
  );

/** The words of an element's class, id and role. */
export const wordsOf = (element: HtmlElement): ReadonlySet<string> => {
  const own = known.get(element) ?? wordsIn(element);
  known.set(element, own);
  return own;
};

const isHidden = ({ attributes }: HtmlElement): boolean =>
  'hidden' in attributes ||
  /(?:^|\s)(?:visually-?hidden|screen-reader-text|sr-only|d-none)(?:\s|$)/i.test(attributes.class ?? '') ||
  /display:\s*none/i.test(attributes.style ?? '') ||
  attributes.role === 'alert';

const HIDDEN: ChromeRule = { reason: 'hidden', example: '<div hidden>', tags: [], words: [] };

/** The rule by which an element is page furniture, by its name, class, id or role; null where nothing says so. */
export const chromeRule = (element: HtmlElement): ChromeRule | null => {
  if (isHidden(element)) return HIDDEN;
  const byTag = CHROME_RULES.find(({ tags }) => tags.includes(element.tag));
  if (byTag) return byTag;
  const { class: names, id, role } = element.attributes;
  if (names === undefined && id === undefined && role === undefined) return null;
  const own = wordsOf(element);
  // The words of the rules in their order: "author-bio" is about the writer before it is a byline.
  return CHROME_RULES.find((rule) => rule.words.some((word) => own.has(word))) ?? null;
};
