import { ConfigError, endOnSignal, loadConfig, runMain } from '@tongxing/platform';
import { createPortal } from './create-portal.js';

runMain(async () => {
  const config = loadConfig();
  if (!config.apiUrl) {
    throw new ConfigError(
      'CONFIG_INVALID',
      'API_URL',
      'the portal alone needs an api',
      'API_URL=http://127.0.0.1:3001',
    );
  }
  const app = await createPortal(config);
  endOnSignal(() => app.close());
  await app.listen(config.port);
  process.stdout.write(`portal: http://localhost:${config.port}\n`);
});
