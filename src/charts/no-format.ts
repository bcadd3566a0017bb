/**
 * What stands for d3-format. Scales of d3-scale can write tick labels with it (2 kB gzip of every page with a chart); the
 * charts write their own (`ticks.ts`), so nothing here is ever called, but the names must exist to be bundled.
 */
const unused = (): never => {
  throw new Error('Tick labels of d3-scale need the real d3-format.');
};

export {
  unused as format,
  unused as formatPrefix,
  unused as formatSpecifier,
  unused as precisionFixed,
  unused as precisionPrefix,
  unused as precisionRound,
};
