import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate and its key, for servers on loopback. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Authority {
  /** To be trusted by who is to accept its certificates (PEM). */
  readonly cert: string;
  /** A certificate for `localhost` and 127.0.0.1, valid between two instants. */
  issue(validity: Validity): Certificate;
  /** An authority below this one; what it issues is presented together with its own certificate. */
  below(validity: Validity): Pick<Authority, 'issue'>;
}

interface Validity {
  readonly from: Date;
  readonly until: Date;
}

/** Makes an authority that lives only in this process. X.509 in DER, as far as a server on loopback needs it (RFC 5280). */
export function createAuthority(): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = distinguishedName('Terang demo authority');
  const validity = { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2049-01-01T00:00:00Z') };
  const common = { serial: 1, issuer: name, extensions: [IS_AUTHORITY], signer: privateKey };
  return {
    cert: certificate({ ...common, subject: name, validity, publicKey }),
    issue: (given) => issued(name, privateKey, given),
    below(given) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const subject = distinguishedName('Terang demo intermediate authority');
      const own = certificate({ ...common, serial: 3, subject, validity: given, publicKey: pair.publicKey });
      return {
        issue(validityOfLeaf) {
          const { cert, key } = issued(subject, pair.privateKey, validityOfLeaf);
          return { cert: cert + own, key };
        },
      };
    },
  };
}

const IS_AUTHORITY = extension('551d13', sequence(der(0x01, Buffer.from([0xff]))));

function issued(issuer: Buffer, signer: KeyObject, validity: Validity): Certificate {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = [der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1]))];
  return {
    cert: certificate({
      serial: 2,
      issuer,
      subject: distinguishedName('localhost'),
      validity,
      publicKey: pair.publicKey,
      extensions: [extension('551d11', sequence(...names))],
      signer,
    }),
    key: String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

interface Described {
  readonly serial: number;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly validity: Validity;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly signer: KeyObject;
}

function certificate({
  serial,
  issuer,
  subject,
  validity,
  publicKey,
  extensions,
  signer,
}: Described): string {
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    ecdsaWithSha256,
    issuer,
    sequence(time(validity.from), time(validity.until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', signed, signer);
  const whole = sequence(signed, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(commonName)))));
}

function extension(hex: string, value: Buffer): Buffer {
  return sequence(oid(hex), der(0x04, value));
}

/** UTCTime: years from 1950 to 2049. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}
