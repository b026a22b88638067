import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { count, flag, id } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { limits } from '../limits/limits.js';
import { erasedHash, mediaTypes, type MediaType } from './file.rules.js';

/** Files with the same bytes that an upload names, at most. */
export const mostAlike = 10;

const heldBack = ({ personal }: File) => personal;

@Entity('file')
@ObjectType({ description: 'A file (tệp): what it holds never changes; of a personal one it may be erased.' })
@(DataSubject<File>()(['id', 'personal'], ({ id, personal }) => (personal ? id : undefined)))
export class File {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(text(200), 'Name of the file, as uploaded and as downloaded.', { personal: heldBack })
  name: string;

  @Stored({ ...text(100), json: { type: 'string', enum: mediaTypes } }, 'Media type, told from its content.')
  mediaType: MediaType;

  @Stored(count(1, limits.file), 'Length in bytes.')
  size: number;

  @Stored(
    { ...text(64), json: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
    'SHA-256 of its bytes, in hex; zeros when they were erased.',
    { personal: heldBack, erased: erasedHash },
  )
  sha256: string;

  @Stored(flag, 'Whether the file holds personal data: only its uploader or the scope personal:read may download it.')
  personal: boolean;

  @Stored(id, 'Id of the document that the file is attached to.', { nullable: true })
  documentId: string | null;

  @Shown(id, 'Ids of files with the same bytes that the caller sees; told of an upload alone, where there are any.', {
    list: true,
    atMost: mostAlike,
    optional: true,
  })
  sameAs?: string[];

  /** Null: the operator. */
  @Column('uuid', { nullable: true }) uploadedBy: string | null;

  @AudienceColumn() audience: Audience;
}

/** One stretch of a file's bytes: 256 kB, the last one less. */
@Entity('file_chunk')
export class FileChunk {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') fileId: string;
  @PrimaryColumn('int') ordinal: number;
  @Column('bytea') bytes: Buffer;
}
