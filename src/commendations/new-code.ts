import { randomBytes } from 'node:crypto';
import { randomBytesOfCode, verificationCode } from './award-code.rules.js';

/** A new verification code of a commune. */
export const newCode = (commune: string): string => verificationCode(commune, randomBytes(randomBytesOfCode));
