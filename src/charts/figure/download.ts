import { type Table, toCsv } from './table.ts';

/** What a file is made from. */
export interface Source {
  /** The wide drawing, hidden or not. */
  readonly drawing: SVGSVGElement | null;
  readonly title: string;
  readonly table: Table;
}

/** Presentation properties that the style sheet sets: an SVG file on its own must carry them itself. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-variant-numeric',
] as const;
/** Room above the drawing for its title. */
const TITLE_HEIGHT = 32;
const PADDING = 12;
const PIXEL_RATIO = 2;

/** The drawing as a file of its own: styles inlined, title on top, paper behind, controls taken out. */
function selfContained({ drawing, title }: Source): { text: string; width: number; height: number } {
  if (drawing === null) throw new Error('This figure has no drawing to save.');
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, index) => {
    const original = originals[index];
    const style = getComputedStyle(original);
    const inherited = original.parentNode === drawing ? null : getComputedStyle(original.parentNode as Element);
    for (const name of INLINED) {
      const value = style.getPropertyValue(name);
      // Written once, where it changes: all of these but opacity are handed down.
      const given = name === 'opacity' ? '1' : inherited?.getPropertyValue(name);
      if (value !== '' && value !== given) element.setAttribute(name, value);
    }
    for (const name of ['class', 'role', 'aria-label', 'aria-describedby', 'tabindex']) element.removeAttribute(name);
  });
  for (const control of copy.querySelectorAll('[data-control]')) control.remove();
  const box = drawing.viewBox.baseVal;
  const width = box.width + 2 * PADDING;
  const height = box.height + TITLE_HEIGHT + PADDING;
  const style = getComputedStyle(drawing);
  const paper = style.getPropertyValue('--gc-paper').trim() || 'white';
  const frame = { x: box.x - PADDING, y: box.y - TITLE_HEIGHT };
  for (const name of ['class', 'style', 'aria-label']) copy.removeAttribute(name);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${frame.x} ${frame.y} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.prepend(
    svgElement('title', {}, title),
    svgElement('rect', { ...frame, width, height, fill: paper }),
    svgElement(
      'text',
      { x: box.x, y: -12, fill: style.color, 'font-family': style.fontFamily, 'font-size': 15, 'font-weight': 600 },
      title,
    ),
  );
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function svgElement(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

async function toPng(source: Source): Promise<Blob> {
  const { text, width, height } = selfContained(source);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PIXEL_RATIO;
  canvas.height = height * PIXEL_RATIO;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The browser made no PNG.')) : resolve(blob)),
      'image/png',
    );
  });
}

/** Makers of each format. */
export const makeFile: Readonly<Record<'SVG' | 'PNG' | 'CSV', (source: Source) => Promise<Blob>>> = {
  SVG: async (source) => new Blob([selfContained(source).text], { type: 'image/svg+xml' }),
  PNG: toPng,
  CSV: async ({ table }) => new Blob([toCsv(table)], { type: 'text/csv' }),
};

/** Hands a file to the reader under a name. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
