import { describeNamedCauses } from './named-causes';

describeNamedCauses('chromium');
