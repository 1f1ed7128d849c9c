// The order matters only for theme.css, which defines what the others use.
import '../theme.css';
import './panel.css';
import '../ui/ui.css';
import '../toolbar/toolbar.css';
import '../settings/settings.css';
import '../incidents/incidents.css';
import '../conversations/conversations.css';
import '../timeline/timeline.css';
import '../findings/findings.css';
import '../connection/connection.css';
import '../messages/messages.css';
import '../probe/probe.css';
import '../shortcuts/shortcuts.css';
import '../export/export.css';
import '../open/open.css';
import '../notices/notices.css';
import '../profiles/profiles.css';
