import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Reply, Request } from '../api/request.js';
import { Refusal } from '../refusals.js';
import { sendStatic, staticAnswer, type StaticAnswer } from '../rest/static-answer.js';
import { assets, type Asset } from './assets.js';

/** Files that the pages below `/docs` load. Each is read at its first request, and then kept. */
@Injectable()
export class DocsService {
  private readonly known = new Map<string, Promise<StaticAnswer>>();

  constructor(private readonly modules: ModuleRef) {}

  /** A file of the pages by name, or status 304. Refusal: NOT_FOUND. */
  async asset(name: string, request: Request, reply: Reply): Promise<Buffer | undefined> {
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!asset) throw new Refusal('NOT_FOUND');
    const known = this.known.get(name) ?? this.read(asset);
    this.known.set(name, known);
    known.catch(() => this.known.delete(name));
    return sendStatic(await known, request, reply);
  }

  private async read({ type, read }: Asset): Promise<StaticAnswer> {
    return staticAnswer(type, await read(this.modules.get(GraphQLSchemaHost, { strict: false }).schema));
  }
}
