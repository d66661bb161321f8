// Writes one paper as PDF or Word in a process of its own: setting type takes time and memory, and nobody else waits for
// it. One paper a process; it ends with its answer, or with the server.
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Paper } from './paper.ts';
import { inputOf, template } from './pdf.ts';

export interface Job {
  paper: Paper;
  as: 'pdf' | 'docx';
}

/** The letters of Times New Roman in their breadth, with every Vietnamese mark; they go into the file. */
const fontFolder = path.dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'),
);

async function pdfOf(paper: Paper): Promise<Buffer> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder] }] });
  return compiler.pdf({ mainFileContent: template, inputs: { paper: inputOf(paper) } });
}

async function run({ paper, as }: Job): Promise<void> {
  const bytes = as === 'pdf' ? await pdfOf(paper) : await (await import('./word.worker.ts')).wordOf(paper);
  process.send?.({ bytes: new Uint8Array(bytes) }, undefined, undefined, () => process.disconnect());
}

process.once('message', (job) => void run(job as Job));
process.once('disconnect', () => process.exit());
