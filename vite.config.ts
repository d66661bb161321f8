// How the browser part is built: one small shell, lazy pages, hashed files in dist/web; nothing inlined, because
// the server sends a strict content security policy. The service worker is a file of its own, told here which files
// make the shell. Beside each file lies the same packed, for the server to send. In development /api goes to a running
// server.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';

const worker = 'worker.js';

/** Writes into the worker what it keeps: all that the first page needs, under a version that changes with any file. */
function shellOfWorker(): Plugin {
  return {
    name: 'nguon-shell',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const needed = new Set<string>();
        const follow = (name: string) => {
          const chunk = bundle[name];
          if (chunk?.type !== 'chunk' || needed.has(name)) return;
          needed.add(name);
          for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
          chunk.imports.forEach(follow);
        };
        const names = Object.keys(bundle).sort();
        const first = names.find((name) => {
          const chunk = bundle[name];
          return chunk?.type === 'chunk' && chunk.isEntry && name !== worker;
        });
        if (first) follow(first);
        const fonts = names.filter((name) => name.endsWith('.woff2'));
        const files = [...needed, ...fonts].map((name) => `/${name}`);
        const version = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12);
        const target = bundle[worker];
        if (target?.type !== 'chunk') throw new Error('the service worker was not built');
        target.code = target.code.replace('SHELL_OF_BUILD', JSON.stringify({ version, files }));
      },
    },
  };
}

const packed = [
  { ending: 'br', pack: promisify(brotliCompress) },
  { ending: 'gz', pack: promisify<Buffer, Buffer>(gzip) },
];

function packedBeside(): Plugin {
  const packFile = async (file: string) => {
    const bytes = await readFile(file);
    for (const { ending, pack } of packed) await writeFile(`${file}.${ending}`, await pack(bytes));
  };
  return {
    name: 'nguon-packed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(?:js|css|html|svg)$/.test(name));
      await Promise.all(texts.map((name) => packFile(path.join(dir, name))));
    },
  };
}

export default defineConfig({
  plugins: [react(), shellOfWorker(), packedBeside()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The last Chrome for Windows 7, and others of its age; what they lack besides is in src/web/older.ts.
    target: ['chrome109', 'edge109', 'firefox121', 'safari16.4'],
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: 'index.html', worker: 'src/web/offline/worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? worker : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            // What many pages share comes at once: on a line with long ways small files wait for each other. Nothing
            // of ours: its style sheets would come before those which they lay theirs over.
            { name: 'kit', test: /node_modules\/(@mantine|@tabler|@floating-ui)\//, minShareCount: 12 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? '4700'}` } },
});
