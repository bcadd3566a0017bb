/** What is used here of ConvNetJS, which has no types of its own. */
declare module 'convnetjs' {
  class Vol {
    constructor(sx: number, sy: number, depth: number, value: number);
    w: Float64Array;
    dw: Float64Array;
  }
  class Net {
    makeLayers(layers: readonly object[]): void;
    forward(vol: Vol, training?: boolean): Vol;
    /** Adds to the gradients, and returns the loss. */
    backward(y: unknown): number;
    getParamsAndGrads(): { params: Float64Array; grads: Float64Array }[];
  }
  const convnetjs: { Vol: typeof Vol; Net: typeof Net };
  export default convnetjs;
}
