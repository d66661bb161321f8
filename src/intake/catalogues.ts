// The catalogues of regulations/catalogues.yaml in the shape the importer looks values up in.
import type { Message } from '../platform/messages.ts';
import type { Catalogues } from './lookup.ts';

export interface CatalogueFile {
  catalogues: readonly {
    id: string;
    items: readonly { code: string; label: Message; aliases?: readonly string[] | undefined }[];
  }[];
}

export function cataloguesFrom(file: CatalogueFile): Catalogues {
  return Object.fromEntries(
    file.catalogues.map(({ id, items }) => [
      id,
      items.map(({ code, label, aliases }) => ({ code, vi: label.vi, en: label.en, aliases: aliases ?? [] })),
    ]),
  );
}
