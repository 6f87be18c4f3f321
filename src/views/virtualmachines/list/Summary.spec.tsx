import { screen } from '@testing-library/react';
import { say } from '@cnv-ai/engine/messages';
import { makeChip, makeInterpretation, makeSearchResult } from '../../../testing/factories';
import { renderAt, violations } from '../../../testing/render';
import { inSpanish } from '../../../testing/spanish';
import { Summary } from './Summary';

const stopped = makeChip({
  id: 'stopped',
  labelMessage: say('Status'),
  operatorMessage: say('is'),
  value: 'Stopped',
});
const paused = { ...stopped, id: 'paused', value: 'Paused' };

const result = makeSearchResult({
  total: 3,
  interpretation: makeInterpretation({
    readableMessage: say('{{constraints}}', { constraints: 'Status is Stopped' }),
    chips: [
      { ...stopped, group: 'either' },
      { ...paused, group: 'either' },
    ],
  }),
});

describe('Summary', () => {
  it('says what was asked in the words of the engine', async () => {
    renderAt(<Summary result={result} />);
    expect(screen.getByRole('status')).toHaveTextContent('3 VMs: Status is Stopped');
    expect(await violations()).toHaveNoViolations();
  });

  describe('in another language', () => {
    inSpanish();

    it('says it in the words of the chips', () => {
      renderAt(<Summary result={result} />);
      expect(screen.getByRole('status')).toHaveTextContent(
        '3 VM: Estado es Stopped / Estado es Paused',
      );
    });
  });
});
