import { Controller, Get, Param, Query } from '@nestjs/common';
import { readsQuery } from '../../src/rest/nest-internals.js';

@Controller()
class Reads {
  @Get()
  one(@Param() _path: object, @Query() _query: object) {}
  @Get()
  other(@Param() _path: object) {}
}

it('an endpoint reads the query string if one of its parameters does', () => {
  const { one, other } = Reads.prototype;
  const reads = (handler: typeof one | typeof other) =>
    readsQuery({ getClass: () => Reads as never, getHandler: () => handler });
  expect([reads(one), reads(other)]).toEqual([true, false]);
});
