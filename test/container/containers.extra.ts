import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { Agent, request } from 'undici';
import { parse } from 'yaml';
import { at, listAt, nameOf, textAt } from '@cnv-ai/engine/kubernetes';
import { selfSigned } from '../../cnv-diagnostic/testing/certificate';
import { until } from '../../cnv-diagnostic/testing/poll';
import { cleanup, NOW, rpc, toolCall } from '../../cnv-diagnostic/testing/serving';
import { brokenMachine, namespace } from '../../cnv-diagnostic/testing/vms';
import { startCluster, type Cluster } from '../../development/cluster';
import { findHelm } from '../chart/helm';
import type { Manifest } from '../chart/policies';
import { manifestsOf, template } from '../chart/rendered';
import { freePort, untilReady } from '../program';
import { boxOf, readableFolder, startBox } from './box';
import { entrypointOf, ROOT } from './containerfile';

/**
 * Both containers as the chart runs them, made by bubblewrap: a user nobody knows, no capability, a
 * root file system nobody writes to, and of files what the image and the volumes bring.
 */
const done = cleanup();
afterEach(done.run);
jest.setTimeout(120_000);

const images = { registry: 'registry.example.com' };

const rendered = (values: object): Manifest[] => {
  const program = findHelm();
  if (program === undefined) throw new Error('Helm is needed; install it, or Go to have it built.');
  return manifestsOf(template(program, { images, ...values }).out);
};

const named = (all: readonly Manifest[], kind: string, name: string): Manifest => {
  const found = all.find((manifest) => manifest.kind === kind && nameOf(manifest) === name);
  if (found === undefined) throw new Error(`${kind} ${name} is not rendered.`);
  return found;
};

const argumentsOf = (workload: Manifest): string[] =>
  listAt(workload, 'spec', 'template', 'spec', 'containers', 0, 'args').map(String);

/** The files of a ConfigMap of the chart, in a folder. */
const filesOf = (map: Manifest): string => {
  const folder = readableFolder(done);
  for (const [name, text] of Object.entries(at(map, 'data') ?? {})) {
    writeFileSync(join(folder, name), String(text));
  }
  return folder;
};

/** A Secret with a certificate as the kubelet mounts it, and how it is renewed: all of it at once. */
const mountedCertificate = (name: string) => {
  const folder = readableFolder(done);
  const put = (version: string, subject: string): void => {
    const { cert, key } = selfSigned(subject);
    mkdirSync(join(folder, version));
    writeFileSync(join(folder, version, 'tls.crt'), cert);
    writeFileSync(join(folder, version, 'tls.key'), key);
    symlinkSync(version, join(folder, '..next'));
    renameSync(join(folder, '..next'), join(folder, '..data'));
  };
  put('..first', name);
  for (const file of ['tls.crt', 'tls.key']) symlinkSync(`..data/${file}`, join(folder, file));
  return { folder, renew: (subject: string) => put('..second', subject) };
};

const subjectAt = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(textAt(socket.getPeerCertificate(), 'subject', 'CN') ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });

