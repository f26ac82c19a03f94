// Lines that only web pages have beside their sentences: controls, picture credits, invitations. A visible list like boilerplate.ts.
// Invariant: each rule fits whole short blocks by their form; in plain text files, where lines may mean more, it is not asked.
import { type BoilerplateRule, boilerplateReason, reasonIn } from './boilerplate.ts';
import { MONTH_PATTERN, WEEKDAY_PATTERN } from './calendar.ts';

// Names of agencies and persons under a picture ("Ivo Hale, AP", "AFP/Getty Images"), marks between them and none inside:
// what can be read in one way only cannot be made to take long.
const CREDITED = "(?:\\p{Lu}[\\p{L}\\d.'’&]*|and|of|the|for|via|contributor|staff)";
const CREDITS = `©?\\s*${CREDITED}(?:[\\s,/|©–—-]+${CREDITED})*`;

// The words of an hour and a day: "June 22, 2021 at 1:23 p.m. ET", "2 hours ago".
const MOMENT = `(?:(?:\\d{1,4}(?:st|nd|rd|th|[ap]m)?|[ap]\\.?m|[A-Z]{2,4}|${MONTH_PATTERN}|${WEEKDAY_PATTERN}|at|on|ago|an?|hours?|hrs?|minutes?|mins?|days?|[Uu]pdated|UPDATED|[Pp]ublished|PUBLISHED)(?![\\p{L}\\d]))`;

export const PAGE_LINE_RULES: readonly BoilerplateRule[] = [
  {
    reason: 'picture credit',
    example: 'Photo: Ivo Hale, Three Rivers Wire',
    longest: 120,
    pattern: new RegExp(
      `^[\\[(]?(?:(?:[Ii]mage|[Pp]hoto(?:graph)?|[Pp]icture|[Ii]llustration|[Vv]ideo|[Mm]edia)s?(?: credits?:?| courtesy(?: of)?| copyright| by| via| from|:)+|[Cc]redits?:|©)\\s*${CREDITS}[\\])]?$`,
      'u',
    ),
  },
  {
    reason: 'picture credit',
    example: 'Getty Images',
    longest: 80,
    pattern:
      /^\(?(?:[\p{L}.'’ -]{2,40}[,/|] ?)*(?:getty(?: images)?|reuters|afp|ap|ap photo|associated press|epa|shutterstock|istock|alamy(?: stock photo)?|anadolu(?: agency)?)(?:[/,] ?[\p{L}.'’ /-]{2,40})?\)?$/iu,
  },
  {
    reason: 'page control',
    example: 'Back to gallery',
    longest: 60,
    pattern:
      /^(?:close|captions?|(?:hide|show|toggle) captions?|enlarge(?: this)? image|(?:view|open|see) (?:gallery|all|photos?|slideshow)|back to (?:gallery|top|article)|(?:image|photo|slide) \d+ of \d+|\d+ of \d+|media playback is .*|play(?: video| again)?|replay(?: video)?|now playing|just watched|must watch|more videos\W*|\(\d+ videos?\)|loading(?: content)?\W*|copy link.*|(?:to )?read (?:the )?full (?:story|article)|expand|collapse|show (?:more|less)|explore further|listen(?: to (?:this )?article)?|adverts?|tap to unmute)$/i,
  },
  {
    reason: 'date line',
    example: 'Updated at 1:23 p.m.',
    longest: 80,
    pattern: new RegExp(
      `^(?:[Ll]ast |[Ff]irst )?(?:[Uu]pdated|UPDATED|[Pp]ublished|PUBLISHED|[Pp]osted|POSTED|[Mm]odified|[Pp]ublish date)[\\s:|]*(?:${MOMENT}[\\s,:|/()–—.-]*)*$`,
      'u',
    ),
  },
  {
    reason: 'copyright line',
    example: 'This document is subject to copyright.',
    longest: 400,
    pattern:
      /^(?:this (?:document|article|material|content|story) (?:is subject to copyright|may not be (?:published|reproduced|copied))\b.*|citation: .*)$/is,
  },
  {
    reason: 'share line',
    example: 'Follow Ivo Hale on Twitter: @ivohale',
    longest: 220,
    pattern:
      /^(?:(?:you can )?(?:follow|reach|contact|email|find (?:us|me|him|her|them)) .{2,120}(?:\bon (?:twitter|facebook|instagram|telegram|youtube|whatsapp)\b|@\w|\bat https?:).*|(?:like|enjoyed?) this (?:story|article)\?.*|click here (?:to|for) .*)$/is,
  },
  {
    reason: 'related link',
    example: 'More Courier stories',
    longest: 60,
    pattern:
      /^(?:more|other|latest|top|recent) (?:[\p{L}’']+ ){0,3}(?:stories|articles|news|headlines|coverage)(?: from .{2,40}| like this(?: one)?)?$/iu,
  },
];

/** Why a block of a page is no part of its article by its own words; null where no rule fits. */
export const pageLineReason = (text: string): string | null =>
  boilerplateReason(text) ?? reasonIn(PAGE_LINE_RULES, text);
