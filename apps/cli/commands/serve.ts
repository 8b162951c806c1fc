import { jsonLog } from '../../server/log.ts';
import { startService } from '../../server/serve.ts';
import { settingsFrom } from '../../server/settings.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { dataOption } from '../lists-options.ts';
import { recordOption } from '../open-session.ts';

export default command({
  usage: '[--host H] [--port N] [--public]',
  says: [
    'Serves the web app, the HTTP API, feeds, embeds and tools for assistants, from one process.',
    'It listens on the loopback only, unless SNAPBACK_KEY holds an access key; then all but /healthz asks for it',
    '(a bearer token, or the password of Basic), and with --public the read-only pages, feeds and embeds do not.',
    'SIGHUP reads the record and the lists anew; SIGTERM ends when the requests under way are answered.',
  ].join('\n'),
  options: {
    host: { kind: 'text', value: 'H', says: 'the address to listen on; 127.0.0.1 when left out (SNAPBACK_HOST)' },
    port: { kind: 'text', value: 'N', says: 'the port; 8712 when left out, 0 for any (SNAPBACK_PORT)' },
    public: { kind: 'flag', says: 'open the read-only pages to everybody (SNAPBACK_PUBLIC=1)' },
    data: dataOption,
    record: recordOption,
  },
  async run({ values }, io) {
    const settings = settingsFrom(values, io.env);
    if (typeof settings === 'string') throw new UsageError(settings);
    const serving = await startService(settings, { record: values.record, data: values.data }, jsonLog).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE')
          throw new UsageError(`port ${settings.port} is taken. Choose another with --port.`);
        if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')
          throw new UsageError(`it is not possible to listen on ${settings.host}:${settings.port} (${error.code}).`);
        throw error;
      },
    );
    io.print(`Snapback serves at ${serving.address}`);
    io.print(
      `  key ${settings.key === undefined ? 'none, loopback only' : 'required'}; public pages ${settings.public ? 'on' : 'off'}; body limit ${settings.bodyLimit} bytes`,
    );
    process.on('SIGHUP', () => void serving.reload());
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void serving.close());
    const unreadable = await serving.begun.then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (unreadable !== undefined) {
      await serving.close();
      throw new UsageError(unreadable);
    }
    await serving.ended;
    return ExitCode.Ok;
  },
});
