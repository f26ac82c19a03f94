// What news pages carry beside the article, as a visible list: the name is the reason that the cut shows.
// Invariant: cutting a sentence is worse than leaving a menu, so each rule fits whole short paragraphs only, by their form.

export interface BoilerplateRule {
  readonly reason: string;
  readonly example: string;
  /** Longest paragraph, in characters, that the rule may cut. */
  readonly longest: number;
  readonly pattern: RegExp;
}

const NAME = "(?:\\p{Lu}[\\p{L}.'’-]*|and|in|de|al|bin|van|von)";

export const BOILERPLATE_RULES: readonly BoilerplateRule[] = [
  {
    reason: 'exercise notice',
    example: '[Exercise text: invented events and outlets, written for whoholds; not a real report]',
    longest: 200,
    pattern: /^\[?exercise text:.*\]?$/i,
  },
  {
    reason: 'related link',
    example: 'Also read: Six more districts fall – Photos & VIDEO',
    longest: 300,
    pattern:
      /^[^\p{L}\p{N}]*(?:also read|read also|read more|read next|see also|related(?: (?:stories|articles|news|links|topics))?|more on this(?: story)?|you (?:may|might) also (?:like|be interested in)|don[’']t miss|watch(?: also| now)?|recommended(?: for you)?|trending(?: now)?|most read|more from [^.:]{1,40})\s*(?::.*|\|.*|$)/iu,
  },
  {
    reason: 'related link',
    example: '[Army retakes two districts from rebels]',
    longest: 140,
    pattern: /^\[\p{Lu}[^\][:.!?]{20,130}\]$/u,
  },
  {
    reason: 'share line',
    example: 'SHARE THIS ARTICLE',
    longest: 120,
    pattern:
      /^(?:share(?: (?:this|on|via|with)\b[^.]*)?|(?:share )?all sharing options\b.*|pin it on \w+|(?:follow|like|find|join) us(?: on)?\b[^.]*|tweet|(?:(?:facebook|twitter|telegram|whatsapp|linkedin|pinterest|reddit|instagram|email|e-mail|print|copy link|share|short link)\b[\s|,•·/:-]*){2,}.*)$/i,
  },
  {
    reason: 'newsletter',
    example: 'NEWSLETTER SUBSCRIPTION',
    longest: 200,
    pattern:
      /^(?:newsletter(?: \w+)?|sign up(?: (?:for|to)\b.*|: .*)?|subscribe(?: (?:to|for|now)\b.*)?|get (?:our|the) .{0,40}(?:newsletter|in your inbox).*|.{0,60}in your inbox\.?)$/i,
  },
  {
    reason: 'comments',
    example: 'Comments (14)   Log in to comment',
    longest: 120,
    pattern:
      /^(?:(?:\d+ )?comments?(?: ?\(\d+\))?(?:\s+log in.*)?|leave a (?:comment|reply).*|log in to comment.*|be the first to comment.*|post a comment.*)$/i,
  },
  {
    reason: 'cookie notice',
    example: 'We use cookies to improve your visit. Accept all Only necessary',
    longest: 600,
    pattern:
      /^(?:(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*|by (?:continuing|using) (?:to )?.{0,60}cookies.*|cookie (?:policy|settings|preferences))$/is,
  },
  {
    reason: 'copyright line',
    example: '© 2021 Northern Courier. All rights reserved.',
    longest: 300,
    pattern:
      /^(?:(?:©|\(c\)|copyright\b).*|.{0,80}all rights reserved\.?.*|.{0,40} is a (?:registered )?trade ?mark.*)$/is,
  },
  {
    reason: 'site notice',
    example: 'Press website can also be accessed at the following alternate addresses:',
    longest: 160,
    pattern:
      /^(?:.{1,40}website can also be accessed\b.*|(?:https?:\/\/)?(?:www\.)[\w.-]+\/?|(?:our standards: .*|advertisement|sponsored|ad|continue reading|story continues below(?: advertisement)?|back to top|recently|loading\W*))$/i,
  },
  {
    reason: 'menu',
    example: 'Home > World > North',
    longest: 140,
    pattern:
      /^(?:skip to (?:main |the )?content|[^.!?>»›]{1,40}(?:\s?[>»›]\s?[^.!?>»›]{1,40})+|\d+ min(?:ute)?s? read)$/i,
  },
  {
    reason: 'credit line',
    example: 'With inputs from agencies',
    longest: 100,
    pattern: /^\(?with (?:additional )?(?:inputs?|reporting|files?|contributions?) (?:from|by) [^.]{2,60}\.?\)?$/i,
  },
  {
    reason: 'credit line',
    example: 'Three Rivers Wire writers Ivo Hale and Ana Crane contributed to this report.',
    longest: 300,
    pattern:
      /^[^.!?]{3,280}\bcontributed (?:to|reporting to|reporting for) this (?:report|story|article|piece)(?: from [^.]{2,60})?\.?$/i,
  },
  {
    reason: 'tags',
    example: 'Tags: Ashford, Northmark, Grain hall',
    longest: 300,
    pattern: /^(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)): .*$/i,
  },
  {
    reason: 'note of the desk',
    example: '(Editing by Colm Dray)',
    longest: 200,
    pattern:
      /^\((?:(?:additional |with )?(?:reporting|writing|editing|compiled|translated)\b.* by\b.*|recasts\b.*|adds\b.*|updates\b.*|corrects\b.*|refiles\b.*|shortened|web text)\)$/is,
  },
  {
    reason: 'note of the desk',
    example: 'Reporting by A. Hale and E. Crane; Editing by C. Dray',
    longest: 250,
    pattern: new RegExp(
      `^(?:(?:Additional r|R)eporting|Writing|Editing|Compiled|Translated)(?: and (?:writing|editing|reporting))? by ${NAME}(?:[,;]? ${NAME})*(?:; .*)?$`,
      'u',
    ),
  },
  {
    reason: 'source line',
    example: 'Source: Three Rivers Wire',
    longest: 700,
    pattern: /^source: (?:(?:https?:\/\/\S+\s*)+|[\p{Lu}\d][^.:;]{1,60})$/iu,
  },
];

/** The first rule of a list that fits a whole paragraph: its reason. */
export const reasonIn = (rules: readonly BoilerplateRule[], text: string): string | null =>
  rules.find((rule) => text.length <= rule.longest && rule.pattern.test(text))?.reason ?? null;

/** Why a paragraph is no part of an article by its own words; null where no rule fits. */
export const boilerplateReason = (text: string): string | null => reasonIn(BOILERPLATE_RULES, text);
