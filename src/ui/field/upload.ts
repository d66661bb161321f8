// Sends one file with progress, and lets it be stopped half-way: nothing is then written.
import { apiHref, errorFrom, parse, unreachable } from '../api.ts';

export interface Upload<Out> {
  result: Promise<Out | null>;
  stop: () => void;
}

/** Resolves to null when stopped. */
export function upload<Out>(path: string, content: FormData, onShare: (share: number) => void): Upload<Out> {
  const request = new XMLHttpRequest();
  const result = new Promise<Out | null>((resolve, reject) => {
    request.open('POST', apiHref(path));
    request.setRequestHeader('x-nguon', '1');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => resolve(null));
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as Out);
      else reject(errorFrom(request.status, body));
    });
    request.send(content);
  });
  return { result, stop: () => request.abort() };
}

/** '.xlsx,.csv' accepts 'Danh sách.XLSX'. */
export function isAccepted(fileName: string, accept: string): boolean {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase());
  return accept === '' || kinds.some((kind) => fileName.toLowerCase().endsWith(kind));
}
