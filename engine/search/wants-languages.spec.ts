import { teachFurther } from './further';
import { wantsFurther } from './wants-languages';

describe('further words', () => {
  it.each([
    ['stopped VMs', false],
    ['VMs with more than 8 GB of memory', false],
    ['windows VMs older than 30 days', false],
    ['VMs in prod-web', true],
    ['VMs owned by alice', true],
    ['for the audit: stopped VMs', true],
    ['all running, windows excluded', true],
  ])('%s: %s', (sentence, wanted) => expect(wantsFurther(sentence, 'en')).toBe(wanted));

  it('are wanted by every sentence of another language', () => {
    expect(wantsFurther('stopped VMs', 'de')).toBe(true);
  });

  it('are wanted once', () => {
    teachFurther();
    expect(wantsFurther('VMs in prod-web', 'en')).toBe(false);
  });
});
