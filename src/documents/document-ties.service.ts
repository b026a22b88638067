import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { Document } from './document.entity.js';

/** A document before and after a change, and its reason. */
export interface DocumentChange {
  before: Document;
  after: Document;
  reason?: string;
}

/** Lets records of a type say what a document, which they show, says now. Part of a write. */
export type FollowDocument = (caller: Caller, change: DocumentChange) => Promise<void>;

/** Ties of a document to records of later rooms, which a document may not ask: their modules set them. */
@Injectable()
export class DocumentTiesService {
  readonly following: FollowDocument[] = [];

  /** Lets all that shows a document follow its change. Part of that write. */
  async follow(caller: Caller, change: DocumentChange): Promise<void> {
    for (const follow of this.following) await follow(caller, change);
  }
}
