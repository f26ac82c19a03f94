// placeholder until the parser stands

import { extractText } from './extract-text.ts';
import type { Page } from './paragraphs.ts';

export const extractArticle = (html: string): Page => extractText(html.replace(/<[^>]+>/g, '\n'));
