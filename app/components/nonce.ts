import { createContext, useContext } from "react";

/** The nonce of this response's Content-Security-Policy; empty in the browser, where it is hidden anyway. */
export const NonceContext = createContext("");

/** The nonce to put on every script element of ours. */
export const useNonce = (): string => useContext(NonceContext);
