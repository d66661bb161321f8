// Bundles src/server.ts into the folder named, two levels below the clone: own files together, packages left outside.
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..', '..');
const [outDir] = process.argv.slice(2);

/** Each file still knows where it lay: what is forked or read beside it is found there. */
const ownPlaces = {
  name: 'own-places',
  transform(code, id) {
    const file = path.relative(root, id).replaceAll(path.sep, '/');
    if (!/^(src|tools)\//.test(file) || !/import\.meta\.(url|dirname)/.test(code)) return null;
    const folder = `(import.meta.dirname + ${JSON.stringify(`/../../${path.posix.dirname(file)}`)})`;
    const url = `new URL(${JSON.stringify(`../../${file}`)}, import.meta.url).href`;
    const placed = { dirname: folder, url };
    return { code: code.replaceAll(/import\.meta\.(url|dirname)/g, (_, name) => placed[name]), map: null };
  },
};

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [ownPlaces],
  build: {
    ssr: 'src/server.ts',
    outDir,
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    rollupOptions: {
      output: { entryFileNames: 'server.js', chunkFileNames: '[name]-[hash].js', format: 'esm' },
    },
  },
});
