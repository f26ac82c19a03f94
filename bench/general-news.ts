// Made-up general news: sport, markets, weather, science, courts. Same seed, same text; nothing in it is taken from anywhere.
import type { Report } from '../src/model/report.ts';
import { seeded } from '../src/model/seeded.ts';
import { contentId } from '../src/model/text.ts';
import { inventedReport } from '../test/invented-report.ts';

/** "A|B|C" in braces is one of them; the slots below are filled the same way. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  who: [
    'Maria Holt',
    'Peter Lindqvist',
    'Aiko Tanabe',
    'Samuel Ferreira',
    'Claire Dubois',
    'Tom Whitaker',
    'Ines Rocha',
  ],
  town: ['Lisbon', 'Toronto', 'Osaka', 'Leeds', 'Denver', 'Lyon', 'Adelaide', 'Gothenburg', 'Santiago', 'Rotterdam'],
  body: ['the company', 'the league', 'the health ministry', 'the central bank', 'the university', 'the city council'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'last week', 'earlier this month'],
  number: ['three', '12', '47', '210', '1,400', 'nearly 60', 'more than 300', 'about 25'],
  share: ['0.4 percent', '2.1 percent', '7 percent', 'a third', 'almost half'],
  thing: ['the merger', 'the new stadium', 'the vaccine trial', 'the budget', 'the bridge', 'the album', 'the harvest'],
  adjective: ['cautious', 'record', 'disappointing', 'unexpected', 'modest', 'strong', 'long-awaited'],
};

const SENTENCES: readonly string[] = [
  'Shares in {town} closed {share} higher on {day} after {body} published {adjective} results.',
  '{who} scored twice in the second half as the visitors from {town} won their fourth match in a row.',
  '{body} said on {day} that {number} people had applied for {thing}, {share} more than a year ago.',
  '“It was a {adjective} season for all of us,” {who} told reporters after the final in {town}.',
  'Heavy rain and strong winds are expected in the north until {day}, forecasters in {town} said.',
  'Researchers at a laboratory in {town} found {number} species of beetle that nobody had described before.',
  'Analysts had expected {body} to wait until spring before it raised interest rates again.',
  'The film, directed by {who}, took {number} million dollars at the box office over the weekend.',
  'A judge in {town} ruled that {body} must publish its correspondence about {thing} by {day}.',
  'Two cars collided on the ring road near {town} on {day}; {number} people were injured, police said.',
  'Tickets for {thing} sold out within minutes, and the organisers promised a second evening.',
  'The minister defended {thing} in parliament and called the criticism of {body} “{adjective}”.',
  'Unions and employers met for talks in {town}, but {who} said that the two sides were still far apart.',
  'The orchestra, which was founded in 1921, will tour {number} cities with a programme chosen by {who}.',
  'Sales of electric cars rose by {share} in the first quarter, while those of diesel vans fell.',
  'Doctors in {town} warned that the waiting list for hip operations had grown to {number} names.',
];

const pick = (from: readonly string[], next: () => number): string => from[Math.floor(next() * from.length)] ?? '';

const sentence = (next: () => number): string => {
  const filled = pick(SENTENCES, next).replace(/\{(\w+)\}/g, (_, slot: string) => pick(SLOTS[slot] ?? [], next));
  return filled.charAt(0).toUpperCase() + filled.slice(1);
};

const SENTENCES_A_REPORT = 18;

/** One report of about two thousand characters, in paragraphs of three sentences. */
export const generalReport = (seed: number): Report => {
  const next = seeded(seed);
  const sentences = Array.from({ length: SENTENCES_A_REPORT }, () => sentence(next));
  const paragraphs = Array.from({ length: SENTENCES_A_REPORT / 3 }, (_, at) =>
    sentences.slice(at * 3, at * 3 + 3).join(' '),
  );
  const named = { id: contentId('r', ['general', seed]), file: `general-${seed}.txt`, outlet: 'Morning Wire' };
  return inventedReport(paragraphs.join('\n'), '2021-07-01', { ...named, parts: [] });
};
