import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { DataSubject } from '../../src/api/disclosures.js';
import { Part } from '../../src/api/operation.js';
import { selectList } from '../../src/api/select-list.js';
import { record } from '../../src/api/shapes.js';
import { text } from '../../src/api/text-shapes.js';
import { Shown } from '../../src/api/shown.js';
import { CommuneId, Id, Stored } from '../../src/api/stored.js';
import { keysAlone } from '../../src/database/projection.js';

@ObjectType()
@(DataSubject<Note>()(['writer'], ({ writer }) => writer))
class Note {
  @Stored(text(), 'Id of the writer.') writer: string;
}

@Entity('letter')
@ObjectType()
@(DataSubject<Letter>()(['sender', 'state'], ({ sender, state }) => (state === 'SENT' ? sender : undefined)))
class Letter {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Stored(text(), 'Id of the sender.') sender: string;
  @Stored(text(), 'State.') state: string;
  @Stored(text(), 'Title.') title: string;
}

@Entity('album')
@ObjectType()
class Album {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Stored(text(), 'Title.') title: string;
  @Shown(record(() => Note), 'Notes.', { list: true }) notes: Note[];
}

@Entity('shelf')
@ObjectType()
class Shelf {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Stored(text(), 'Title.') title: string;
}

describe('A statement reads what names a data subject, whatever is asked for', () => {
  it('members of the record', () => {
    const { text } = selectList<Letter>(Letter, 'l', {})(keysAlone);
    expect(text).toBe('l.commune_id as "communeId", l.id as "id", l.sender as "sender", l.state as "state"');
  });

  it('records in the record that have a data subject', () => {
    const { text } = selectList<Album>(Album, 'a', { computed: { notes: '(select …)' } })(keysAlone);
    expect(text).toBe('a.commune_id as "communeId", a.id as "id", (select …) as "notes"');
  });

  it('and nothing of a record without one (control)', () => {
    const { text } = selectList<Shelf>(Shelf, 's', {})(keysAlone);
    expect(text).toBe('s.commune_id as "communeId", s.id as "id"');
  });
});

describe('A part of a record shows no personal values, because nothing is noted of it', () => {
  it.each([[[Note]], [Letter], [Album]])('%p', (type) => {
    expect(() => Part(type as never, 'part')).toThrow('The part "part" shows personal values');
  });

  it('another part is welcome (control)', () => {
    expect(() => Part([Shelf], 'Part.')).not.toThrow();
  });
});
