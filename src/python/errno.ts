/** Error numbers of WASI. */
export const OK = 0;
export const BAD_DESCRIPTOR = 8;
export const EXISTS = 20;
export const IS_FOLDER = 31;
export const NOT_THERE = 44;
export const NO_SUCH_CALL = 52;
export const NOT_A_FOLDER = 54;
export const READ_ONLY = 69;
export const NO_SEEK = 70;
