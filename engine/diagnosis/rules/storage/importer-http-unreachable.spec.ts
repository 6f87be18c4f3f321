import { machine } from '../../testing/disks';
import { run, vmi } from '../../testing/factories';
import { failingImport, itTellsOfItsImports } from '../../testing/importers';
import { importerHttpUnreachable } from './importer-http-unreachable';

describe('importer-http-unreachable', () => {
  itTellsOfItsImports(importerHttpUnreachable);

  const message = 'expected status code 200, got 404. Status: 404 Not Found';

  it('names the host without the password of the URL, and shows what was said', () => {
    const [finding] = run(importerHttpUnreachable, failingImport(message));
    expect(finding).toMatchObject({
      severity: 'critical',
      blocking: true,
      explanation: { params: { host: 'images.example.com:8443', status: '404', disk: 'root' } },
    });
    expect(finding?.evidence[0]?.value).toBe(message);
    expect(JSON.stringify(finding)).not.toContain('me:word');
  });

  it('is a warning while the virtual machine runs or is not asked to', () => {
    const given = failingImport(message);
    const halted = machine({ runStrategy: 'Halted' });
    expect(run(importerHttpUnreachable, { ...given, vmi: vmi('Running') })[0]?.severity).toBe(
      'warning',
    );
    expect(run(importerHttpUnreachable, { ...given, vm: halted })[0]?.severity).toBe('warning');
  });
});
