import { join } from 'node:path';
import { createApp } from '../../src/app.js';

declare const loadedOnce: { import(path: string): Promise<{ createApp: unknown }> };

it('a test file gets the module that Node loaded, not a copy of its own', async () => {
  expect(createApp).toBe((await loadedOnce.import(join(process.cwd(), 'dist/src/app.js'))).createApp);
});
