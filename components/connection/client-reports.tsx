import type { Connection } from '../../core/capture/connection';
import { wireOf } from '../../core/protocols/wire';
import { clientReportText } from '../../core/reconnect/client-report-text';
import { socketIoReports } from '../../core/reconnect/socket-io-report';
import { text } from '../../locales/text';
import { SafeText } from '../ui/safe-text';
import { Fact } from './fact';

/** What Socket.IO's client tells the page of the end, a row for each namespace. */
export function ClientReports({ connection }: { readonly connection: Connection }) {
  // Not remembered: the diagnosis reads a long connection in portions, and each may tell more.
  const reports = socketIoReports(connection, wireOf(connection, 0));
  return reports.map((report) => (
    <Fact key={report.namespace ?? ''} name={text('connection.clientTells')} isWide>
      <SafeText text={clientReportText(report)} />
    </Fact>
  ));
}
