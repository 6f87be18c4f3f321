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
    order: [
      {
        message: say('sorted by {{field}} descending', { field: 'Memory' }),
        label: say('Memory'),
      },
      { message: say('the first {{limit}}', { limit: 3 }) },
    ],
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
        '3 VM: Estado es Stopped / Estado es Paused, ordenadas por Memoria de mayor a menor, las primeras 3',
      );
    });

    it('says that all are meant where nothing limits them', () => {
      const interpretation = makeInterpretation({
        chips: [],
        readableMessage: say('{{constraints}}', { constraints: 'All, more than 10 per Project' }),
        order: [
          {
            message: say('more than {{number}} per {{field}}', { number: 10, field: 'team' }),
          },
        ],
      });
      renderAt(<Summary result={{ ...result, interpretation }} />);
      expect(screen.getByRole('status')).toHaveTextContent(
        '3 VM: Todas las máquinas virtuales, más de 10 por team',
      );
    });
  });
});
