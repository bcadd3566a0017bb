/** Turns a pointer's place on the screen into units of the drawing it is over. */
export function placeIn(event: {
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: EventTarget | null;
}): [x: number, y: number] {
  const svg = (event.currentTarget as SVGElement).ownerSVGElement as SVGSVGElement;
  const { left, top, width } = svg.getBoundingClientRect();
  const scale = svg.viewBox.baseVal.width / width;
  return [(event.clientX - left) * scale, (event.clientY - top) * scale];
}
