import { itReadsRefusalFromEvents, itReadsRefusalOfMove } from '../../testing/refusals';
import { podSecurityViolation } from './pod-security-violation';

describe('pod-security-violation', () => {
  itReadsRefusalOfMove(podSecurityViolation, 'pod-security-violation');
  itReadsRefusalFromEvents(podSecurityViolation, 'pod-security-violation');
});
