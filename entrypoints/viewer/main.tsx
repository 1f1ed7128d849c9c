import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workspace } from '../../components/app/workspace';
import '../../components/app/styles';
import { createSettingsKeeper } from '../../platform/extension/settings';
import { createWorkbench } from '../panel/create-workbench';
import { followLanguage } from '../panel/follow-language';
import { followTheme } from '../panel/follow-theme';

followTheme({}, document.documentElement);
const language = followLanguage(document.documentElement, navigator.languages);
createSettingsKeeper().watch((now) => language.apply(now));

const root = document.getElementById('root');
if (root === null) throw new Error('The viewer has no root element');
createRoot(root).render(
  <StrictMode>
    <Workspace {...createWorkbench()} />
  </StrictMode>,
);
