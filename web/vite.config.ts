import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const compressible = /\.(?:html|js|css|svg)$/;

// The program serves the compressed copy it carries; it compresses nothing itself.
function gzipCopies(): Plugin {
  return {
    name: 'gzip-copies',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!compressible.test(fileName)) continue;
          const source = gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 });
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source });
        }
      },
    },
  };
}

export default defineConfig({
  root: 'playground',
  base: '/playground/',
  plugins: [react(), gzipCopies()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: {
      '/playground/api': process.env.CALLWRIGHT_URL ?? 'http://127.0.0.1:8080',
    },
  },
  test: {
    root: '.',
    include: ['playground/**/*.test.ts', 'shared/**/*.test.ts'],
  },
});
