import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/permissions.js';
import { DataSubject } from '../api/disclosures.js';
import { count, flag, id, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { limits } from '../limits/limits.js';
import { mediaTypes, type MediaType } from './file.rules.js';

const heldBack = ({ personal }: File) => personal;

/** A file (tệp): what it holds never changes; of a personal one it may be erased. */
@Entity('file')
@ObjectType({ description: 'A file (tệp): what it holds never changes; of a personal one it may be erased.' })
@DataSubject<File>(({ id, personal }) => (personal ? id : undefined))
export class File {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('text')
  @Shown(text(200), 'Name it was uploaded under, and is downloaded by.', { personal: heldBack })
  name: string;

  @Column('text')
  @Shown({ ...text(100), json: { type: 'string', enum: mediaTypes } }, 'Media type, told from its content.')
  mediaType: MediaType;

  @Column('int')
  @Shown(count(1, limits.file), 'Bytes.')
  size: number;

  @Column('text')
  @Shown(
    { ...text(64), json: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
    'SHA-256 of its bytes, in hex; zeros when they were erased.',
    { personal: heldBack },
  )
  sha256: string;

  @Column('bool')
  @Shown(
    flag,
    'Whether it holds personal data: then it is downloaded with the scope personal:read, or by whom it was uploaded.',
  )
  personal: boolean;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Id of the document it is attached to.', { nullable: true })
  documentId: string | null;

  /** Null: the operator. */
  @Column('uuid', { nullable: true })
  uploadedBy: string | null;

  @AudienceColumn()
  audience: Audience;
}

/** One stretch of a file's bytes: 256 kB, the last one less. */
@Entity('file_chunk')
export class FileChunk {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  fileId: string;

  @PrimaryColumn('int')
  ordinal: number;

  @Column('bytea')
  bytes: Buffer;
}
