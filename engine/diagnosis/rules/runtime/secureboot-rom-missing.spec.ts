import { condition, event, run, vm, vmi } from '../../testing/factories';
import { securebootRomMissing } from './secureboot-rom-missing';

const firmware = (efi: object | undefined, enabled?: boolean) =>
  vm({
    template: {
      domain: {
        ...(efi === undefined ? {} : { firmware: { bootloader: { efi } } }),
        ...(enabled === undefined ? {} : { features: { smm: { enabled } } }),
      },
    },
  });
const failed = (text: string) => ({
  vmi: vmi('Failed'),
  events: [event(vmi(), 'SyncFailed', text)],
});
const ROM = 'EFI OVMF rom missing for booting in EFI mode with SecureBoot=true, SEV/SEV-ES=false';
const SMM =
  'spec.template.spec.domain.firmware has EFI SecureBoot enabled. SecureBoot requires SMM, which is currently disabled.';

describe('secureboot-rom-missing', () => {
  it.each([
    ['today', `mismatch of Secure Boot setting and bootloaders: command SyncVMI failed: "${ROM}"`],
    ['the plural', ROM.replace('rom ', 'roms ')],
    ['the catalogue', ROM.replace('rom ', 'rom(s) ')],
  ])('reads the wording of %s', (_, text) =>
    expect(run(securebootRomMissing, { vm: firmware({}, true), ...failed(text) })).toMatchObject([
      { confidence: 'certain', fixes: [{ id: 'turn-secure-boot-off' }] },
    ]),
  );

  it('turns on SMM first where it is off', () => {
    const failure = condition('Failure', 'True', 'FailedCreate', SMM);
    const machine = { ...firmware({ secureBoot: true }), status: { conditions: [failure] } };
    expect(run(securebootRomMissing, { vm: machine })).toMatchObject([
      { fixes: [{ id: 'turn-smm-on' }, { id: 'turn-secure-boot-off' }] },
    ]);
  });

  it('takes the word of the caller, and is less sure', () => {
    expect(run(securebootRomMissing, { vm: firmware({}) }, { error: SMM })).toMatchObject([
      { confidence: 'likely' },
    ]);
  });

  it('offers no patch where secure boot is not what is asked for', () => {
    const given = { vm: firmware({ secureBoot: false }), ...failed(ROM) };
    expect(run(securebootRomMissing, given)).toMatchObject([{ fixes: [] }]);
  });

  it.each([
    ['nothing is said', { vm: firmware({}), vmi: vmi('Failed') }],
    ['the guest runs', { vm: firmware({}), ...failed(ROM), vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => expect(run(securebootRomMissing, given)).toEqual([]));
});
