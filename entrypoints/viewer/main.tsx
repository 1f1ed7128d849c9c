import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workspace } from '../../components/app/workspace';
import '../../components/app/styles';
import { createWorkbench } from '../panel/create-workbench';
import { followTheme } from '../panel/follow-theme';

followTheme({}, document.documentElement);

const root = document.getElementById('root');
if (root === null) throw new Error('The viewer has no root element');
createRoot(root).render(
  <StrictMode>
    <Workspace {...createWorkbench()} />
  </StrictMode>,
);
