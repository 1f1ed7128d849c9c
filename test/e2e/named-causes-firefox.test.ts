import { describeNamedCauses } from './named-causes';

describeNamedCauses('firefox');
