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
])('a database that %s is not available', (_, error) => expect(refusalOfConstraint(error)?.code).toBe('UNAVAILABLE'));

it('a file that is not there is a fault', () =>
  expect(refusalOfConstraint(failed('ENOENT', "ENOENT: no such file or directory, open '/a'"))).toBeUndefined());
