import { itReadsRefusal } from '../../testing/refusals';
import { hostDeviceNotPermitted } from './host-device-not-permitted';

describe('host-device-not-permitted', () => {
  itReadsRefusal(hostDeviceNotPermitted, 'host-device-not-permitted');
});
