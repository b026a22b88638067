import { Injectable, StreamableFile } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Refusal } from '../refusals.js';
import { assets } from './assets.js';

/** Files that the pages below `/docs` load. */
@Injectable()
export class DocsService {
  constructor(private readonly modules: ModuleRef) {}

  /** A file of the pages by name. Refusal: NOT_FOUND. */
  async asset(name: string): Promise<StreamableFile> {
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!asset) throw new Refusal('NOT_FOUND');
    return new StreamableFile(
      Buffer.from(await asset.read(this.modules.get(GraphQLSchemaHost, { strict: false }).schema)),
      { type: asset.type },
    );
  }
}
