import { Inject, Injectable } from '@nestjs/common';
import type { Code } from './paper.js';

/** Injection token of the setting PUBLIC_URL: where people outside reach this program; undefined: nowhere. */
export const PUBLIC_URL = Symbol('thidua:public-url');

/** Address behind the QR codes of papers. */
@Injectable()
export class PublicAddress {
  constructor(@Inject(PUBLIC_URL) private readonly url: string | undefined) {}

  /** A verification code as a paper has it: its QR code is the address of its page, else the code itself. */
  codeOf(code: string): Code {
    return { is: 'CODE', code, content: this.url === undefined ? code : `${this.url}/verify/${code}` };
  }
}
