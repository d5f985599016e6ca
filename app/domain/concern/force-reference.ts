/** The other system's number, such as "24*512345" or "CAD 1234-24NOV26": never what it holds. */
const pattern = /^[A-Za-z0-9][A-Za-z0-9 */-]{2,29}$/;

/** Whether what was typed can be such a number, and is no sentence. */
export const isForceReference = (text: string): boolean => pattern.test(text) && /\d/.test(text);
