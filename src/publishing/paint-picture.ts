// An SVG picture as PNG bytes, the same on every machine: the letters come with the program, not from the system.
// The painter is loaded when it is needed: it is the largest thing that a command may bring in.
import { createRequire } from 'node:module';

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/** There are two faces: what is nearer to bold is bold. */
const inTwoFaces = (svg: string): string => svg.replace(/font-weight="6\d\d"/g, 'font-weight="700"');

/** @param scale how many pixels a unit of the drawing takes */
export const paintPicture = async (svg: string, scale: number): Promise<Uint8Array> => {
  const { Resvg } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = FONTS.map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
  return new Resvg(inTwoFaces(svg), { font, fitTo: { mode: 'zoom', value: scale } }).render().asPng();
};
