import { defineConfig } from 'vitest/config';

/** A limit for what hangs: a busy machine makes a test slow, and not wrong. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
