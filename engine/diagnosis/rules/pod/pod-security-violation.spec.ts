import { itReadsRefusalFromEvents } from '../../testing/refusals';
import { podSecurityViolation } from './pod-security-violation';

describe('pod-security-violation', () => {
  itReadsRefusalFromEvents(podSecurityViolation, 'pod-security-violation');
});
