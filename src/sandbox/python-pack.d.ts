/** Python with NumPy as one file: see `src/site/python`. */
declare module 'virtual:python-pack' {
  export const url: string;
  export const bytes: number;
}
