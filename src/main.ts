import 'reflect-metadata';
import { readSettings } from './settings.js';
import { serve } from './serve.js';

try {
  await serve(readSettings(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
