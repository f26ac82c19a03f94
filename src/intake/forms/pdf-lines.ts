// The words of a PDF's pages, each with its place, to paragraphs: lines joined, hyphens undone, running heads and page numbers left out.
// Invariant: pure; the order of the page's own text is kept, as its maker wrote it for reading.

export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The maker ended a line here. */
  readonly endsLine: boolean;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const joinGlyphs = (run: readonly Glyphs[]): string => {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const each of run) {
    const isApart = each.x - right > each.size * 0.15;
    if (text !== '' && isApart && !/\s$/.test(text) && !/^\s/.test(each.text)) text += ' ';
    text += each.text;
    if (each.text.trim() !== '' || each.width > 0) right = each.x + each.width;
  }
  return text.replace(/\s+/g, ' ').trim();
};

const lineOf = (run: readonly Glyphs[]): PdfLine | null => {
  const seen = run.filter(({ text }) => text.trim() !== '');
  const text = joinGlyphs(run);
  if (text === '') return null;
  return {
    text,
    x: seen.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    right: seen.reduce((most, { x, width }) => Math.max(most, x + width), 0),
    y: seen[0]?.y ?? 0,
    size: seen.reduce((most, { size }) => Math.max(most, size), 0),
  };
};

/** The lines of one page: glyphs on one height, in the page's order, until the pen goes elsewhere. */
export const linesOf = (glyphs: readonly Glyphs[]): readonly PdfLine[] => {
  const runs: Glyphs[][] = [[]];
  let height: number | null = null;
  for (const each of glyphs) {
    const isBlank = each.text.trim() === '';
    const moved = !isBlank && height !== null && Math.abs(each.y - height) > Math.max(2, each.size * 0.4);
    if (moved) runs.push([]);
    runs.at(-1)?.push(each);
    if (!isBlank) height = each.y;
    if (each.endsLine) {
      runs.push([]);
      height = null;
    }
  }
  return runs.map(lineOf).filter((line) => line !== null);
};

const pattern = (line: PdfLine): string => line.text.toLowerCase().replace(/\d+/g, '#');

/** A title on the first page is larger than the running head that repeats it. */
const mark = (line: PdfLine): string => `${Math.round(line.size)} ${pattern(line)}`;

const EDGE = 2;

/** Heads and feet that stand on at least half of three pages or more, and lone page numbers. */
const withoutRunning = (pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] => {
  const counts = new Map<string, number>();
  const edges = (lines: readonly PdfLine[]): readonly PdfLine[] => [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
  for (const lines of pages)
    for (const each of new Set(edges(lines).map(mark))) counts.set(each, (counts.get(each) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean =>
    /^[-–— ]*(?:page )?#(?: ?(?:of|\/) ?#)?[-–— ]*$/.test(pattern(line)) ||
    (pages.length > 2 && (counts.get(mark(line)) ?? 0) * 2 >= pages.length);
  return pages.map((lines) => {
    const atEdge = new Set(edges(lines));
    return lines.filter((line) => !(atEdge.has(line) && isRunning(line)));
  });
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

interface Measure {
  /** From one line of a paragraph to the next. */
  readonly leading: number;
  /** Where full lines end. */
  readonly right: number;
}

const measureOf = (lines: readonly PdfLine[]): Measure => {
  const steps = lines
    .slice(1)
    .map((line, i) => (lines[i]?.y ?? 0) - line.y)
    .filter((step) => step > 0);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return { leading: median(steps), right: rights[Math.floor(rights.length * 0.8)] ?? 0 };
};

/** Whether a paragraph ends between two lines of one page. */
const breaksBetween = (line: PdfLine, next: PdfLine, { leading, right }: Measure): boolean => {
  const step = line.y - next.y;
  if (Math.abs(line.size - next.size) > 1) return true;
  if (step > leading * 1.35 && step < leading * 60) return true;
  const isShort = line.right < right - line.size * 4;
  const isIndented = next.x - line.x > next.size * 0.8 && next.x - line.x < next.size * 6;
  return /[.!?:"”’)]$/.test(line.text) && (isIndented || (isShort && /^[\p{Lu}\d"“‘'(•]/u.test(next.text)));
};

/** Over the end of a page or column a sentence goes on. */
const goesOn = (line: PdfLine, next: PdfLine): boolean =>
  Math.abs(line.size - next.size) <= 1 && !/[.!?:"”’)]$/.test(line.text) && /^[\p{Ll}\d"“‘'(]/u.test(next.text);

const HYPHEN = /(\p{L}{2,})[-\u00ad\u2010]$/u;

/** "evacu-" and "ated" are one word; "north-" and "South" are two. */
const joinLines = (text: string, next: string): string =>
  HYPHEN.test(text) && /^\p{Ll}/u.test(next)
    ? text.slice(0, -1) + next
    : /[-\u2010–—/]$/.test(text) && !/\s[-–—]$/.test(text)
      ? text + next
      : `${text} ${next}`;

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/** Paragraphs of all pages, in their order. */
export const paragraphsOf = (glyphs: readonly (readonly Glyphs[])[]): readonly string[] => {
  const paragraphs: string[] = [];
  let last: PdfLine | null = null;
  for (const lines of withoutRunning(glyphs.map(linesOf))) {
    const measure = measureOf(lines);
    lines.forEach((line, i) => {
      const isJoined: boolean =
        last !== null && (i === 0 || line.y > last.y ? goesOn(last, line) : !breaksBetween(last, line, measure));
      if (isJoined) paragraphs.push(joinLines(paragraphs.pop() ?? '', line.text));
      else paragraphs.push(line.text);
      last = line;
    });
  }
  return paragraphs.map((text) => text.replace(/[ﬀ-ﬆ]/g, (letter) => LIGATURES[letter] ?? letter));
};
