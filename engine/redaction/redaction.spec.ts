import fc from 'fast-check';
import { escapeUnsafe, present, REDACTED, redact, withoutSecrets } from './index';

/** Canaries are plainly made up: `canary-…` is no credential anywhere. */
const CANARY = 'canary-7f3a';

describe('redact', () => {
  it.each([
    ['a password', `password: ${CANARY}`],
    ['an environment variable', `DB_PASSWORD=${CANARY} starting`],
    ['JSON', `{"token": "${CANARY}", "name": "x"}`],
    [
      'a URL with credentials',
      `Unable to connect to https://bob:${CANARY}@images.example/disk.qcow2: 404`,
    ],
    ['a query parameter', `GET /disk?sig=1&access_key=${CANARY}&x=1`],
    ['a signed URL', `https://s3.example/disk?X-Amz-Signature=${CANARY}`],
    ['a header', `Authorization: Bearer ${CANARY}`],
    ['a bearer token in a sentence', `used bearer ${CANARY}-long-enough`],
    ['an OpenShift token', `login with sha256~${CANARY}`],
    ['a private key', `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----`],
    ['a command line', `/usr/bin/virt-v2v --user root --password ${CANARY} --verbose`],
    ['a kubeconfig in a line', `users: [{user: {client-key-data: ${CANARY}}}]`],
    ['a kubeconfig as JSON', `{"user":{"client-key-data":"${CANARY}"}}`],
    ['the login of a registry', `{"auths":{"registry.example":{"auth":"${CANARY}"}}}`],
    ['cloud-init', `#cloud-config\nruncmd:\n  - export X=${CANARY}`],
    ['an unattended setup', `<unattend xmlns="x"><Value>${CANARY}</Value></unattend>`],
  ])('%s', (_, text) => {
    expect(redact(text)).not.toContain(CANARY);
    expect(redact(text)).toContain(REDACTED);
  });

  it.each([
    'persistentvolumeclaims "root" is forbidden: exceeded quota: storage, requested: requests.storage=10Gi',
    'oc create secret generic pull --from-file=x -n shop --dry-run',
    'virtctl start web --token-ttl 60 --secret pull',
    'MountVolume.SetUp failed for volume "web-udata" : secret "web-cloud-init" not found',
    'failed to render launch manifest: failed to locate network attachment definition ns/vlan-110',
    '0/6 nodes are available: 3 Insufficient memory.',
    'Unable to connect to http data source: expected status code 200, got 404. Status: 404 Not Found',
  ])('leaves alone: %s', (text) => expect(redact(text)).toBe(text));

  it('is idempotent and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => redact(redact(text)) === redact(text)),
    );
  });

  it('passes over no secret because the rest of its text is plain', () => {
    const pieces = [
      'web-01',
      ' ',
      '.',
      '/',
      '-',
      'a'.repeat(20),
      'A'.repeat(16),
      'bearer',
      'basic',
    ];
    const beginnings = ['sha256', '~', 'eyJ', 'AKIA', 'ASIA', 'ghp_', 'ssh-rsa', '$6$', 'token'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, ...beginnings), { maxLength: 8 }),
        (parts) => {
          const text = parts.join('');
          // What follows the space is part of no secret, and keeps the text from looking plain.
          expect(`${redact(text)} :`).toBe(redact(`${text} :`));
        },
      ),
    );
  });

  it.each([
    `token=${CANARY} x`,
    `{"token": "${CANARY}"}`,
    `password: ${CANARY}, x`,
    `a://b:${CANARY}@c`,
  ])('says once that a secret was here: %s', (text) =>
    expect(redact(redact(text))).toBe(redact(text)),
  );

  it('takes a megabyte of anything', () => {
    expect(redact('password='.repeat(120_000)).length).toBeLessThan(200_000);
  });
});

describe('withoutSecrets', () => {
  it('keeps the shape, so that pointers still fit', () => {
    const object = {
      spec: {
        volumes: [
          { name: 'root' },
          {
            name: 'init',
            cloudInitNoCloud: { userData: CANARY, userDataBase64: CANARY, networkData: CANARY },
          },
        ],
      },
      metadata: {
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': CANARY },
        managedFields: [CANARY],
      },
    };
    const cleaned = withoutSecrets(object);
    expect(JSON.stringify(cleaned)).not.toContain(CANARY);
    expect(cleaned).toMatchObject({ spec: { volumes: [{ name: 'root' }, { name: 'init' }] } });
  });

  it('lets nothing through at a sensitive field', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('userData', 'data', 'stringData', 'env', 'token'),
        fc.jsonValue(),
        (field, value) => {
          expect(withoutSecrets({ a: [{ [field]: value }] })).toEqual({
            a: [{ [field]: REDACTED }],
          });
        },
      ),
    );
  });
});

describe('present', () => {
  it.each([
    ['text', 'Starting', 'Starting'],
    ['a number', 3, '3'],
    ['an object', { b: 1, a: [true] }, '{"b":1,"a":[true]}'],
    ['nothing', undefined, ''],
    ['null', null, 'null'],
    ['a line break', 'a\nb', 'a\\u000ab'],
    ['a bidirectional mark', 'a\u202eb', 'a\\u202eb'],
    ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
  ])('%s', (_, value, text) => expect(present(value)).toBe(text));

  it('cuts at 512 and never inside a character', () => {
    expect(present('x'.repeat(600))).toBe(`${'x'.repeat(512)}…`);
    expect(present(`${'x'.repeat(511)}😀`)).toBe(`${'x'.repeat(511)}…`);
  });

  it('leaves no unsafe character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\p{Cc}\p{Cf}]/u.test(escapeUnsafe(text)),
      ),
    );
  });
});
