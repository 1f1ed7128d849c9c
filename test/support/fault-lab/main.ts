import { startFaultLab } from './fault-lab';
import { faults } from './faults';

/** `npm run fault-lab`: the lab on port 8484, or on `$PORT`, until Ctrl+C. */
const lab = await startFaultLab({ port: Number(process.env['PORT'] ?? 8484) });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void lab.stop());

console.log(`The fault lab is at ${lab.httpOrigin}/\n`);
for (const fault of faults) console.log(`${fault.title}\n  ${fault.page(lab)}`);
console.log('\nPress Ctrl+C to stop it.');
