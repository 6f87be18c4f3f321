import { screen } from '@testing-library/react';
import { say } from '@cnv-ai/engine/messages';
import type { Aggregate } from '@cnv-ai/engine/search';
import { renderAt } from '../../../testing/render';
import { AggregateView } from './AggregateView';

const cases: [string, Aggregate, string][] = [
  ['how many', { function: 'count', value: 7 }, '7 VMs'],
  [
    'how many of something there are',
    { function: 'distinct', of: 'namespace', title: say('Project'), value: 1 },
    'Project: 1',
  ],
  [
    'how many values of a label there are',
    { function: 'distinct', of: 'label:team', value: 2 },
    'team: 2',
  ],
  [
    'how much there is of something',
    { function: 'sum', of: 'vcpu', title: say('vCPU'), unit: 'vcpu', value: 8 },
    'vCPU: 8 vCPU',
  ],
];

describe('AggregateView', () => {
  it.each(cases)('says %s', (_what, aggregate, heading) => {
    renderAt(<AggregateView aggregate={aggregate} />);
    expect(screen.getByRole('heading')).toHaveTextContent(heading);
  });
});
