/** Files that the playground makes. */
export const TEST_FILE_NAME = 'gradient.test.ts';
export const PYTHON_TEST_FILE = 'test_gradient.py';
