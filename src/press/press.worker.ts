// Writes one paper as PDF or Word in a process of its own: setting type takes time and memory.
import { createRequire } from 'node:module';
import path from 'node:path';
import { answerJob } from '../platform/process/own.ts';
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

answerJob(async ({ paper, as }: Job) => {
  const bytes = as === 'pdf' ? await pdfOf(paper) : await (await import('./word.worker.ts')).wordOf(paper);
  return new Uint8Array(bytes);
});
