import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { parse } from 'yaml';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { selfSigned } from './certificate';
import { withCluster } from './testing';

it('is a certificate for loopback that vouches for itself', () => {
  const certificate = new X509Certificate(selfSigned(Date.now()).cert);
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.ca).toBe(true);
});

it('lets a client trust the HTTPS form of the same port by its kubeconfig', () =>
  withCluster({ objects: [] }, async (cluster) => {
    const config: unknown = parse(cluster.kubeconfig('admin', { secure: true }));
    const server = textAt(config, 'clusters', 0, 'cluster', 'server') ?? '';
    const data = textAt(config, 'clusters', 0, 'cluster', 'certificate-authority-data') ?? '';
    expect(server).toBe(`https://127.0.0.1:${cluster.port}`);
    const code = await new Promise<number | undefined>((resolve, reject) => {
      const token = textAt(config, 'users', 0, 'user', 'token') ?? '';
      const headers = { authorization: `Bearer ${token}` };
      const ca = Buffer.from(data, 'base64').toString('utf8');
      request(`${server}/api/v1/nodes`, { ca, headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(code).toBe(200);
  }));
