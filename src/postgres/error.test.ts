import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { toConnectError, toSourceError } from './error.ts';
import { SourceError } from './source-error.ts';

function databaseError(code: string, message = 'row "private" of db.internal'): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code });
}

function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 10.1.2.3:5432`), { code, address: '10.1.2.3', port: 5432 });
}

describe('an error of the database', () => {
  test.each([
    ['42501', 'access-denied'],
    ['42P01', 'schema-mismatch'],
    ['22P02', 'schema-mismatch'],
    ['57014', 'timeout'],
    ['25P03', 'timeout'],
    ['57P01', 'connection-lost'],
    ['08006', 'connection-lost'],
    ['53300', 'source-unreachable'],
    ['XX000', 'source-error'],
  ])('%s is the failure %s', (code, failure) => {
    expect(toSourceError(databaseError(code), 'Reading batches')).toMatchObject({ failure });
  });

  test('is quoted where it names a table, a column or a type', () => {
    const error = databaseError('42703', 'column "note" does not exist');
    expect(toSourceError(error, 'Reading batches').message).toBe(
      'Reading batches: a column is missing (column "note" does not exist).',
    );
  });

  test.each(['28P01', '28000', '22P02', '22012', '08006', 'XX000', '3D000'])(
    'of the code %s is not quoted: it can hold a row, a login or a host',
    (code) => {
      expect(toSourceError(databaseError(code), 'Reading batches').message).not.toMatch(/private|internal/);
    },
  );

  test('that is unknown is told by its SQLSTATE', () => {
    expect(toSourceError(databaseError('22012'), 'Reading daily').message).toBe(
      'Reading daily: the database answered with the error 22012 (SQLSTATE).',
    );
  });
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Client was closed and is not queryable',
  'Client has encountered a connection error and is not queryable',
])('"%s" is a lost connection', (message) => {
  expect(toSourceError(new Error(message), 'Reading daily')).toMatchObject({ failure: 'connection-lost' });
});

test.each(['x is not a function', 'the text ended', 'extended', 'a closed door', 'TLS'])(
  'a defect of ours ("%s") does not pass for a failed dataset',
  (message) => {
    const defect = new TypeError(message);
    expect(() => toSourceError(defect, 'Reading daily')).toThrow(defect);
  },
);

test('a source error stays what it is', () => {
  const error = new SourceError('timeout', 'as it is');
  expect(toSourceError(error, 'Reading daily')).toBe(error);
  expect(toConnectError(error, 'Connecting')).toBe(error);
});

describe('an attempt to connect that fails', () => {
  test.each([
    [systemError('ECONNREFUSED'), 'source-unreachable', 'nothing listens'],
    [
      new AggregateError([systemError('ECONNREFUSED'), systemError('ECONNREFUSED')]),
      'source-unreachable',
      'nothing listens',
    ],
    [systemError('EHOSTUNREACH'), 'source-unreachable', 'could not be made (EHOSTUNREACH)'],
    [new Error('timeout expired'), 'source-unreachable', 'did not answer in time'],
    [
      new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'),
      'access-denied',
      'password',
    ],
    [
      databaseError('28000', 'no pg_hba.conf entry for host "10.1.2.3", SSL off'),
      'access-denied',
      'pg_hba.conf',
    ],
    [
      new Error('The server does not support SSL connections'),
      'source-unreachable',
      'TLS failed. Check sslmode',
    ],
    [
      Object.assign(new Error("Host: db.internal. is not in the cert's altnames"), {
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      }),
      'source-unreachable',
      'TLS failed (ERR_TLS_CERT_ALTNAME_INVALID)',
    ],
    [
      Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      'source-unreachable',
      'TLS failed',
    ],
    [new Error('something new on 10.1.2.3'), 'source-unreachable', 'could not be made'],
  ])('%s: names the cause and no address', (error, failure, words) => {
    const told = toConnectError(error, 'Connecting to the database');
    expect(told.failure).toBe(failure);
    expect(told.message).toContain(words);
    expect(told.message).not.toMatch(/10\.1\.2\.3|5432|internal/);
  });
});