/** Sends requests whatever the certificate. */
const client = (port: number) => {
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  done.add(() => dispatcher.destroy());
  return async (path: string, { method = 'GET', headers = {}, body = '' } = {}) => {
    const answer = await request(`https://127.0.0.1:${port}${path}`, {
      dispatcher,
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body === '' ? {} : { body }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: await answer.body.text(),
    };
  };
};

const isUp = (send: ReturnType<typeof client>, path: string) => async (): Promise<boolean> =>
  (await send(path)).status === 200;

describe('the web server of the plugin', () => {
  const start = async () => {
    const all = rendered({});
    const port = await freePort();
    const settings = filesOf(named(all, 'ConfigMap', 'cnv-ai-settings'));
    const configured = textAt(named(all, 'ConfigMap', 'cnv-ai-plugin-nginx'), 'data', 'nginx.conf');
    const config = join(readableFolder(done), 'nginx.conf');
    writeFileSync(config, (configured ?? '').replaceAll('9443', String(port)));
    const html = readableFolder(done);
    writeFileSync(join(html, 'plugin-manifest.json'), `{"name":"${'x'.repeat(2000)}"}`);
    const certificate = mountedCertificate('before');
    const workload = named(all, 'Deployment', 'cnv-ai-plugin');
    const box = boxOf(workload, {
      volumes: { cert: certificate.folder, settings, nginx: config },
    });
    const ofImage = {
      '/usr/share/nginx/html': html,
      '/etc/nginx/mime.types': '/etc/nginx/mime.types',
    };
    const program = startBox(
      { ...box, mounts: { ...ofImage, ...box.mounts } },
      entrypointOf('plugin'),
    );
    done.add(program.stop);
    const send = client(port);
    await untilReady(program, isUp(send, '/healthz'), 10_000);
    return { port, send, certificate };
  };

  it('serves what the console asks for, and nothing else', async () => {
    const { send } = await start();
    const settings = await send('/settings.json');
    expect(JSON.parse(settings.text)).toEqual({ ai: true, enabled: true, aliases: false });
    const manifest = await send('/plugin-manifest.json', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(manifest.headers['content-encoding']).toBe('gzip');
    for (const { status, headers } of [settings, manifest]) {
      expect([status, headers['cache-control'], headers['x-content-type-options']]).toEqual([
        200,
        'no-cache',
        'nosniff',
      ]);
      expect(headers['content-type']).toBe('application/json');
    }
    expect((await send('/none.js')).status).toBe(404);
    expect((await send('/plugin-manifest.json', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('serves a renewed certificate without a restart', async () => {
    const { port, certificate } = await start();
    expect(await subjectAt(port)).toBe('before');
    certificate.renew('after');
    expect(await subjectAt(port)).toBe('after');
  });
});

describe('the sidecar', () => {
  const KEY = 'k'.repeat(44);
  const BROKEN = { namespace: 'shop', vmName: 'web' };

  const build = (): string => {
    const { status } = spawnSync('npm', ['run', '--silent', 'build', '-w', 'cnv-diagnostic'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('The sidecar could not be built; see above.');
    const app = readableFolder(done);
    const dist = join(ROOT, 'cnv-diagnostic/dist');
    for (const file of readdirSync(dist).filter((name) => name.endsWith('.mjs'))) {
      cpSync(join(dist, file), join(app, file));
    }
    return app;
  };

  const authorityOf = (cluster: Cluster): string => {
    const config: unknown = parse(cluster.kubeconfig(cluster.sidecar.name, { secure: true }));
    const encoded = textAt(config, 'clusters', 0, 'cluster', 'certificate-authority-data') ?? '';
    return Buffer.from(encoded, 'base64').toString('utf8');
  };

  const start = async (values: object, withToken: boolean) => {
    const cluster = await startCluster({
      objects: [namespace('shop'), brokenMachine('shop', 'web')],
      now: () => NOW,
    });
    done.add(cluster.close);
    const all = rendered(values);
    const port = await freePort();
    const account = readableFolder(done);
    writeFileSync(join(account, 'ca.crt'), authorityOf(cluster));
    if (withToken) writeFileSync(join(account, 'token'), cluster.sidecar.token);
    const aliasKey = readableFolder(done);
    writeFileSync(join(aliasKey, 'key'), KEY);
    const certificate = mountedCertificate('before');
    const workload = named(all, 'Deployment', 'cnv-diagnostic');
    const box = boxOf(workload, {
      volumes: {
        cert: certificate.folder,
        settings: filesOf(named(all, 'ConfigMap', 'cnv-ai-settings')),
        'alias-key': aliasKey,
        'api-ca': account,
      },
      env: {
        PORT: String(port),
        KUBERNETES_SERVICE_HOST: '127.0.0.1',
        KUBERNETES_SERVICE_PORT: String(cluster.port),
        // What is loaded on demand has to be in the image as well.
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
        REDIS_URL: 'redis://127.0.0.1:1',
      },
    });
    expect(box.scratch).toEqual([]);
    const mounts = {
      '/app': build(),
      // The kubelet's own, unless the chart mounts something there.
      '/var/run/secrets/kubernetes.io/serviceaccount': account,
      ...box.mounts,
    };
    const program = startBox({ ...box, mounts }, [
      ...entrypointOf('sidecar'),
      ...argumentsOf(workload),
    ]);
    done.add(program.stop);
    const send = client(port);
    await untilReady(program, isUp(send, '/readyz'), 30_000);
    const token = cluster.users.find(({ name }) => name === 'admin')?.token ?? '';
    const ask = async (body: string): Promise<unknown> => {
      const { text } = await send('/mcp', {
        method: 'POST',
        headers: {
          host: 'cnv-diagnostic.cnv-ai.svc:8443',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body,
      });
      return JSON.parse(text);
    };
    return { ask, port, certificate, program };
  };

  it.each<[string, object, boolean]>([
    ['with a cache', {}, true],
    [
      'without a cache and a token, with aliases',
      { sidecar: { cache: 'none' }, privacy: { aliases: { secretName: 'key' } } },
      false,
    ],
  ])('%s lists its tools and answers each of them', async (_, values, withToken) => {
    const { ask, program } = await start(values, withToken);
    const tools = listAt(await ask(rpc('tools/list')), 'result', 'tools').map(
      (tool) => textAt(tool, 'name') ?? '',
    );
    expect(tools).toHaveLength(8);
    const ofMany = ['search_vms_semantic', 'diagnose_vm_fleet'];
    for (const tool of tools) {
      const args = ofMany.includes(tool) ? { namespaces: ['shop'] } : BROKEN;
      const answer = await ask(toolCall(tool, args));
      expect([tool, at(answer, 'error'), at(answer, 'result', 'isError')]).toEqual([
        tool,
        undefined,
        undefined,
      ]);
    }
    const diagnosis = await ask(toolCall('diagnose_vm_error', BROKEN));
    expect(at(diagnosis, 'result', 'structuredContent', 'verdict')).toBe('problem');
    expect(program.errors()).toContain('"audit":true');
    expect(program.errors()).not.toMatch(/EROFS|EACCES|EPERM|ENOENT/);
  });

  it('serves a renewed certificate without a restart', async () => {
    const { port, certificate } = await start({}, true);
    expect(await subjectAt(port)).toBe('before');
    certificate.renew('after');
    await until(async () => (await subjectAt(port)) === 'after', 20_000);
  });
});
