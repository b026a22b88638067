import 'reflect-metadata';
import { serve } from './serve.js';
import { readSettings } from './settings.js';

try {
  await serve(readSettings(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
