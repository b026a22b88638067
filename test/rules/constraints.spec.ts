import { refusalOfConstraint } from '../../src/database/constraints.js';

const failed = (code: string, message: string) => Object.assign(new Error(message), { code });

it.each([
  ['refuses', failed('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432')],
  ['has a name that is known no more', failed('ENOTFOUND', 'getaddrinfo ENOTFOUND postgres')],
  ['has a name that nobody can tell now', failed('EAI_AGAIN', 'getaddrinfo EAI_AGAIN postgres')],
  ['has a socket that is gone', failed('ENOENT', 'connect ENOENT /var/run/postgresql/.s.PGSQL.5432')],
  ['lies where no road leads', failed('EHOSTUNREACH', 'connect EHOSTUNREACH 10.0.0.5:5432')],
  ['lies in a network where no road leads', failed('ENETUNREACH', 'connect ENETUNREACH 10.0.0.5:5432')],
  ['answers no more', failed('ETIMEDOUT', 'read ETIMEDOUT')],
  ['has hung up', failed('EPIPE', 'write EPIPE')],
  ['ends who was idle', failed('57P05', 'terminating connection due to idle-session timeout')],
  ['is dropped', failed('57P04', 'database was dropped')],
  ['is cut off by its pooler', failed('08P01', 'server login failed')],
  ['cannot read its disk', failed('58030', 'could not read blocks 0..0 in file "base/5/1259": Input/output error')],
])('a database that %s is not available', (_, error) => expect(refusalOfConstraint(error)?.code).toBe('UNAVAILABLE'));

it.each([
  ['53100', 'could not extend file "base/5/1259": No space left on device', 'DISK_FULL'],
  ['53200', 'out of memory', 'MEMORY_FULL'],
  ['53300', 'sorry, too many clients already', 'CONNECTIONS_FULL'],
  ['53400', 'temporary file size exceeds "temp_file_limit"', undefined],
])('a database without resources (%s) is not available, and a point names what it lacks', (code, message, lacked) => {
  const { code: refused, points } = refusalOfConstraint(failed(code, message))!;
  expect([refused, points[0]?.code]).toEqual(['UNAVAILABLE', lacked]);
});

it('a file that is not there is a fault', () =>
  expect(refusalOfConstraint(failed('ENOENT', "ENOENT: no such file or directory, open '/a'"))).toBeUndefined());
